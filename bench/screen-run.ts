import { writeFileWhole } from '../src/cli/write.js'
import { LINK_KINDS } from '../src/model/record.js'
import { DEFAULT_THRESHOLDS } from '../src/model/thresholds.js'
import { FORMATS, renderPieces } from '../src/report/render.js'
import { screenFlowing } from '../src/screen.js'
import { fileSource } from '../src/sources/file.js'
import { createClock, digestOf, leaveOutcome } from './outcome.js'

// One screening from files to a report, timed by stage: node screen-run.js <folder> <hops> <format> <outcome>
const [folder = '', hops = '4', format = 'json', outcome = ''] = process.argv.slice(2)
const clock = createClock()
const list = fileSource(`${folder}/list.csv`)
const report = await screenFlowing(
  {
    entities: [fileSource(`${folder}/entities.csv`)],
    transactions: [fileSource(`${folder}/transactions.csv`)],
    relations: [],
    lists: [{ path: list.path, source: list, day: '2024-01-01' }],
  },
  {
    hops: Number(hops),
    direction: 'both',
    kinds: LINK_KINDS,
    asOf: '2024-12-31',
    asOfGiven: false,
    ...DEFAULT_THRESHOLDS,
    spread: 'confirmed',
    exactNames: false,
    minStake: '10',
    failOn: 'any',
    maxBad: '0',
    chronological: false,
    strict: false,
  },
  { progress: (stage, done) => (done === undefined ? clock.next(stage) : undefined) },
)
clock.next('writing')
const look = { color: false, quiet: false, verbose: false }
const known = FORMATS.find((one) => one === format) ?? 'json'
await writeFileWhole(`${folder}/report.${format}`, await renderPieces(report, known, look))
const measured = clock.end()
const lines: string[] = []
for (const { kind, confidence, party, hops: distance } of report.findings) {
  if (confidence === 'confirmed' && (kind === 'listed' || kind === 'exposed')) lines.push(`${party.id} ${distance}`)
}
leaveOutcome(outcome, { ...measured, found: lines.length, digest: digestOf(lines) })
