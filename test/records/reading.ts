import type { FileSettings } from '../../src/model/file-settings.js'
import type { Problem } from '../../src/model/problem.js'
import type { EntityRecord, LinkRecord } from '../../src/model/record.js'
import { readEntities } from '../../src/records/entities.js'
import { readLinks } from '../../src/records/links.js'
import type { LinkOptions, LinkRole, RowRef } from '../../src/records/links.js'
import type { Tally } from '../../src/records/tally.js'
import type { Source } from '../../src/sources/source.js'
import { memorySource } from '../sources/memory-source.js'

export interface Reading<T> {
  readonly records: readonly T[]
  readonly rows: readonly RowRef[]
  /** Names of rejected rows, each with its line. */
  readonly names: readonly string[]
  readonly problems: readonly Problem[]
  readonly tally: Tally
}

function collector<T>() {
  const records: T[] = []
  const rows: RowRef[] = []
  const names: string[] = []
  const problems: Problem[] = []
  return {
    records,
    rows,
    names,
    problems,
    take(record: T, row: RowRef) {
      records.push(record)
      rows.push(row)
    },
    rejectedNames(found: readonly string[], place: { readonly line: number }) {
      names.push(...found.map((name) => `${place.line}:${name}`))
    },
  }
}

export interface How {
  readonly path?: string
  readonly chunkSize?: number
  readonly said?: FileSettings
}

function sourceOf(content: string | Buffer, { path = 'test.csv', chunkSize, said }: How): Source {
  const source = memorySource(content, path, chunkSize)
  return said === undefined ? source : { ...source, said }
}

export async function entities(content: string | Buffer, how: How = {}): Promise<Reading<EntityRecord>> {
  const { take, rejectedNames, ...found } = collector<EntityRecord>()
  const source = sourceOf(content, how)
  const tally = await readEntities(source, 'entities', { record: take, rejectedNames }, (problem) =>
    found.problems.push(problem),
  )
  return { ...found, tally }
}

export async function links(
  content: string | Buffer,
  role: LinkRole = 'transactions',
  options: LinkOptions = {},
  how: How = {},
): Promise<Reading<LinkRecord>> {
  const { take, rejectedNames, ...found } = collector<LinkRecord>()
  const source = sourceOf(content, how)
  const tally = await readLinks(source, role, options, { link: take, rejectedNames }, (problem) =>
    found.problems.push(problem),
  )
  return { ...found, tally }
}

/** A problem in short: `error:3 row-short` or `warning:3 bad-date date`. */
export function brief({ severity, line, code, column }: Problem): string {
  return `${severity}:${line ?? ''} ${code}${column === undefined ? '' : ` ${column}`}`
}
