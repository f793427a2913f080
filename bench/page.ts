import { cpus, totalmem } from 'node:os'
import type { Floors } from './floors.js'
import type { Outcome } from './outcome.js'

/** One size of data, measured. */
export interface Measured {
  readonly name: string
  readonly hops: number
  readonly threads: number
  readonly format: string
  readonly screen: Outcome
  /** Absent where the peer was not asked. */
  readonly duckdb?: Outcome
  readonly same: boolean
}

export interface Figures {
  readonly runs: readonly Measured[]
  readonly floors: Readonly<Record<string, Floors>>
}

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(2)

/** How many times the peer's time a run took. */
export function ratioOf({ screen, duckdb }: Measured): string {
  return duckdb === undefined ? '' : (screen.total / duckdb.total).toFixed(2)
}

function row(cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`
}

export function runTable(runs: readonly Measured[]): string {
  const head = [
    'data',
    'hops',
    'threads',
    'report',
    'found',
    'hopscreen s',
    'DuckDB s',
    'ratio',
    'hopscreen CPU s',
    'DuckDB CPU s',
    'hopscreen MB',
    'DuckDB MB',
    'same parties and hops',
  ]
  const lines = runs.map((run) =>
    row([
      run.name,
      run.hops,
      run.threads,
      run.format,
      run.screen.found,
      seconds(run.screen.total),
      run.duckdb === undefined ? '' : seconds(run.duckdb.total),
      ratioOf(run),
      seconds(run.screen.cpu),
      run.duckdb === undefined ? '' : seconds(run.duckdb.cpu),
      run.screen.peak,
      run.duckdb?.peak ?? '',
      run.duckdb === undefined ? 'not asked' : run.same ? 'yes' : 'NO',
    ]),
  )
  return [row(head), row(head.map(() => '---')), ...lines].join('\n')
}

export function stageTable(run: Measured): string {
  const stages = (outcome: Outcome): string =>
    Object.entries(outcome.stages)
      .filter(([name]) => name !== '')
      .map(([name, time]) => `${name} ${seconds(time)}`)
      .join(', ')
  const peer = run.duckdb === undefined ? '' : `\n- DuckDB: ${stages(run.duckdb)}`
  return `${run.name}, N = ${run.hops}, ${run.threads} threads, in seconds:\n\n- hopscreen: ${stages(run.screen)}${peer}`
}

export function floorTable(floors: Figures['floors']): string {
  const head = ['data', 'wc -l', 'line ends in JavaScript', 'csv-parse alone']
  const lines = Object.entries(floors).map(([name, its]) =>
    row([name, seconds(its['wc -l']), seconds(its['line ends in JavaScript']), seconds(its['csv-parse alone'])]),
  )
  return [row(head), row(head.map(() => '---')), ...lines].join('\n')
}

export function machine(): string {
  return `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`
}
