/**
 * The line of each element of the first array inside the outermost object of a JSON text: on it the element begins. JSON
 * is known to be well formed; strings are skipped whole, so that no bracket in a name counts.
 */
export function elementLines(text: string): readonly number[] {
  const lines: number[] = []
  const token = /"(?:[^"\\]|\\.)*"|[[{\]}\n]/gsu
  let line = 1
  let depth = 0
  for (const [found] of text.matchAll(token)) {
    if (found === '\n') line++
    else if (found === '{' || found === '[') {
      if (found === '{' && depth === 2) lines.push(line)
      depth++
    } else if (found === '}' || found === ']') depth--
  }
  return lines
}
