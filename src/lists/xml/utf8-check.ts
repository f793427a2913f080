import { isUtf8 } from 'node:buffer'

export interface Utf8Check {
  /** How many bytes of the chunk go on as UTF-8 does: all of them, or those before the character that does not. */
  goodBytes(chunk: Buffer): number
  /** After the last: whether all ended with a whole character. */
  isWhole(): boolean
}

export function createUtf8Check(): Utf8Check {
  let begun: Buffer = Buffer.alloc(0)
  return {
    goodBytes(chunk) {
      const before = begun.length
      const bytes = before === 0 ? chunk : Buffer.concat([begun, chunk])
      const whole = bytes.length - unfinished(bytes)
      begun = bytes.subarray(whole)
      if (isUtf8(bytes.subarray(0, whole))) return chunk.length
      return Math.max(0, firstBad(bytes) - before)
    },
    isWhole: () => begun.length === 0,
  }
}

/** Where the first character begins that is none, by halves: the beginning before it is UTF-8, and no longer one is. */
function firstBad(bytes: Buffer): number {
  let [good, bad] = [0, bytes.length]
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1
    const begins = bytes.subarray(0, middle)
    if (isUtf8(begins.subarray(0, middle - unfinished(begins)))) good = middle
    else bad = middle
  }
  return good - unfinished(bytes.subarray(0, good))
}

/** How many of the last bytes begin a character that goes on behind them. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0
  }
  return 0
}
