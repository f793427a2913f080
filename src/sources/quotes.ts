/**
 * Where a line of CSV leaves its quotes: `closed` ends the record, `open` goes on in the next line, `broken` has text
 * after a closing quote. A quote opens only at the beginning of a cell; anywhere else it stands for itself, as in `12" pipe`.
 */
export function scanQuotes(line: string, delimiter: string, inQuotes: boolean): 'closed' | 'open' | 'broken' {
  let at = 0
  let quoted = inQuotes
  for (;;) {
    if (!quoted) {
      if (line[at] !== '"') {
        const next = line.indexOf(delimiter, at)
        if (next === -1) return 'closed'
        at = next + delimiter.length
        continue
      }
      at++
    }
    const quote = line.indexOf('"', at)
    if (quote === -1) return 'open'
    at = quote + 1
    if (line[at] === '"') {
      at++
      quoted = true
      continue
    }
    quoted = false
    if (at === line.length) return 'closed'
    if (!line.startsWith(delimiter, at)) return 'broken'
    at += delimiter.length
  }
}
