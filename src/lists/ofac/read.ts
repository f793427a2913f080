import type { Problem, ProblemSink } from '../../model/problem.js'
import { quote } from '../../records/quote.js'
import { createTally, type Tally } from '../../records/tally.js'
import { readCsv } from '../../sources/csv.js'
import type { Source } from '../../sources/source.js'
import { cellText, isBrokenNull, isEndMark, isHeader, isTurnedRound, isUid, WIDTHS, type OfacFile } from './rows.js'

export interface OfacRow<Said> {
  readonly uid: string
  readonly line: number
  readonly said: Said
}

export interface OfacRows<Said = unknown> {
  readonly tally: Tally
  /** Rows with a uid and the right number of cells; not yet counted as accepted. */
  readonly rows: readonly OfacRow<Said>[]
  /** Uids of rows that were rejected, as far as they can be read. */
  readonly rejectedUids: ReadonlySet<string>
  /** Line of a last row whose last cell the end of the file has broken. */
  readonly brokenOff: number | undefined
  readonly endMark: boolean
  /** Whether the file could be read to its end. */
  readonly whole: boolean
}

const CUT_HINT = 'the file may be cut off or changed; take it again from where it came from'

/**
 * Reads one file of the set, and counts and names its bad rows. The same reader serves all four, which differ by their number of cells.
 *
 * @param read what is kept of a row: the cells of all four files together are most of what reading them would hold.
 */
export async function readOfacFile<Said>(
  file: OfacFile,
  source: Source,
  read: (cells: readonly string[]) => Said,
  problems: ProblemSink,
): Promise<OfacRows<Said>> {
  const tally = createTally('list', source.path)
  const rows: OfacRow<Said>[] = []
  let lastCell = ''
  const rejectedUids = new Set<string>()
  const bad: Problem[] = []
  let endMark = false
  let nulls = false
  let first = true

  function reject(cells: readonly string[], line: number, code: string, message: string): void {
    tally.reject()
    const uid = cells[0]?.trim() ?? ''
    if (isUid(uid)) rejectedUids.add(uid)
    bad.push({ severity: 'error', code, message, hint: CUT_HINT, file: source.path, line })
  }

  const outcome = await readCsv(source, {
    delimiter: ',',
    onRow(cells, line) {
      const header = first && isHeader(file, cells)
      first = false
      if (isEndMark(cells)) endMark = true
      else if (!header) {
        const wrong = wrongRow(file, cells)
        if (wrong === undefined) {
          rows.push({ uid: cells[0]?.trim() ?? '', line, said: read(cells) })
          lastCell = cells.at(-1) ?? ''
        } else reject(cells, line, wrong.code, wrong.message)
        nulls ||= cells.at(-1)?.trim() === '-0-'
      }
    },
    onBroken: (cells, line, message) => reject(cells, line, 'row-broken', message),
  })

  // A file of another kind altogether is one error, not one for each of its rows.
  if (rows.length > 0) for (const problem of bad) problems(problem)
  if (outcome.failure !== undefined) problems(outcome.failure)
  else if (rows.length === 0 && (bad.length > 0 || file !== 'comments'))
    problems(notOfSet(file, source.path, outcome.facts.bytes))
  const whole = outcome.failure === undefined && (rows.length > 0 || (file === 'comments' && bad.length === 0))
  const last = rows.at(-1)
  const cut = !endMark && nulls && last !== undefined && isCutNull(lastCell)
  tally.finish(`ofac-${file}-csv`, outcome.facts)
  return { tally, rows, rejectedUids, brokenOff: cut ? last.line : undefined, endMark, whole }
}

function isCutNull(cell: string): boolean {
  return cell.trim() === '' || isBrokenNull(cell)
}

function wrongRow(
  file: OfacFile,
  cells: readonly string[],
): { readonly code: string; readonly message: string } | undefined {
  const width = WIDTHS[file]
  if (cells.length !== width) {
    const code = cells.length < width ? 'row-short' : 'row-long'
    return { code, message: `expected ${width} fields, got ${cells.length}` }
  }
  if (!isUid(cells[0]))
    return { code: 'bad-uid', message: `expected the uid of an entry, a number, got ${quote(cells[0] ?? '')}` }
  if (file === 'main' && cellText(cells[1]) === undefined)
    return { code: 'no-name', message: 'expected a name, got none' }
  return isTurnedRound(file, cells) ? { code: 'bad-uid', message: TURNED_ROUND } : undefined
}

const TURNED_ROUND = 'expected the uid of an entry, then a number of its own, then what it says, got other columns'

const CONTENTS: Readonly<Record<OfacFile, string>> = {
  main: 'entries',
  alt: 'aliases',
  add: 'addresses',
  comments: 'continued remarks',
}

function notOfSet(file: OfacFile, path: string, bytes: number): Problem {
  const what = `expected OFAC's ${CONTENTS[file]}, rows of ${WIDTHS[file]} fields that begin with a uid, got `
  if (bytes === 0) return { severity: 'error', code: 'empty-file', message: `${what}an empty file`, file: path }
  return { severity: 'error', code: 'list-unknown', message: `${what}none such`, hint: CUT_HINT, file: path }
}
