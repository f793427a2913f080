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

/** A literal with an exponent written out, which is exact; one of a hundred digits and more stays as it is. */
function written(literal: string): string {
  const found = /^(-?)(\d+)(?:\.(\d+))?[eE]([+-]?\d{1,2})$/.exec(literal)
  if (found === null) return literal
  const [, sign = '', whole = '', fraction = '', power = ''] = found
  const places = fraction.length - Number(power)
  const digits = whole + fraction
  if (places <= 0) return sign + (digits + '0'.repeat(-places)).replace(/^0+(?=\d)/, '')
  const padded = digits.padStart(places + 1, '0')
  return `${sign}${padded.slice(0, -places).replace(/^0+(?=\d)/, '')}.${padded.slice(-places)}`
}

/**
 * Parses one JSON text. Numbers come as strings, exact to the digit: 12345678901234567890.12 must not become a
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
      return `"${written(token)}"`
    })
    if (numbers > 0) value = JSON.parse(exact)
    if (countKeys(value) === keys) return { ok: true, value }
    return { ok: false, message: 'expected every field once, got one of them twice' }
  } catch {
    return { ok: false, message: 'expected a JSON object, got text that is broken off or is no JSON' }
  }
}
