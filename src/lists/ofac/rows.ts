/**
 * The layout of OFAC's legacy files (ofac.treasury.gov, "dat_spec": SDN/Consolidated data file specification). They have no header and
 * write `-0- ` for nothing; copies that others saved again may have one, and end without the 0x1A that closes OFAC's own.
 */
export interface MainRow {
  readonly uid: string
  readonly name: string
  readonly type: string | undefined
  readonly programs: string
  readonly callSign: string | undefined
  readonly flag: string | undefined
  readonly owner: string | undefined
  readonly remarks: string | undefined
  readonly line: number
}

/** Names the files, as in `sdn.csv`, `alt.csv`, `add.csv` and `sdn_comments.csv`. */
export type OfacFile = 'main' | 'alt' | 'add' | 'comments'

/** How many cells a row of each file has. */
export const WIDTHS: Readonly<Record<OfacFile, number>> = { main: 12, alt: 5, add: 6, comments: 2 }

const END_MARK = '\u001A'
const UID = /^\s*\d+\s*$/
/** What OFAC writes for nothing, with a blank behind it. */
export const NULL = '-0-'

/** What a cell says; `undefined` where it says nothing. Quoted cells keep their blanks: a continuation may begin with one. */
export function cellText(cell: string | undefined): string | undefined {
  const text = cell?.trim() ?? ''
  return text === '' || text === NULL ? undefined : cell
}

/** A null that the end of a cut-off file has broken: no cell of the lists is so short a dash. */
export function isBrokenNull(cell: string | undefined): boolean {
  const text = cell?.trim() ?? ''
  return text === '-' || text === '-0'
}

export function isEndMark(cells: readonly string[]): boolean {
  return cells.length === 1 && cells[0]?.trim() === END_MARK
}

/** A header that somebody added: words where every row has its uid. */
export function isHeader(file: OfacFile, cells: readonly string[]): boolean {
  return cells.length === WIDTHS[file] && /^(?:ent_?num|uid|id|sdn_?id)$/i.test(cells[0]?.trim() ?? '')
}

export function isUid(cell: string | undefined): boolean {
  return cell !== undefined && UID.test(cell)
}

const TYPE = /^(?:-0-|individual|vessel|aircraft|entity)?$/i

/** Whether the type of a party is one of OFAC's; none is that of an entity. */
export function isKnownType(text: string | undefined): boolean {
  return TYPE.test(text?.trim() ?? '')
}

const KIND = /^[afn]\.?k\.?a\.?$/i

/** Whether a row fits a file of the set by its shape and by what stands in the cells that tell the files apart. */
export function fits(file: OfacFile, cells: readonly string[]): boolean {
  if (cells.length !== WIDTHS[file] || !isUid(cells[0])) return false
  switch (file) {
    case 'main':
      return cellText(cells[1]) !== undefined && isKnownType(cells[2])
    case 'alt':
      return isUid(cells[1]) && KIND.test(cells[2]?.trim() ?? '')
    case 'add':
      return isUid(cells[1])
    case 'comments':
      return true
  }
}

/**
 * Whether the columns of an alias or an address are not where they should be: there is no header that would say so. A kind of alias that is new
 * shows nothing; the main file is told by its first rows, and a kind of party that is new is no reason to leave it out.
 */
export function isTurnedRound(file: OfacFile, cells: readonly string[]): boolean {
  if (file !== 'alt' && file !== 'add') return false
  return !isUid(cells[1]) || (file === 'alt' && KIND.test(cells[3]?.trim() ?? ''))
}

/** Reads a row of twelve cells that begins with a uid and has a name. */
export function mainRow(cells: readonly string[], line: number): MainRow {
  return {
    uid: cells[0]?.trim() ?? '',
    name: cells[1]?.trim() ?? '',
    type: cellText(cells[2])?.trim().toLowerCase(),
    programs: cellText(cells[3]) ?? '',
    callSign: cellText(cells[5])?.trim(),
    flag: cellText(cells[9])?.trim(),
    owner: cellText(cells[10])?.trim(),
    remarks: isBrokenNull(cells[11]) ? undefined : cellText(cells[11]),
    line,
  }
}
