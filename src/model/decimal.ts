/** Exact decimals as text: amounts and stakes pass through unchanged, and no float ever touches the evidence. */

const SHAPE = /^-?\d+(?:\.\d+)?$/

/** `-?digits[.digits]` as written, without the blanks around it; `undefined` for exponents, thousands marks and other forms. */
export function parseDecimal(text: string): string | undefined {
  const trimmed = text.trim()
  return SHAPE.test(trimmed) ? trimmed : undefined
}

function scaleOf(decimal: string): number {
  const point = decimal.indexOf('.')
  return point === -1 ? 0 : decimal.length - point - 1
}

function scaled(decimal: string, scale: number): bigint {
  return BigInt(decimal.replace('.', '')) * 10n ** BigInt(scale - scaleOf(decimal))
}

/** Below 0, 0 or above 0 by value: `0.50` equals `0.5`. Both must be what `parseDecimal` gives. */
export function compareDecimals(a: string, b: string): number {
  const scale = Math.max(scaleOf(a), scaleOf(b))
  const left = scaled(a, scale)
  const right = scaled(b, scale)
  return left < right ? -1 : left > right ? 1 : 0
}

/** The exact sum, with as many decimal places as the longer of the two. Both must be what `parseDecimal` gives. */
export function addDecimals(a: string, b: string): string {
  const scale = Math.max(scaleOf(a), scaleOf(b))
  const sum = scaled(a, scale) + scaled(b, scale)
  const digits = (sum < 0n ? -sum : sum).toString().padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  const text = scale === 0 ? whole : `${whole}.${digits.slice(digits.length - scale)}`
  return sum < 0n ? `-${text}` : text
}
