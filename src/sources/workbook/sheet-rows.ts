import type { Archive, Trouble } from './archive.js'
import { cellValue, type CellRules } from './cell-value.js'
import type { NumberFormat } from './number-format.js'
import { readXmlPart } from './xml-part.js'

export interface SheetRow {
  /** Up to the last that is filled. */
  readonly cells: readonly string[]
  /** Its number in the sheet. */
  readonly line: number
  /** What stands in a cell that is no text, by its index. */
  readonly misfits?: ReadonlyMap<number, string>
}

export interface SheetRules extends CellRules {
  /** By the index that a cell's `s` names. */
  readonly formats: readonly NumberFormat[]
}

/** A sheet is read as it is unpacked; one of a million rows and twenty columns is about so large. */
const MOST = 1 << 30
/** XFD, the last column that there is. */
const COLUMNS = 16_384
const NUMBER: NumberFormat = { kind: 'number' }

/** The index of the column in a cell's name: `B7` is 1. */
function columnOf(name: string): number {
  let column = 0
  for (let at = 0; at < name.length; at++) {
    const letter = name.charCodeAt(at) - 0x40
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column - 1
}

/** Gives the rows of a sheet that have something in them. */
export async function readSheetRows(
  archive: Archive,
  part: string,
  rules: SheetRules,
  onRow: (row: SheetRow) => void,
  enough: () => boolean = () => false,
): Promise<Trouble | undefined> {
  let line = 0
  let column = -1
  let cells: string[] = []
  let misfits = new Map<number, string>()
  let type = ''
  let style = 0
  let value = ''
  let hasFormula = false
  let isValue = false
  let phonetic = 0
  let tooWide: Trouble | undefined

  function endCell(): void {
    const held = cellValue({ type, value, hasFormula }, rules.formats[style] ?? NUMBER, rules)
    if (held.kind === 'text' && held.text === '') return
    if (column < 0 || column >= COLUMNS) {
      tooWide ??= { code: 'broken-workbook', message: `expected at most ${COLUMNS} columns, got more` }
      return
    }
    while (cells.length < column) cells.push('')
    cells[column] = held.kind === 'text' ? held.text : ''
    if (held.kind === 'misfit') misfits.set(column, held.what)
  }

  function endRow(): void {
    if (cells.length > 0 && !enough()) onRow(misfits.size === 0 ? { cells, line } : { cells, line, misfits })
    cells = []
    misfits = new Map()
  }

  const trouble = await readXmlPart(archive, part, MOST, {
    open(name, attributes) {
      if (name === 'row') {
        line = attributes['r'] === undefined ? line + 1 : Number(attributes['r'])
        column = -1
      } else if (name === 'c') {
        column = attributes['r'] === undefined ? column + 1 : columnOf(attributes['r'])
        type = attributes['t'] ?? ''
        style = Number(attributes['s'] ?? 0)
        value = ''
        hasFormula = false
      } else if (name === 'f') hasFormula = true
      else if (name === 'rPh') phonetic++
      else if ((name === 'v' || name === 't') && phonetic === 0) isValue = true
    },
    text(text) {
      if (isValue) value += text
    },
    close(name) {
      if (name === 'c') endCell()
      else if (name === 'row') endRow()
      else if (name === 'rPh') phonetic--
      else if (name === 'v' || name === 't') isValue = false
    },
    enough: () => tooWide !== undefined || enough(),
  })
  return trouble ?? tooWide
}
