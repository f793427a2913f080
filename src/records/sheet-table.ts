import type { Problem } from '../model/problem.js'
import { readBytes } from '../sources/bytes.js'
import type { ReadOutcome } from '../sources/outcome.js'
import type { Source } from '../sources/source.js'
import { openWorkbook, type Sheet, type SheetRow, type Workbook } from '../sources/workbook/workbook.js'
import { findHeaderRow, ROWS_BEFORE_TABLE, type HeaderPlace } from './header-row.js'
import type { Reading, TableReader } from './table-reader.js'
import { createTableRows } from './table-rows.js'

/** A packed workbook is held in memory; one of a million rows has some 60 MiB. */
const LARGEST = 1 << 28

interface Held {
  readonly outcome: ReadOutcome
  readonly bytes: Buffer
}

async function hold(source: Source): Promise<Held> {
  const chunks: Buffer[] = []
  let size = 0
  const outcome = await readBytes(source, {
    write(chunk) {
      size += chunk.length
      if (size > LARGEST) return tooLarge(source.path)
      chunks.push(Buffer.from(chunk))
      return undefined
    },
    end: () => undefined,
  })
  return { outcome, bytes: Buffer.concat(chunks) }
}

function tooLarge(file: string): Problem {
  const message = `expected a workbook of at most ${LARGEST >> 20} MiB, got a larger one`
  return { severity: 'error', code: 'workbook-too-large', message, hint: 'save the sheet as CSV UTF-8', file }
}

/** Reads the records in a sheet of a workbook: the one that is named, else the only one with the header of such a file. */
export async function readSheetTable(reading: Reading, named: string | undefined): Promise<ReadOutcome> {
  const { source, reader, tally, problems } = reading
  const { outcome, bytes } = await hold(source)
  if (outcome.failure !== undefined) return outcome
  const failed = (trouble: Pick<Problem, 'code' | 'message' | 'hint'>, file = source.path): ReadOutcome => ({
    facts: outcome.facts,
    failure: { severity: 'error', ...trouble, file },
  })
  const book = await openWorkbook(bytes)
  if ('code' in book) return failed(book)
  const chosen = await chooseSheet(book, reader, named)
  if ('code' in chosen) return failed(chosen)
  const { sheet, header, left } = chosen
  const file = source.sheet === undefined ? `${source.path}!${sheet.name}` : source.path
  tally.readFrom(file)
  if (left.length > 0) problems({ ...sheetsLeft(sheet, left), file: source.path })
  const rows = createTableRows({ file, reader, tally, problems, header, isGrid: true })
  const trouble = await sheet.rows(({ cells, line, misfits }) => rows.onRow(cells, line, misfits), reader.enough)
  return trouble === undefined ? outcome : failed(trouble, file)
}

type Trouble = Pick<Problem, 'code' | 'message' | 'hint'>

interface Chosen {
  readonly sheet: Sheet
  /** Absent where none of its first rows is one: then the first is refused, with what it lacks. */
  readonly header: HeaderPlace | undefined
  /** Other sheets that have something in them. */
  readonly left: readonly Sheet[]
}

interface Looked {
  readonly sheet: Sheet
  readonly header: HeaderPlace | undefined
  readonly isEmpty: boolean
}

async function look(sheet: Sheet, reader: TableReader): Promise<Looked | Trouble> {
  const first: SheetRow[] = []
  const trouble = await sheet.rows(
    (row) => first.push(row),
    () => first.length >= ROWS_BEFORE_TABLE,
  )
  return trouble ?? { sheet, header: findHeaderRow(first, reader), isEmpty: first.length === 0 }
}

async function chooseSheet(book: Workbook, reader: TableReader, named?: string): Promise<Chosen | Trouble> {
  if (named !== undefined) {
    const sheet = book.sheets.find(({ name }) => name === named) ?? book.sheets.find(({ name }) => isAlike(name, named))
    const looked = sheet === undefined ? undefined : await look(sheet, reader)
    if (looked === undefined) return noSuchSheet(book, named)
    return 'code' in looked ? looked : { ...looked, left: [] }
  }
  const filled: Looked[] = []
  for (const sheet of book.sheets) {
    const looked = await look(sheet, reader)
    if ('code' in looked) return looked
    if (!looked.isEmpty) filled.push(looked)
  }
  const fitting = filled.filter(({ header }) => header !== undefined)
  const shown = fitting.filter(({ sheet }) => !sheet.isHidden)
  if (fitting.length > 1) return severalSheets(fitting)
  const only = shown[0] ?? fitting[0] ?? (filled.length === 1 ? filled[0] : undefined)
  if (only === undefined) return noSheet(filled)
  return { ...only, left: filled.filter((one) => one !== only).map(({ sheet }) => sheet) }
}

function isAlike(name: string, other: string): boolean {
  return name.trim().toLowerCase() === other.trim().toLowerCase()
}

function namesOf(sheets: readonly Pick<Sheet, 'name'>[]): string {
  return sheets.map(({ name }) => JSON.stringify(name)).join(', ')
}

const SAY_SHEET = 'name the sheet after a mark: book.xlsx!Sheet1'

function noSuchSheet({ sheets }: Workbook, named: string): Trouble {
  const message = `expected a sheet ${JSON.stringify(named)}, got ${namesOf(sheets)}`
  return { code: 'no-sheet', message, hint: 'the name must be that on the tab' }
}

function severalSheets(fitting: readonly Looked[]): Trouble {
  const message = `expected one sheet with the columns of such a file, got ${namesOf(fitting.map(({ sheet }) => sheet))}`
  return { code: 'several-sheets', message, hint: `${SAY_SHEET}; each is then a file of its own` }
}

function noSheet(filled: readonly Looked[]): Trouble {
  if (filled.length === 0) return { code: 'empty-file', message: 'the workbook has no sheet with anything in it' }
  const message = `expected a sheet with the columns of such a file, got none in ${namesOf(filled.map(({ sheet }) => sheet))}`
  return { code: 'no-sheet', message, hint: SAY_SHEET }
}

function sheetsLeft(sheet: Sheet, left: readonly Sheet[]): Omit<Problem, 'file'> {
  const others =
    left.length === 1
      ? `the sheet ${namesOf(left)} was not read: it has no header of such a file`
      : `the sheets ${namesOf(left)} were not read: they have no header of such a file`
  const message = `of the workbook the sheet ${JSON.stringify(sheet.name)} was read; ${others}`
  return { severity: 'warning', code: 'sheets-left', message, hint: SAY_SHEET }
}
