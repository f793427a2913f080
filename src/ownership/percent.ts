/** Percentages as whole numbers of one common fraction of a percent: sums are exact, whatever the records write. */
export interface PercentScale {
  /** 100 %. */
  readonly hundred: bigint
  /** What `parseDecimal` gave. */
  of(text: string): bigint
  /** The same with the percent to which it is nearly equal. */
  amountOf(text: string): Amount
  /** Without trailing zeros: `50.01`. */
  say(value: bigint): string
}

export interface Amount {
  readonly exact: bigint
  /** Percent. */
  readonly near: number
}

function placesOf(text: string): number {
  const point = text.indexOf('.')
  return point === -1 ? 0 : text.length - point - 1
}

/** A scale fine enough for all the texts. */
export function percentScale(texts: Iterable<string | undefined>): PercentScale {
  let places = 0
  for (const text of new Set(texts)) if (text !== undefined) places = Math.max(places, placesOf(text))
  const one = 10n ** BigInt(places)
  // A million stakes are written in a few thousand ways.
  const known = new Map<string, Amount>()
  const amountOf = (text: string): Amount => {
    const before = known.get(text)
    if (before !== undefined) return before
    const exact = BigInt(text.replace('.', '')) * 10n ** BigInt(places - placesOf(text))
    const amount = { exact, near: Number(text) }
    known.set(text, amount)
    return amount
  }
  return {
    hundred: 100n * one,
    of: (text) => amountOf(text).exact,
    amountOf,
    say(value) {
      const whole = (value / one).toString()
      const rest = places === 0 ? '' : (value % one).toString().padStart(places, '0').replace(/0+$/, '')
      return rest === '' ? whole : `${whole}.${rest}`
    },
  }
}
