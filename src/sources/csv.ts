import type { TextForm } from './encoding/text-form.js'
import { readLines } from './lines.js'
import type { ReadOutcome } from './outcome.js'
import { scanQuotes } from './quotes.js'
import type { Source } from './source.js'
import { splitRecord } from './split-record.js'

export interface CsvOptions {
  readonly delimiter: string
  /** How the bytes become lines: UTF-8 with LF where nothing is said. */
  readonly form?: TextForm
  /** A record with the line on which it begins. Any number of cells: whoever knows the header counts them. */
  readonly onRow: (cells: readonly string[], line: number) => void
  /**
   * A record whose quotes don't hold together. `cells` is what can be read of its first line when the quotes are taken
   * for nothing: good enough to find a name in, not to build a record from.
   */
  readonly onBroken: (cells: readonly string[], line: number, message: string) => void
  /** Whether the header was read before: then no line is the first of the file, whatever its number. */
  readonly hasBegun?: boolean
  /** Asked now and then: whether the rows given so far are all that is wanted. */
  readonly enough?: () => boolean
}

/** A quoted cell of more is a quote that nobody closed. */
const LONGEST_RECORD = 1 << 20
/** Lines read again after quotes that were never closed. A file of nothing else would be read again for each of its lines. */
const MOST_REREAD = 1 << 20
const NOT_CLOSED = 'expected the quote that opens here to be closed'

/** Excel's own first line, which names the delimiter and is no record. */
const EXCEL_HINT = /^"?sep=."?$/i

function withoutCr(text: string): string {
  return text.endsWith('\r') ? text.slice(0, -1) : text
}

/** What stands between the delimiters of a line whose quotes mean nothing. */
function looseCells(text: string, delimiter: string): readonly string[] {
  return withoutCr(text).replaceAll('"', '').split(delimiter)
}

interface Line {
  readonly text: string
  readonly line: number
}

/** Takes the lines of a CSV text one after the other and gives its records. */
export interface CsvLines {
  /** Without its LF; a CR at its end stays. */
  line(text: string, line: number): void
  /** Whether a quote is open, so that the next line goes on with the record. */
  isOpen(): boolean
  /** After the last line: a quote that is still open is broken. */
  end(): void
}

/** The records of lines as `readCsv` gives them, for whoever has the lines already. */
export function createCsvLines(options: CsvOptions): CsvLines {
  const { delimiter, onRow, onBroken, hasBegun = false } = options
  /** The lines of a record whose quote is open. */
  let open: Line[] = []
  let openSize = 0
  let reread = 0

  /** Rejects the line that opened the quote, and gives back those after it: a stray quote may have swallowed good records. */
  function reject(message: string): readonly Line[] {
    const [first, ...swallowed] = open
    open = []
    openSize = 0
    if (first === undefined) return swallowed
    onBroken(looseCells(first.text, delimiter), first.line, message)
    reread += swallowed.length
    if (reread <= MOST_REREAD) return swallowed
    for (const { text, line } of swallowed) onBroken(looseCells(text, delimiter), line, message)
    return []
  }

  function takeQuoted(at: Line): readonly Line[] {
    const state = scanQuotes(withoutCr(at.text), delimiter, open.length > 0)
    open.push(at)
    openSize += at.text.length
    if (state === 'broken') return reject('expected a delimiter or the end of the line after a closing quote')
    if (state === 'open') return openSize > LONGEST_RECORD ? reject(NOT_CLOSED) : []
    const text = withoutCr(open.length === 1 ? at.text : open.map((part) => part.text).join('\n'))
    const line = open[0]?.line ?? at.line
    open = []
    openSize = 0
    onRow(splitRecord(text, delimiter), line)
    return []
  }

  function takePlain(text: string, line: number): void {
    const row = withoutCr(text)
    if (line === 1 && !hasBegun && EXCEL_HINT.test(row)) return
    if (row.trim() !== '') onRow(row.split(delimiter), line)
  }

  /** Nearly all quotes are closed where they opened: such a line is a record. */
  function takeWhole(text: string, line: number): void {
    const row = withoutCr(text)
    if (scanQuotes(row, delimiter, false) === 'closed') onRow(splitRecord(row, delimiter), line)
    else takeAll([{ text, line }])
  }

  function takeAll(lines: readonly Line[]): void {
    const todo = lines.toReversed()
    for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
      if (open.length === 0 && !next.text.includes('"')) takePlain(next.text, next.line)
      else for (const again of takeQuoted(next).toReversed()) todo.push(again)
    }
  }

  return {
    line(text, line) {
      if (open.length > 0) takeAll([{ text, line }])
      else if (!text.includes('"')) takePlain(text, line)
      else takeWhole(text, line)
    },
    isOpen: () => open.length > 0,
    end() {
      while (open.length > 0) takeAll(reject(NOT_CLOSED))
    },
  }
}

/**
 * Reads CSV (RFC 4180; also LF; quotes within an unquoted cell stand for themselves; blank lines are no rows) row by
 * row. Lines are split and records with quotes found here, which keeps the line of every record exact and one broken
 * record from taking the rest along.
 */
export async function readCsv(source: Source, options: CsvOptions): Promise<ReadOutcome> {
  const lines = createCsvLines(options)
  const outcome = await readLines(source, lines.line, options.enough, options.form)
  lines.end()
  return outcome
}
