import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { SPARE } from '../../src/columns/id-table.js'
import { createWideIdTable } from '../../src/columns/wide-id-table.js'
import { compareCodePoints } from '../../src/model/order.js'

function bytesOf(text: string) {
  const bytes = Buffer.concat([Buffer.from(text), Buffer.alloc(SPARE)])
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) }
}

const text = fc.string({
  unit: fc.constantFrom('a', 'b', '\0', 'П', '福', '\u{1f600}', '\ufffd'),
  maxLength: 20,
})

type Step =
  | { readonly kind: 'one' | 'find' | 'text' | 'find-text'; readonly text: string }
  | { readonly kind: 'all'; readonly text: string; readonly bounds: readonly (readonly [number, number])[] }
  | { readonly kind: 'rest' }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom('one' as const, 'find' as const, 'text' as const, 'find-text' as const), text }),
  // Pieces in any order, of which some are the same and some lie within others.
  fc.record({
    kind: fc.constant('all' as const),
    text: fc.string({ unit: fc.constantFrom('a', 'b', '\0'), maxLength: 40 }),
    bounds: fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 30 }),
  }),
  fc.constant<Step>({ kind: 'rest' }),
)

test('a wide table is a map of texts, however it is asked and however little room it began with', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), fc.integer({ min: 1, max: 50 }), (steps, room) => {
      const table = createWideIdTable(room)
      const known = new Map<string, number>()
      const put = (its: string): number => {
        const id = known.get(its) ?? known.size
        known.set(its, id)
        return id
      }
      for (const its of steps) {
        if (its.kind === 'rest') {
          table.rest()
          continue
        }
        const { bytes, view } = bytesOf(its.text)
        const end = bytes.length - SPARE
        if (its.kind === 'all') {
          const bounds = its.bounds.map(([a, b]) => [Math.min(a, b, end), Math.min(Math.max(a, b), end)] as const)
          const into = new Int32Array(bounds.length)
          table.internAll(bytes, view, Int32Array.from(bounds.flat()), bounds.length, into)
          expect([...into]).toEqual(bounds.map(([from, to]) => put(its.text.slice(from, to))))
        } else if (its.kind === 'one') expect(table.intern(bytes, view, 0, end)).toBe(put(its.text))
        else if (its.kind === 'text') expect(table.internText(its.text)).toBe(put(its.text))
        else if (its.kind === 'find') expect(table.find(bytes, view, 0, end)).toBe(known.get(its.text) ?? -1)
        else expect(table.findText(its.text)).toBe(known.get(its.text) ?? -1)
      }
      expect(table.size).toBe(known.size)
      const arena = Buffer.from(table.bytes())
      for (const [one, id] of known) {
        expect(table.textOf(id)).toBe(one)
        expect(arena.toString('utf8', table.startOf(id), table.startOf(id + 1))).toBe(one)
        for (const [other, its] of known) {
          expect(Math.sign(table.compare(id, its))).toBe(Math.sign(compareCodePoints(one, other)))
        }
      }
      expect(() => table.textOf(known.size)).toThrow(RangeError)
    }),
  )
})

test('more than one call looks up, and longer than is copied at once', () => {
  const texts = Array.from({ length: 20_000 }, (_, at) => `P${at % 15_000}${'x'.repeat(at % 16)}`)
  const long = [`${'y'.repeat(5_000_000)}1`, 'short', `${'y'.repeat(5_000_000)}2`, 'short']
  for (const all of [texts, long]) {
    const { bytes, view } = bytesOf(all.join(''))
    let at = 0
    const bounds = Int32Array.from(all.flatMap((its) => [at, (at += its.length)]))
    const table = createWideIdTable(3)
    const into = new Int32Array(all.length)
    table.internAll(bytes, view, bounds, all.length, into)
    const distinct = [...new Set(all)]
    const places = new Map(distinct.map((its, place) => [its, place]))
    expect([...into]).toEqual(all.map((its) => places.get(its)))
    expect(distinct.every((its, id) => table.textOf(id) === its && table.findText(its) === id)).toBe(true)
  }
})

test('more than memory has places for is refused before it is asked for', () => {
  expect(() => createWideIdTable(2 ** 29)).toThrow('4 GiB of ids and names')
})
