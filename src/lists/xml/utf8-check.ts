import { isUtf8 } from 'node:buffer'

/** Tells of one chunk after the other whether it goes on as UTF-8 does; `undefined` asks whether all ended with a whole character. */
export function createUtf8Check(): (chunk: Buffer | undefined) => boolean {
  let begun: Buffer = Buffer.alloc(0)
  return (chunk) => {
    if (chunk === undefined) return begun.length === 0
    const bytes = begun.length === 0 ? chunk : Buffer.concat([begun, chunk])
    const whole = bytes.length - unfinished(bytes)
    begun = bytes.subarray(whole)
    return isUtf8(bytes.subarray(0, whole))
  }
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
