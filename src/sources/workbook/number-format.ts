/** What the format of a cell makes of its number. */
export type NumberFormat =
  | { readonly kind: 'number' }
  /** Shown as a day, as a month of a year, or as a year alone. */
  | { readonly kind: 'date'; readonly precision: 'day' | 'month' | 'year' }
  | { readonly kind: 'percent' }
  /** A code filled up with zeros: 90210 is shown as 090210. */
  | { readonly kind: 'zeros'; readonly width: number }

const NUMBER: NumberFormat = { kind: 'number' }
const DAY: NumberFormat = { kind: 'date', precision: 'day' }
const MONTH: NumberFormat = { kind: 'date', precision: 'month' }

/** Formats that have a number and no code, ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 as in Chinese workbooks. */
const BUILT_IN: ReadonlyMap<number, NumberFormat> = new Map<number, NumberFormat>([
  [9, { kind: 'percent' }],
  [10, { kind: 'percent' }],
  ...[14, 15, 16, 22, 28, 29, 30, 31, 51, 53, 54, 58].map((id): [number, NumberFormat] => [id, DAY]),
  ...[17, 27, 36, 50, 52, 57].map((id): [number, NumberFormat] => [id, MONTH]),
])

/** A code's first section without what it shows as it is, without colours, conditions, locales and the half of the day. */
function bare(code: string): string {
  const shown = code.replaceAll(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|AM\/PM|A\/P/gi, '')
  return shown.split(';')[0] ?? ''
}

/** What a format's code makes of a number: `dd.mm.yyyy`, `mmm-yy`, `0.0%`, `000000`. */
export function formatOf(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) return BUILT_IN.get(id) ?? NUMBER
  const shown = bare(code).toLowerCase()
  if (shown.trim() === 'general') return NUMBER
  const [hasYear, hasDay] = [shown.includes('y'), shown.includes('d')]
  if (hasDay) return DAY
  if (hasYear) return shown.includes('m') ? MONTH : { kind: 'date', precision: 'year' }
  if (/m/.test(shown) && !/[hs]/.test(shown)) return DAY
  if (shown.includes('%')) return { kind: 'percent' }
  return /^0{2,}$/.test(shown) ? { kind: 'zeros', width: shown.length } : NUMBER
}
