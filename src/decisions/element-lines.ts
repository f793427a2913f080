const [QUOTE, BACKSLASH, FEED] = [0x22, 0x5c, 0x0a]
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [0x7b, 0x7d, 0x5b, 0x5d]

/** Where the string ends that begins at a quote. Most of such a file is strings, which are searched and not read. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let before = at
    while (text.charCodeAt(before - 1) === BACKSLASH) before--
    if ((at - before) % 2 === 0) return at
  }
  return text.length
}

/**
 * The line of each element of the first array inside the outermost object of a JSON text: on it the element begins. JSON
 * is known to be well formed; strings are skipped whole, so that no bracket in a name counts.
 */
export function elementLines(text: string): readonly number[] {
  const lines: number[] = []
  let line = 1
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === QUOTE) at = endOfString(text, at)
    else if (unit === FEED) line++
    else if (unit === OPEN_BRACE || unit === OPEN_BRACKET) {
      if (unit === OPEN_BRACE && depth === 2) lines.push(line)
      depth++
    } else if (unit === CLOSE_BRACE || unit === CLOSE_BRACKET) depth--
  }
  return lines
}
