export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string }

/** In valid JSON: a string, with the colon that makes it a key; or a number. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|-?\d[\d.eE+-]*/gs

/** Keys of all objects at any depth; no recursion, because the depth is the file's to choose. */
function countKeys(value: unknown): number {
  let keys = 0
  const todo: unknown[] = [value]
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if (typeof next !== 'object' || next === null) continue
    if (!Array.isArray(next)) keys += Object.keys(next).length
    for (const inner of Object.values(next)) if (typeof inner === 'object') todo.push(inner)
  }
  return keys
}

/**
 * Parses one JSON text. Numbers come as strings, just as they are written: 12345678901234567890.12 must not become a
 * float. A key that is there twice is an error: JSON.parse would drop the first value in silence.
 */
export function parseJsonRecord(text: string): ParsedJson {
  try {
    let value: unknown = JSON.parse(text)
    let keys = 0
    let numbers = 0
    const exact = text.replaceAll(TOKENS, (token: string, colon: string | undefined) => {
      if (colon !== undefined) keys++
      if (token.startsWith('"')) return token
      numbers++
      return `"${token}"`
    })
    if (numbers > 0) value = JSON.parse(exact)
    if (countKeys(value) === keys) return { ok: true, value }
    return { ok: false, message: 'expected every field once, got one of them twice' }
  } catch {
    return { ok: false, message: 'expected a JSON object, got text that is broken off or is no JSON' }
  }
}
