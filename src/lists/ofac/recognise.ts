import type { ListHead } from '../head.js'
import { fits, isEndMark, isHeader, NULL, type OfacFile } from './rows.js'

/**
 * Whether most of the first rows are those of one file of OFAC's legacy CSV set. A header with a field `name` and no null of OFAC's anywhere
 * is a user's own table, whose numbers in the first column are ids.
 */
export function isOfacFile(file: OfacFile, head: ListHead): boolean {
  if (head.kind !== 'csv') return false
  const [first = []] = head.commaRows
  const named = first.some((cell) => cell.trim().toLowerCase() === 'name')
  if (named && !head.commaRows.some((cells) => cells.some((cell) => cell.trim() === NULL))) return false
  const rows = head.commaRows.filter((cells, index) => !isEndMark(cells) && !(index === 0 && isHeader(file, cells)))
  return rows.filter((cells) => fits(file, cells)).length * 2 > rows.length
}
