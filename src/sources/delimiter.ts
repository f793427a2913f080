import { scanQuotes } from './quotes.js'

export const DELIMITERS = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** Records looked at: a header and enough rows to tell a delimiter from a comma in a name. */
const RECORDS = 20

/** How many cells each of the first records has, if this is the delimiter. The last line may be cut and is left out. */
function cellCounts(lines: readonly string[], delimiter: string): readonly number[] {
  const counts: number[] = []
  let record: string | undefined
  for (const line of lines) {
    if (counts.length === RECORDS) break
    if (record === undefined && line.trim() === '') continue
    const state = scanQuotes(line, delimiter, record !== undefined)
    record = record === undefined ? line : `${record}\n${line}`
    if (state === 'open') continue
    counts.push(record.replaceAll(/"(?:[^"]|"")*"/g, '').split(delimiter).length)
    record = undefined
  }
  return counts
}

/**
 * The delimiter that splits the first record, and the rows after it into as many cells. Of several, the one on whose
 * count most rows agree; then the one with more cells; a comma where there is none at all.
 */
export function guessDelimiter(head: string, whole: boolean): Delimiter {
  const named = /^"?sep=([,;\t|])"?\r?\n/i.exec(head)?.[1]
  const lines = head.split(/\r?\n/)
  if (!whole && lines.length > 1) lines.pop()
  let best: { readonly delimiter: Delimiter; readonly agreeing: number; readonly cells: number } | undefined
  for (const delimiter of DELIMITERS) {
    if (delimiter === named) return delimiter
    const [cells = 1, ...rows] = cellCounts(lines, delimiter)
    if (cells === 1) continue
    const agreeing = rows.filter((count) => count === cells).length
    if (best === undefined || agreeing > best.agreeing || (agreeing === best.agreeing && cells > best.cells)) {
      best = { delimiter, agreeing, cells }
    }
  }
  return best?.delimiter ?? ','
}
