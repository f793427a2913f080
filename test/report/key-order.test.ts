import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { each, eachOfChain, inOrder, shared, writerOf } from '../../src/report/key-order.js'
import { jsonSafe } from '../../src/report/sanitise.js'
import { createSheet } from '../../src/report/sheet.js'

interface Inner {
  readonly name?: string
  readonly size?: number
}

interface Outer {
  readonly text?: string
  readonly flag?: boolean
  readonly any?: unknown
  readonly inner?: Inner
  readonly chain?: readonly Inner[]
  readonly list?: readonly Inner[]
  readonly tail?: string | null
}

const arrangeInner = inOrder<Inner>({ name: true, size: true })
const arrange = inOrder<Outer>({
  tail: true,
  text: true,
  flag: true,
  any: true,
  inner: shared(arrangeInner),
  chain: eachOfChain(arrangeInner),
  list: each(arrangeInner),
})

const hostile = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    'plain',
    '"',
    '\\',
    '\n',
    '\u202e',
    '\u0085',
    '\ud800',
    '</script>',
    'é',
    '\u{1f600}',
    '__proto__',
  ),
)
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const inner: fc.Arbitrary<Inner> = fc
  .record({ name: some(hostile), size: some(fc.oneof(fc.integer(), fc.double())) })
  .map(({ name, size }) => ({ ...(size === undefined ? {} : { size }), ...(name === undefined ? {} : { name }) }))

/** Values of which some are the same object, as chains share steps. */
const outer: fc.Arbitrary<Outer> = fc.array(inner, { minLength: 1, maxLength: 3 }).chain((pool) => {
  const one = fc.constantFrom(...pool)
  const many = fc.array(one, { maxLength: 4 })
  return fc
    .record({
      text: some(hostile),
      flag: some(fc.boolean()),
      any: some(fc.jsonValue()),
      inner: some(one),
      chain: some(many),
      list: some(many),
      tail: some(fc.oneof(hostile, fc.constant(null))),
    })
    .map((record) => JSON.parse(JSON.stringify(record)) as Outer)
    .map((value) => {
      const steps = value.chain?.map((_, at) => value.chain?.[at % 2] ?? {})
      return steps === undefined ? value : { ...value, chain: steps }
    })
})

test('a text is what JSON.stringify gives of the value in order, on one line and indented at any depth', () => {
  const margins = [undefined, '', '  ', '    '] as const
  const sheet = createSheet()
  const writers = margins.map((margin) => [margin, writerOf(arrange, margin)] as const)
  fc.assert(
    fc.property(outer, (value) => {
      for (const [margin, write] of writers) {
        const whole = jsonSafe(JSON.stringify(arrange(value), null, margin === undefined ? undefined : 2))
        write(value, sheet)
        expect(Buffer.from(sheet.take()).toString('utf8')).toBe(
          margin === undefined ? whole : whole.replaceAll('\n', `\n${margin}`),
        )
      }
    }),
    { numRuns: 1000 },
  )
})
