import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildGraph } from '../src/graph/adjacency.js'
import { walkInOrder } from '../src/graph/chronological.js'
import { firstDays, NEVER } from '../src/graph/first-days.js'
import { addLink, createLinkTable } from '../src/graph/links.js'
import { createStops } from '../src/graph/stops.js'
import { walk, type WalkDirection } from '../src/graph/walk.js'
import { takeIn } from '../src/intake/intake.js'
import { DEFAULT_THRESHOLDS } from '../src/model/thresholds.js'
import { LINK_KINDS } from '../src/model/record.js'
import { fileSource } from '../src/sources/file.js'
import { findOwned } from '../src/verdicts/owned.js'
import { standingOf } from '../src/verdicts/standing.js'
import type { Match } from '../src/model/report.js'
import { createRandom } from './random.js'

// What law and time cost, on data made by seed: node .build/bench/law.js [stakes] [links] [parties]
const [stakeCount = 1_000_000, linkCount = 10_000_000, partyCount = 1_000_000] = process.argv.slice(2).map(Number)
const random = createRandom(20_241_126)
const anyOf = (count: number): number => Math.floor(random() * count)

async function timed<T>(
  stage: string,
  run: () => T | Promise<T>,
): Promise<{ readonly result: T; readonly ms: number }> {
  const before = process.cpuUsage()
  const start = performance.now()
  const result = await run()
  const ms = performance.now() - start
  const { user, system } = process.cpuUsage(before)
  console.log(
    stage.padEnd(40),
    `${ms.toFixed(0)} ms`.padStart(10),
    `${((user + system) / 1000).toFixed(0)} ms busy`.padStart(14),
  )
  return { result, ms: (user + system) / 1000 }
}

const blocking = (party: number): Match => ({
  list: 'OFAC SDN',
  regime: 'us',
  listKind: 'asset-freeze',
  entryId: String(party),
  entryName: '',
  programs: [],
  score: 1,
  confidence: 'confirmed',
  basis: 'name',
  recordName: '',
  matchedName: '',
  nameStrength: 'primary',
  explanation: '',
})

/** Five owners a party, of percentages that often reach the threshold together. */
async function stakes(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hopscreen-law-'))
  const path = join(folder, 'relations.csv')
  const sizes = ['50', '25', '33.33', '16.67', '10', '5', '20', '1', '2.5', '']
  const rows = ['kind,from,to,percent']
  for (let row = 0; row < stakeCount; row++)
    rows.push(`owns,P${anyOf(stakeCount / 5)},P${anyOf(stakeCount / 5)},${sizes[anyOf(sizes.length)]}`)
  writeFileSync(path, `${rows.join('\n')}\n`)
  const options = {
    hops: 4,
    direction: 'both',
    kinds: LINK_KINDS,
    asOf: '2024-12-31',
    asOfGiven: false,
    ...DEFAULT_THRESHOLDS,
    spread: 'confirmed',
    exactNames: false,
    minStake: '10',
    chronological: false,
    failOn: 'any',
    maxBad: '0',
    strict: false,
  } as const
  const source = fileSource(path)
  const read = await timed(`reading ${stakeCount} stakes`, () =>
    takeIn({ entities: [], transactions: [], relations: [source] }, options, 20_088, () => {}),
  )
  rmSync(folder, { recursive: true })
  const { links, relationDetails, ends } = read.result
  for (const share of [0.01, 0.2]) {
    const seeds = Math.round(ends.count * share)
    const standing = standingOf(new Map(Array.from({ length: seeds }, (_, party) => [party, [blocking(party)]])))
    const owned = await timed(`who is owned, ${seeds} listed`, () =>
      findOwned({
        links,
        details: relationDetails,
        partyCount: ends.count,
        standing,
        regimes: ['us'],
        asOf: options.asOf,
        day: 20_088,
        spread: 'confirmed',
        prefers: (a, b) => a < b,
      }),
    )
    console.log(`  ${owned.result.owned.size} owned; ${((read.ms + owned.ms) / read.ms).toFixed(2)} times the reading`)
  }
}

const DEPTH = 3

/** Goods on days over four years, a tenth of them known to the month and a tenth without a date. */
async function walks(): Promise<void> {
  const table = createLinkTable(linkCount)
  for (let row = 0; row < linkCount; row++) {
    const roll = random()
    const first = 18_993 + anyOf(1461)
    const days = roll < 0.1 ? {} : { first, last: roll < 0.2 ? first + 29 : first }
    const kind = random() < 0.7 ? 'supply' : 'payment'
    const hood = anyOf(partyCount)
    const other = (hood - (hood % 5000) + Math.floor(10_000 * random() ** 3)) % partyCount
    addLink(table, { from: hood, to: other, kind, ...days, file: 0, row, line: row })
  }
  const { result: graph } = await timed(`building ${linkCount} links`, () => buildGraph(table, partyCount))
  const stops = createStops(partyCount)
  const sources = Array.from({ length: 100 }, () => anyOf(partyCount))
  const directions: readonly WalkDirection[] = ['suppliers', 'customers']
  // Once before: neither is measured while it is compiled, and the days of what is reached are gathered once for all walks.
  await timed('first plain walk', () => {
    for (const direction of directions) walk(graph, { direction, sources, depth: DEPTH, stops })
  })
  await timed('first walk in order of time', () => {
    for (const direction of directions) walkInOrder(graph, { direction, sources, depth: DEPTH, stops })
  })
  const plain = await timed('plain walk', () =>
    directions.map((direction) => walk(graph, { direction, sources, depth: DEPTH, stops })),
  )
  const inOrder = await timed('walk in order of time', () =>
    directions.map((direction) => walkInOrder(graph, { direction, sources, depth: DEPTH, stops })),
  )
  const states = inOrder.result.reduce((sum, one) => sum + one.times.count, 0)
  console.log(`  ${(inOrder.ms / plain.ms).toFixed(2)} times the plain walk, ${states} states`)
  const linkDays = Int32Array.from({ length: linkCount }, () => anyOf(200))
  const sourceDays = new Int32Array(partyCount).fill(NEVER)
  for (const source of sources) sourceDays[source] = anyOf(200)
  const days = await timed('walk over 200 days at once', () =>
    directions.map((direction) => firstDays(graph, { direction, hops: DEPTH + 1, stops, sourceDays, linkDays })),
  )
  console.log(`  ${(days.ms / plain.ms).toFixed(2)} times the plain walk`)
}

await stakes()
await walks()
