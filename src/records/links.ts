import type { FileSettings } from '../model/file-settings.js'
import type { Place, Problem, ProblemSink } from '../model/problem.js'
import type { LinkRecord } from '../model/record.js'
import type { FileFacts } from '../sources/outcome.js'
import type { Source } from '../sources/source.js'
import { RELATION_SHAPE, TRANSACTION_SHAPE } from './columns.js'
import type { Field } from './columns.js'
import { collectUnstated } from './unstated-forms.js'
import type { Layout } from './layout.js'
import { readLinkRow } from './link-row.js'
import type { LinkRole } from './link-row.js'
import { limitProblems } from './many-problems.js'
import { createRowCheck } from './row-check.js'
import { LINK_NAMES, namesIn } from './row.js'
import type { Row } from './row.js'
import { readTable } from './table.js'
import type { TableReader } from './table-reader.js'
import type { RowRef, Tally } from './tally.js'

export type { LinkRole } from './link-row.js'
export type { RowRef } from './tally.js'

export interface LinkSink {
  link(link: LinkRecord, row: RowRef): void
  /** Names in a row that was rejected: they are screened although there is no link. */
  rejectedNames(names: readonly string[], place: Place): void
}

export interface LinkOptions {
  /** The user's own company, which stands in where one end of a transaction is missing. */
  readonly self?: string
}

function needed(role: LinkRole, self: string | undefined) {
  return (layout: Layout): readonly Field[] => {
    const oneEndIsEnough =
      role === 'transactions' && self !== undefined && (layout.at.has('from') || layout.at.has('to'))
    const ends: readonly Field[] = oneEndIsEnough ? [] : ['from', 'to']
    return layout.implied === undefined ? [...ends, 'kind'] : ends
  }
}

function tableReader(
  role: LinkRole,
  self: string | undefined,
  rest: Pick<TableReader, 'row' | 'rejectedNames'>,
  said: FileSettings | undefined,
): TableReader {
  const shape = role === 'transactions' ? TRANSACTION_SHAPE : RELATION_SHAPE
  return { role, shape, needed: needed(role, self), ...(said === undefined ? {} : { said }), ...rest }
}

/**
 * Reads a file of transactions or relations. Every row is in the tally that it gives, as accepted or as rejected; what
 * is wrong with a row or with the whole file goes to `problems`, in the order of the file.
 */
export async function readLinks(
  source: Source,
  role: LinkRole,
  options: LinkOptions,
  sink: LinkSink,
  problems: ProblemSink,
): Promise<Tally> {
  const limited = limitProblems(problems)
  const unstated = collectUnstated(limited.sink)
  const reader = linkReader(source.path, role, options, sink, unstated.sink, source.said)
  const tally = await readTable(source, reader, unstated.sink)
  unstated.flush()
  limited.flush()
  return tally
}

/** How `readLinks` takes the rows of a file. */
export function linkReader(
  file: string,
  role: LinkRole,
  options: LinkOptions,
  sink: LinkSink,
  problems: ProblemSink,
  said?: FileSettings,
): TableReader {
  const next = createRowCheck(file, problems, said)

  function row(its: Row, tally: Tally): void {
    const check = next(its)
    const link = readLinkRow(check, role, options.self)
    if (link !== undefined) return sink.link(link, tally.accept(check.degraded))
    tally.reject()
    const names = namesIn(its, LINK_NAMES)
    if (names.length > 0) sink.rejectedNames(names, check.place)
  }

  return tableReader(role, options.self, { row, rejectedNames: sink.rejectedNames }, said)
}

export interface ReadBackOptions extends LinkOptions {
  /** What the file was at the first reading, as the tally has it: then any change to it is a problem. */
  readonly facts?: FileFacts
}

/**
 * Reads a file of links again and gives the wanted rows, by the ordinals that the first reading gave them, in ascending
 * order. The problem says that the file is no longer what it was.
 */
export async function readBackLinks(
  source: Source,
  role: LinkRole,
  options: ReadBackOptions,
  wanted: readonly number[],
  onLink: (row: number, link: LinkRecord) => void,
): Promise<Problem | undefined> {
  const nextRow = createRowCheck(source.path, () => {}, source.said)
  let next = 0
  let lost = false

  function row(its: Row, tally: Tally): void {
    if (tally.rows === wanted[next]) {
      const link = readLinkRow(nextRow(its), role, options.self)
      if (link === undefined) lost = true
      else onLink(tally.rows, link)
      next++
    }
    tally.accept(false)
  }

  if (wanted.length === 0) return undefined
  const reader = tableReader(role, options.self, { row, rejectedNames: () => {} }, source.said)
  const { facts } = await readTable(source, { ...reader, enough: () => next >= wanted.length }, () => {})
  const changed = options.facts !== undefined && options.facts.sha256 !== facts.sha256
  if (!lost && !changed && next >= wanted.length) return undefined
  return fileChanged(source.path)
}

/** A file is read twice, and was not the same the second time. */
export function fileChanged(file: string): Problem {
  return {
    severity: 'error',
    code: 'file-changed',
    message: 'the file changed while it was screened: its records are not what they were',
    hint: 'run again when nothing writes to it',
    file,
  }
}
