import { basename } from 'node:path'
import type { ListAddress, ListName } from '../../model/entry.js'
import type { ProblemSink } from '../../model/problem.js'
import { COMPANIONS, type Companion } from './companions.js'
import type { OfacList } from './programs.js'
import type { OfacRows } from './read.js'
import { REMARKS_LIMIT } from './remarks.js'
import type { MainRow } from './rows.js'

/** What was read of the companions that are there. */
export interface CompanionRows {
  readonly alt?: OfacRows<ListName | undefined>
  readonly add?: OfacRows<ListAddress | undefined>
  readonly comments?: OfacRows<string>
}

interface LegacySet {
  readonly list: OfacList
  readonly path: string
  readonly main: OfacRows
  readonly rows: readonly MainRow[]
  readonly companions: CompanionRows
  /** Names of the companions that are not there. */
  readonly missing: ReadonlyMap<Companion, string>
}

const SAME_DAY = 'take all files of the set again, of the same day'

/** What the files of a set say of each other: a file that was cut off between two rows, or is of another day, shows by this alone. */
export function checkSet(set: LegacySet, problems: ProblemSink): void {
  warnOfMissing(set, problems)
  warnOfCutRemarks(set, problems)
  const known = knownUids(set)
  for (const companion of COMPANIONS) warnOfOrphans(set, known, companion, problems)
  warnOfMissingAddresses(set, problems)
  warnOfEndMarks(set, problems)
  const { alt, add, comments } = set.companions
  for (const rows of [set.main, alt, add, comments]) if (rows !== undefined) warnOfBrokenEnd(rows, problems)
}

function warnOfMissing({ list, path, rows, missing }: LegacySet, problems: ProblemSink): void {
  const cut = rows.filter(isCut).length
  const lost: string[] = []
  const alt = missing.get('alt')
  const add = missing.get('add')
  const comments = missing.get('comments')
  if (alt !== undefined) lost.push(`${alt} (aliases)`)
  if (add !== undefined) lost.push(`${add} (addresses)`)
  if (comments !== undefined && cut > 0) lost.push(`${comments} (the rest of ${cut} remarks)`)
  if (lost.length === 0) return
  const message = `${list} is used without ${lost.join(', ')}: names and numbers that stand there are not screened`
  const hint =
    path === '-' ? 'give the file by its path, with the others beside it' : `put them beside ${basename(path)}`
  problems({ severity: 'warning', code: 'companions-missing', message, hint, file: path })
}

function isCut(row: MainRow): boolean {
  return row.remarks?.length === REMARKS_LIMIT
}

function warnOfCutRemarks({ path, rows, companions }: LegacySet, problems: ProblemSink): void {
  const { comments } = companions
  if (comments === undefined) return
  const continued = new Set(comments.rows.map(({ uid }) => uid))
  for (const row of rows) {
    if (!isCut(row) || continued.has(row.uid)) continue
    const message = `the remarks of ${row.uid} stop at ${REMARKS_LIMIT} characters and ${basename(comments.tally.path)} does not continue them; what would follow is not screened`
    problems({ severity: 'warning', code: 'remarks-cut', message, file: path, line: row.line, column: 'remarks' })
  }
}

function knownUids({ main, rows }: LegacySet): ReadonlySet<string> {
  const known = new Set(main.rejectedUids)
  for (const { uid } of rows) known.add(uid)
  if (rows.length < main.rows.length) for (const { uid } of main.rows) known.add(uid)
  return known
}

function warnOfOrphans(
  { path, main, companions }: LegacySet,
  known: ReadonlySet<string>,
  companion: Companion,
  problems: ProblemSink,
): void {
  const read = companions[companion]
  if (read === undefined) return
  const orphans: { readonly uid: string; readonly line: number }[] = []
  for (const row of read.rows) if (!known.has(row.uid)) orphans.push(row)
  const [first] = orphans
  if (first === undefined) return
  // Rows of the main file that are rejected without their uid are said, and account for as many.
  const unread = main.tally.rejected - new Set(main.rejectedUids).size
  const isExplained = new Set(orphans.map(({ uid }) => uid)).size <= unread
  const message = `${orphans.length} rows are of entries that ${basename(path)} does not have, the first of ${first.uid}; they are not used, and the entries may be missing`
  problems({
    // OFAC itself publishes remarks of entries that are gone; a name or an address without its entry says that entries are missing.
    severity: companion === 'comments' || isExplained ? 'warning' : 'error',
    code: 'companion-orphans',
    message,
    hint: SAME_DAY,
    file: read.tally.path,
    line: first.line,
  })
}

/** Every entry has a row in the address file, if only an empty one (13,821 of 13,821 in the list of 28 December 2023). */
function warnOfMissingAddresses({ rows, companions }: LegacySet, problems: ProblemSink): void {
  const { add } = companions
  if (add === undefined) return
  const placed = new Set(add.rejectedUids)
  for (const { uid } of add.rows) placed.add(uid)
  const without = rows.filter((row) => !placed.has(row.uid))
  const [first] = without
  if (first === undefined) return
  const message = `expected a row for every entry, got none for ${without.length}, the first of them ${first.uid}; the file may be cut off or of another day`
  problems({ severity: 'error', code: 'addresses-missing', message, hint: SAME_DAY, file: add.tally.path })
}

/** OFAC ends its files with 0x1A. Copies saved again by others have none, so only a set that is of two minds is remarkable. */
function warnOfEndMarks({ main, companions }: LegacySet, problems: ProblemSink): void {
  const files = [main, companions.alt, companions.add].filter((file) => file !== undefined)
  const marked = files.find((file) => file.endMark)
  if (marked === undefined) return
  for (const file of files) {
    if (file.endMark) continue
    const message = `expected the end mark 0x1A that ${basename(marked.tally.path)} has; the file may be cut off`
    problems({ severity: 'warning', code: 'end-mark-missing', message, hint: SAME_DAY, file: file.tally.path })
  }
}

function warnOfBrokenEnd({ tally, brokenOff }: OfacRows, problems: ProblemSink): void {
  if (brokenOff === undefined) return
  const message = 'expected the last field of the last row to be whole, got a broken one; the file may be cut off'
  problems({ severity: 'warning', code: 'row-cut', message, hint: SAME_DAY, file: tally.path, line: brokenOff })
}
