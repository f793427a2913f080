/** A table taken apart by a pattern, without any parser: cells of a record, whose quotes may hold line ends. */
export function rawRows(text: string, delimiter = ','): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  const pattern = new RegExp(`("(?:[^"]|"")*"|[^${delimiter}\\n]*)(${delimiter}|\\r?\\n|$)`, 'g')
  for (const [whole, cell = '', end = ''] of text.matchAll(pattern)) {
    if (whole === '' && row.length === 0) continue
    row.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell.replace(/\r$/, ''))
    if (end === delimiter) continue
    rows.push(row)
    row = []
  }
  return rows
}
