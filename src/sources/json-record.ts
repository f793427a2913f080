export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string }

const QUOTE = 0x22
const MINUS = 0x2d
const COLON = 0x3a
const BACKSLASH = 0x5c
/** In valid JSON a number ends before one of these, or with the text. */
const ENDS_NUMBER: ReadonlySet<number> = new Set(Array.from(' \t\r\n,]}', (end) => end.charCodeAt(0)))

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

/** Past the closing quote of the string that opens at `at`. */
function afterString(text: string, at: number): number {
  let next = at + 1
  for (let code = text.charCodeAt(next); code !== QUOTE; code = text.charCodeAt(next))
    next += code === BACKSLASH ? 2 : 1
  return next + 1
}

function isKey(text: string, after: number): boolean {
  let next = after
  while (text.charCodeAt(next) <= 0x20) next++
  return text.charCodeAt(next) === COLON
}

/** Valid JSON with its numbers in quotes, and how many keys it has. A loop, because a regular expression took eight times as long. */
function withNumbersQuoted(text: string): { readonly exact: string; readonly keys: number } {
  let exact = ''
  let keys = 0
  let copied = 0
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) {
      at = afterString(text, at)
      if (isKey(text, at)) keys++
    } else if (isDigit(code) || code === MINUS) {
      const start = at
      while (at < text.length && !ENDS_NUMBER.has(text.charCodeAt(at))) at++
      exact += `${text.slice(copied, start)}"${written(text.slice(start, at))}"`
      copied = at
    } else at++
  }
  return { exact: exact + text.slice(copied), keys }
}

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
    const parsed: unknown = JSON.parse(text)
    const { exact, keys } = withNumbersQuoted(text)
    const value: unknown = exact === text ? parsed : JSON.parse(exact)
    if (countKeys(value) === keys) return { ok: true, value }
    return { ok: false, message: 'expected every field once, got one of them twice' }
  } catch {
    return { ok: false, message: 'expected a JSON object, got text that is broken off or is no JSON' }
  }
}
