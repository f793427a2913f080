import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { decideOn } from '../../src/decide.js'
import { readDecisions } from '../../src/decisions/read.js'
import { decisionsText } from '../../src/decisions/write.js'
import type { Finding, Report } from '../../src/model/report.js'
import { screen } from '../../src/screen.js'
import { DEFAULTS, csv, inputsOf, textSource, type Texts } from '../inputs.js'

// Names that nothing brings together and that no list but ours holds.
const NAMES = ['Alabaster', 'Bergamot', 'Cinnabar', 'Dandelion', 'Eglantine', 'Fritillary', 'Gardenia', 'Hyacinth']
const LISTED = 3

const links = fc.array(
  fc.record({
    from: fc.nat(NAMES.length - 1),
    to: fc.nat(NAMES.length - 1),
    kind: fc.constantFrom('supply', 'payment', 'acts-with'),
  }),
  { minLength: 3, maxLength: 14 },
)

function textsOf(rows: readonly { from: number; to: number; kind: string }[], listed: readonly number[]): Texts {
  const of = (kinds: (kind: string) => boolean) =>
    rows.filter(({ kind }) => kinds(kind)).map(({ from, to, kind }) => `${kind},p${from},p${to}`)
  return {
    entities: csv(
      'id,name,country',
      NAMES.map((name, at) => `p${at},${name} Engineering Works,CN`),
    ),
    transactions: csv(
      'kind,from,to',
      of((kind) => kind !== 'acts-with'),
    ),
    relations: csv(
      'kind,from,to',
      of((kind) => kind === 'acts-with'),
    ),
    list: csv(
      'id,list,name,country',
      listed.map((at) => `E${at},House,${NAMES[at] ?? ''} Engineering Works,CN`),
    ),
  }
}

const exposures = ({ findings }: Report, party: string) =>
  findings
    .filter((finding) => finding.kind === 'exposed' && finding.party.id === party)
    .map(({ target, hops, chain }: Finding) => [
      target.party.id,
      hops,
      chain.map(({ from, to }) => `${from} ${to}`).join(),
    ])

test('who is waived for one target is judged as if that one were on no list, and nobody else is judged otherwise', async () => {
  await fc.assert(
    fc.asyncProperty(links, async (rows) => {
      const all = Array.from({ length: LISTED }, (_, at) => at)
      const inputs = inputsOf(textsOf(rows, all))
      const before = await screen(inputs, DEFAULTS)
      const exposed = before.findings.find(({ kind }) => kind === 'exposed')
      fc.pre(exposed !== undefined)
      if (exposed === undefined) return
      const { made } = await decideOn(inputs, DEFAULTS, exposed.id, {
        decision: 'waive',
        entries: [],
        reason: 'x',
        expires: '2030-01-01',
      })
      const decisions = await readDecisions(textSource('d.json', decisionsText(made)))
      const after = await screen({ ...inputs, decisions }, DEFAULTS)
      const target = Number(exposed.target.party.id.slice(1))
      const without = await screen(
        inputsOf(
          textsOf(
            rows,
            all.filter((at) => at !== target),
          ),
        ),
        DEFAULTS,
      )

      expect(after.waived.map(({ id }) => id)).toEqual([exposed.id])
      expect(exposures(after, exposed.party.id)).toEqual(exposures(without, exposed.party.id))
      const others = ({ findings }: Report) => findings.filter(({ party }) => party.id !== exposed.party.id)
      expect(others(after)).toEqual(others(before))
    }),
    { numRuns: 60 },
  )
})
