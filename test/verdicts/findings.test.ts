import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { compareCodePoints } from '../../src/model/order.js'
import { FINDING_KINDS, type Finding } from '../../src/model/report.js'
import { renderReport } from '../../src/report/render.js'
import { screen, screenFlowing } from '../../src/screen.js'
import { csv, DEFAULTS, inputsOf, type Texts } from '../inputs.js'

const PARTIES = 9
// Ids whose order is not that of the records, and of which two differ only beyond the first plane.
const IDS = ['m', 'b', '\u{1f600}', '\uff5a', 'zz', 'a b', 'A', '0', 'k9']
const NAMES = [
  'Alabaster',
  'Bergamot',
  'Cinnabar',
  'Dandelion',
  'Eglantine',
  'Fritillary',
  'Gardenia',
  'Hyacinth',
  'Iris',
]

const world = fc.record({
  types: fc.array(fc.constantFrom('company', 'company', 'person', 'bank', 'public-body'), {
    minLength: PARTIES,
    maxLength: PARTIES,
  }),
  links: fc.array(
    fc.record({
      kind: fc.constantFrom('supply', 'payment', 'component', 'acts-with', 'officer-of', 'owns'),
      from: fc.nat(PARTIES - 1),
      to: fc.nat(PARTIES - 1),
      date: fc.constantFrom('', '2019', '2022-03', '2023-05-06', '2024-01-01'),
      via: fc.constantFrom('', '', '0', 'zz'),
    }),
    { minLength: 4, maxLength: 26 },
  ),
  // The second has another country than its entry, so that its match is possible.
  listed: fc.uniqueArray(fc.nat(PARTIES - 1), { minLength: 1, maxLength: 3 }),
  hops: fc.integer({ min: 1, max: 7 }),
  spread: fc.constantFrom('confirmed', 'possible'),
  chronological: fc.boolean(),
  since: fc.constantFrom(undefined, '2022-01-01'),
})

function textsOf({ types, links, listed }: typeof world extends fc.Arbitrary<infer T> ? T : never): Texts {
  const goods = new Set(['supply', 'payment', 'component'])
  return {
    entities: csv(
      'id,name,type,country',
      NAMES.map((name, at) => `${IDS[at] ?? ''},${name} Engineering Works,${types[at] ?? ''},CN`),
    ),
    transactions: csv(
      'id,kind,from,to,date,via',
      links.flatMap(({ kind, from, to, date, via }, at) =>
        goods.has(kind) ? [`T${at},${kind},${IDS[from] ?? ''},${IDS[to] ?? ''},${date},${via}`] : [],
      ),
    ),
    relations: csv(
      'id,kind,from,to,since,percent',
      links.flatMap(({ kind, from, to, date }, at) =>
        goods.has(kind)
          ? []
          : [`R${at},${kind},${IDS[from] ?? ''},${IDS[to] ?? ''},${date},${kind === 'owns' ? '60' : ''}`],
      ),
    ),
    list: csv(
      'id,list,name,country,listed_on',
      listed.map((party, at) => `E${at},House,${NAMES[party] ?? ''} Engineering Works,${at === 1 ? 'DE' : 'CN'},2022`),
    ),
  }
}

/** The order that the contract gives. */
function inOrder(a: Finding, b: Finding): number {
  return (
    a.hops - b.hops ||
    FINDING_KINDS.indexOf(a.kind) - FINDING_KINDS.indexOf(b.kind) ||
    compareCodePoints(a.party.id, b.party.id) ||
    compareCodePoints(a.confidence, b.confidence)
  )
}

test('findings made one by one, again and by place, are those of the whole report, in its order, as any writer writes them', async () => {
  let found = 0
  await fc.assert(
    fc.asyncProperty(world, async (one) => {
      const { hops, spread, chronological, since } = one
      const options = { ...DEFAULTS, hops, spread, chronological, ...(since === undefined ? {} : { since }) }
      const inputs = () => inputsOf(textsOf(one))
      const whole = await screen(inputs(), options)
      const flowing = await screenFlowing(inputs(), options)
      found += whole.findings.length
      expect(whole.findings.toSorted(inOrder)).toEqual(whole.findings)
      expect(flowing.findings).toHaveLength(whole.findings.length)
      expect(whole.findings.map((_, at) => flowing.findings.at(at)).toReversed()).toEqual(whole.findings.toReversed())
      expect([...flowing.findings]).toEqual(whole.findings)
      expect([...flowing.findings]).toEqual(whole.findings)
      expect(Object.values(whole.summary.byHops).reduce((sum, count) => sum + count, 0)).toBe(whole.findings.length)
      // What was not read back has no id.
      const evidence = whole.findings.flatMap(({ chain }) => chain.flatMap((step) => step.evidence))
      expect(evidence.filter(({ id }) => id === undefined)).toEqual([])
      for (const format of ['table', 'json', 'jsonl', 'csv', 'markdown', 'sarif', 'junit', 'dot'] as const) {
        const look = { color: false, verbose: true, quiet: false }
        const texts = await Promise.all([whole, flowing].map((report) => renderReport(report, format, look)))
        const [a, b] = texts.map((pieces) => [...pieces].join(''))
        expect(b).toBe(a)
      }
    }),
    { numRuns: 60 },
  )
  expect(found).toBeGreaterThan(100)
})
