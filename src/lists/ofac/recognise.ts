import type { ListHead } from '../head.js'
import { fits, isEndMark, isHeader, type OfacFile } from './rows.js'

/** Whether most of the first rows are those of one file of OFAC's legacy CSV set. */
export function isOfacFile(file: OfacFile, head: ListHead): boolean {
  if (head.kind !== 'csv') return false
  const rows = head.commaRows.filter((cells, index) => !isEndMark(cells) && !(index === 0 && isHeader(file, cells)))
  return rows.filter((cells) => fits(file, cells)).length * 2 > rows.length
}
