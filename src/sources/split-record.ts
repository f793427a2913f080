/**
 * The cells of one record of CSV whose quotes hold together, as `scanQuotes` tells: line breaks within quotes and all. A quote opens only at
 * the beginning of a cell, and a doubled one within quotes is one (RFC 4180).
 */
export function splitRecord(text: string, delimiter: string): readonly string[] {
  const cells: string[] = []
  let at = 0
  for (;;) {
    let end: number
    if (text[at] === '"') {
      const quoted = endOfQuotes(text, at + 1)
      const inner = text.slice(at + 1, quoted.end)
      cells.push(quoted.doubled ? inner.replaceAll('""', '"') : inner)
      end = quoted.end + 1
    } else {
      const next = text.indexOf(delimiter, at)
      end = next === -1 ? text.length : next
      cells.push(text.slice(at, end))
    }
    if (end >= text.length) return cells
    at = end + delimiter.length
  }
}

function endOfQuotes(text: string, from: number): { readonly end: number; readonly doubled: boolean } {
  let doubled = false
  for (let quote = text.indexOf('"', from); quote !== -1; quote = text.indexOf('"', quote + 2)) {
    if (text[quote + 1] !== '"') return { end: quote, doubled }
    doubled = true
  }
  return { end: text.length, doubled }
}
