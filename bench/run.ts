import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { measureFloors, type Floors } from './floors.js'
import { makeData, type DataFiles } from './make-data.js'
import type { Outcome } from './outcome.js'
import { floorTable, machine, ratioOf, runTable, stageTable, type Figures, type Measured } from './page.js'
import { writePage } from './write-page.js'

// The whole tool and its peer on the same files: npm run bench -- [--only 1m,2m] [--hops 4] [--rounds 3] [--json] [--compare <file>] [--beside <file>] [--write]
interface Job {
  readonly data: string
  readonly hops: number
  readonly format: string
  readonly threads: readonly number[]
}

const SIZES = {
  '1m': { links: 1_000_000, parties: 100_000, sources: 2 },
  '2m': { links: 2_000_000, parties: 200_000, sources: 3 },
  '10m': { links: 10_000_000, parties: 1_000_000, sources: 16 },
} as const

const JOBS: readonly Job[] = [
  { data: '1m', hops: 4, format: 'json', threads: [1, 2] },
  { data: '2m', hops: 4, format: 'json', threads: [1, 2] },
  { data: '2m', hops: 6, format: 'json', threads: [2] },
  { data: '10m', hops: 3, format: 'jsonl', threads: [2] },
  { data: '10m', hops: 4, format: 'json', threads: [1, 2] },
  { data: '10m', hops: 6, format: 'jsonl', threads: [2] },
]

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    hops: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    folder: { type: 'string', default: join(tmpdir(), 'hopscreen-bench') },
    json: { type: 'boolean', default: false },
    compare: { type: 'string' },
    beside: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
})
const here = fileURLToPath(new URL('.', import.meta.url))
const say = (text: string): void => void process.stderr.write(`${text}\n`)

/** Runs a script of this folder on so many cores, and gives what it left; nothing where it ended badly. */
function runOnce(script: string, args: readonly string[], threads: number): Outcome | undefined {
  const outcome = join(values.folder, 'outcome.json')
  rmSync(outcome, { force: true })
  const command = [process.execPath, '--max-old-space-size=8192', join(here, script), ...args, outcome]
  const cores = threads < availableParallelism() ? ['taskset', '-c', '0'] : []
  const [first = '', ...rest] = [...cores, ...command]
  try {
    execFileSync(first, rest, { stdio: ['ignore', 'ignore', 'inherit'] })
    const left: Outcome = JSON.parse(readFileSync(outcome, 'utf8'))
    return left
  } catch {
    say(`${script} ${args.join(' ')} ended badly`)
    return undefined
  }
}

/** The round of the median ratio: what else the machine does disturbs both alike only within one round. */
function measure(job: Job, threads: number): Measured | undefined {
  const folder = join(values.folder, job.data)
  const rounds: Measured[] = []
  for (let round = 0; round < Number(values.rounds); round++) {
    const duckdb = runOnce('duckdb-run.js', [folder, String(job.hops), String(threads)], threads)
    const screen = runOnce('screen-run.js', [folder, String(job.hops), job.format], threads)
    if (screen === undefined) return undefined
    const same = duckdb !== undefined && duckdb.digest === screen.digest
    const base = { name: job.data, hops: job.hops, format: job.format, threads, screen, same }
    rounds.push(duckdb === undefined ? base : { ...base, duckdb })
    say(
      `${job.data} N=${job.hops} ${threads} threads: ${screen.total} ms, ${screen.peak} MB; DuckDB ${duckdb?.total} ms, ${duckdb?.peak} MB`,
    )
  }
  const byRatio = rounds.toSorted(
    (a, b) => a.screen.total / (a.duckdb?.total ?? 1) - b.screen.total / (b.duckdb?.total ?? 1),
  )
  return byRatio[Math.floor(byRatio.length / 2)]
}

async function main(): Promise<void> {
  const wanted = values.only?.split(',') ?? Object.keys(SIZES)
  const files = new Map<string, DataFiles>()
  for (const [name, size] of Object.entries(SIZES)) {
    if (!wanted.includes(name) && name !== '1m') continue
    say(`making ${name} in ${values.folder}`)
    files.set(name, makeData(join(values.folder, name), size))
  }
  const sample = files.get('1m')?.transactions ?? ''
  const floors: Record<string, Floors> = {}
  for (const [name, { links }] of Object.entries(SIZES)) {
    const path = files.get(name)?.transactions
    if (path !== undefined && wanted.includes(name)) {
      floors[name] = await measureFloors(path, { path: sample, times: links / SIZES['1m'].links })
    }
  }
  const hops = values.hops?.split(',')
  const isWanted = (job: Job): boolean => wanted.includes(job.data) && hops?.includes(String(job.hops)) !== false
  const runs = JOBS.filter(isWanted).flatMap((job) => job.threads.flatMap((threads) => measure(job, threads) ?? []))
  const figures = values.beside === undefined ? { runs, floors } : beside({ runs, floors }, readFigures(values.beside))
  if (values.json) process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`)
  else
    process.stdout.write(
      `${machine()}\n\n${runTable(figures.runs)}\n\n${figures.runs.map(stageTable).join('\n\n')}\n\n${floorTable(figures.floors)}\n`,
    )
  if (values.compare !== undefined) compare(runs, values.compare)
  if (values.write) writePage(figures)
  if (runs.some((run) => run.duckdb !== undefined && !run.same)) process.exitCode = 1
}

/** Those of an earlier `--json`. */
function readFigures(path: string): Figures {
  const figures: Figures = JSON.parse(readFileSync(path, 'utf8'))
  return figures
}

function isSameJob(a: Measured, b: Measured): boolean {
  return a.name === b.name && a.hops === b.hops && a.threads === b.threads && a.format === b.format
}

/** Figures with those of an earlier run that were not measured again: all sizes together take half an hour. */
function beside({ runs, floors }: Figures, earlier: Figures): Figures {
  const kept = earlier.runs.filter((run) => !runs.some((other) => isSameJob(run, other)))
  const order = Object.keys(SIZES)
  const size = ({ name }: Measured): number => order.indexOf(name)
  const all = [...kept, ...runs].toSorted((a, b) => size(a) - size(b) || a.hops - b.hops || a.threads - b.threads)
  const each = Object.entries({ ...earlier.floors, ...floors })
  return { runs: all, floors: Object.fromEntries(each.toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))) }
}

/** What changed since an earlier `--json`. */
function compare(runs: readonly Measured[], path: string): void {
  const earlier = readFigures(path)
  for (const run of runs) {
    const before = earlier.runs.find((other) => isSameJob(run, other))
    if (before === undefined) continue
    say(
      `${run.name} N=${run.hops} ${run.threads} threads: ratio ${ratioOf(before)} to ${ratioOf(run)}, ${before.screen.total} to ${run.screen.total} ms, ${before.screen.peak} to ${run.screen.peak} MB`,
    )
  }
}

await main()
