import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { backtest } from '../src/backtest.js'
import { formatDay } from '../src/model/date.js'
import { LINK_KINDS } from '../src/model/record.js'
import { DEFAULT_THRESHOLDS } from '../src/model/thresholds.js'
import { screen } from '../src/screen.js'
import { fileSource } from '../src/sources/file.js'
import { createRandom } from './random.js'

// What a backtest over 200 days costs beside one screening of the same files: node .build/bench/backtest.js [transactions] [rounds]
const [linkCount = 300_000, rounds = 3] = process.argv.slice(2).map(Number)
const DAYS = 200
const FIRST = 19_723
const partyCount = Math.round(linkCount / 10)
const random = createRandom(20_241_127)
const anyOf = (count: number): number => Math.floor(random() * count)

const folder = mkdtempSync(join(tmpdir(), 'hopscreen-backtest-'))
const file = (name: string, rows: readonly string[]): string => {
  const path = join(folder, name)
  writeFileSync(path, `${rows.join('\n')}\n`)
  return path
}
const nameOf = (party: number): string => `Firm ${party.toString(36)} Works`
const entities = file('entities.csv', [
  'id,name,country',
  ...Array.from({ length: partyCount }, (_, party) => `P${party},${nameOf(party)},BY`),
])
const transactions = file('transactions.csv', [
  'kind,from,to,date',
  ...Array.from(
    { length: linkCount },
    () => `supply,P${anyOf(partyCount)},P${anyOf(partyCount)},${formatDay(FIRST - 400 + anyOf(600))}`,
  ),
])
const relations = file('relations.csv', [
  'kind,from,to,percent,since',
  ...Array.from(
    { length: partyCount / 10 },
    () => `owns,P${anyOf(partyCount)},P${anyOf(partyCount)},${anyOf(101)},${formatDay(FIRST - anyOf(400))}`,
  ),
])
const list = file('list.csv', [
  'id,list,name,type,country,listed_on',
  ...Array.from({ length: 300 }, (_, row) => {
    const party = anyOf(partyCount)
    return `E${row}-${party},OFAC SDN,${nameOf(party)},company,BY,${formatDay(FIRST - 50 + anyOf(DAYS + 50))}`
  }),
])

const options = {
  hops: 3,
  direction: 'both',
  kinds: LINK_KINDS,
  asOf: formatDay(FIRST + DAYS - 1),
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
const inputs = () => ({
  entities: [fileSource(entities)],
  transactions: [fileSource(transactions)],
  relations: [fileSource(relations)],
  lists: [{ path: list, source: fileSource(list) }],
})

async function busy<T>(run: () => Promise<T>): Promise<{ readonly result: T; readonly ms: number }> {
  const before = process.cpuUsage()
  const result = await run()
  const { user, system } = process.cpuUsage(before)
  return { result, ms: (user + system) / 1000 }
}

for (let round = 0; round < rounds; round++) {
  const once = await busy(() => screen(inputs(), options))
  const series = await busy(() => backtest(inputs(), options, { from: formatDay(FIRST), to: options.asOf, every: 1 }))
  console.log(
    `one screening ${once.ms.toFixed(0)} ms busy, ${once.result.findings.length} findings;`,
    `${series.result.days.length} days ${series.ms.toFixed(0)} ms busy: ${(series.ms / once.ms).toFixed(2)} times`,
  )
}
rmSync(folder, { recursive: true })
