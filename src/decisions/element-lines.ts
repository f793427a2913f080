const [QUOTE, BACKSLASH, FEED] = [0x22, 0x5c, 0x0a]
const OPEN: ReadonlySet<number> = new Set([0x7b, 0x5b])
const CLOSE: ReadonlySet<number> = new Set([0x7d, 0x5d])
const BRACE = 0x7b

/** Where the string ends that begins at a quote. */
function endOfString(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1
  return at
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
    else if (OPEN.has(unit)) {
      if (unit === BRACE && depth === 2) lines.push(line)
      depth++
    } else if (CLOSE.has(unit)) depth--
  }
  return lines
}
