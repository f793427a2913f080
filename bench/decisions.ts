import type { Waiver } from '../src/model/decision.js'
import { entryStates } from '../src/deciding.js'
import { readDecisions } from '../src/decisions/read.js'
import { decisionsText } from '../src/decisions/write.js'
import { entriesInForce } from '../src/lists/in-force.js'
import { loadLists } from '../src/lists/load.js'
import { LINK_KINDS } from '../src/model/record.js'
import type { Report } from '../src/model/report.js'
import { DEFAULT_THRESHOLDS } from '../src/model/thresholds.js'
import { screen } from '../src/screen.js'
import { createRandom } from './random.js'
import { csv, inputsOf, textSource } from '../test/inputs.js'

// What it costs to apply waivers over many targets: node .build/bench/decisions.js [waivers] [targets] [rounds]
const [waivers = 10_000, targets = 500, rounds = 3] = process.argv.slice(2).map(Number)

const letters = (at: number): string =>
  at < 26 ? String.fromCodePoint(97 + at) : `${letters(Math.floor(at / 26) - 1)}${letters(at % 26)}`
const numbers = (count: number) => Array.from({ length: count }, (_, at) => at)
const random = createRandom(10)
/** Words that nobody takes for each other, since a list of names all alike would measure matches and not waivers. */
const word = () => Array.from({ length: 9 }, () => letters(Math.floor(random() * 26))).join('')
const makers = numbers(targets).map(() => `${word()} ${word()}`)
const listed = (at: number) => makers[at] ?? ''

/** Each vendor supplies a listed maker, and a middleman who supplies another. */
const texts = {
  entities: csv('id,name,country', [
    ...numbers(targets).map((at) => `t${at},${listed(at)},BY`),
    ...numbers(targets).map((at) => `m${at},Middle ${letters(at)}y House,KZ`),
    ...numbers(waivers).map((at) => `v${at},Vendor ${letters(at)}q Works,CN`),
  ]),
  transactions: csv('kind,from,to', [
    ...numbers(targets).map((at) => `supply,m${at},t${(at + 1) % targets}`),
    ...numbers(waivers).flatMap((at) => [`supply,v${at},t${at % targets}`, `supply,v${at},m${at % targets}`]),
  ]),
  list: csv(
    'id,list,name,country,type,listed_on',
    numbers(targets).map((at) => `E${at},OFAC SDN,${listed(at)},BY,company,2020-01-01`),
  ),
}

const options = {
  hops: 4,
  direction: 'both',
  kinds: LINK_KINDS,
  asOf: '2024-07-24',
  asOfGiven: true,
  ...DEFAULT_THRESHOLDS,
  spread: 'confirmed',
  exactNames: false,
  minStake: '10',
  chronological: false,
  failOn: 'any',
  maxBad: '0',
  strict: false,
} as const

async function waiversOf(report: Report): Promise<readonly Waiver[]> {
  const lists = await loadLists(inputsOf(texts).lists, () => {})
  const { entries } = entriesInForce(lists, { day: 19_928, given: true }, {})
  const stateOf = entryStates(entries)
  return report.findings.flatMap((finding): Waiver[] => {
    if (finding.kind !== 'exposed' || !finding.party.id.startsWith('v')) return []
    const { id, name } = finding.party
    return [
      {
        about: name,
        decision: 'waive',
        finding: finding.id,
        kind: finding.kind,
        party: { id, name, names: [name], countries: ['CN'], identifiers: [] },
        target: finding.target.party,
        entries: finding.target.matches.flatMap(({ list, entryId }) => stateOf(list, entryId) ?? []),
        hops: finding.hops,
        confidence: finding.confidence,
        afterDesignation: finding.afterDesignation,
        chain: '',
        reason: 'measured',
        decidedOn: '2024-07-01',
        expires: '2025-01-01',
      },
    ]
  })
}

async function busy<T>(run: () => Promise<T>): Promise<{ readonly result: T; readonly ms: number }> {
  const before = process.cpuUsage()
  const result = await run()
  const { user, system } = process.cpuUsage(before)
  return { result, ms: (user + system) / 1000 }
}

const text = decisionsText(await waiversOf(await screen(inputsOf(texts), options)))
for (let round = 0; round < rounds; round++) {
  const without = await busy(() => screen(inputsOf(texts), options))
  const reading = await busy(() => readDecisions(textSource('decisions.json', text)))
  const withThem = await busy(() => screen({ ...inputsOf(texts), decisions: reading.result }, options))
  console.log(
    `${reading.result.decisions.length} waivers over ${targets} targets: reading ${reading.ms.toFixed(0)} ms,`,
    `applying ${(withThem.ms - without.ms).toFixed(0)} ms busy beside ${without.ms.toFixed(0)} ms of screening;`,
    `${withThem.result.waived.length} set aside, ${withThem.result.findings.length} findings left`,
  )
}
