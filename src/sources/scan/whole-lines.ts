import { isAscii, isUtf8 } from 'node:buffer'
import { readSync } from 'node:fs'

/** Why bytes are not for a scanner. */
export type Unscannable = 'not-utf8' | 'long-record' | 'changed'

/** Lines of a file, the last of them whole: those of `bytes[0..until)`, which begin at `base` in the file. The next block has the same memory. */
export interface LineBlock {
  readonly kind: 'lines'
  readonly bytes: Uint8Array
  readonly until: number
  readonly base: number
}

export interface NoLines {
  readonly kind: 'unscannable'
  readonly why: Unscannable
}

const BLOCK = 1 << 20
/** Room behind the bytes of a block for whoever reads several at once. */
const SPARE = 16
/** A longer record is more likely a quote that nobody closed. */
const LONGEST = 1 << 23
const LF = 0x0a

/** Gives the lines of a file from one place up to another, in clean UTF-8; the last gets the line end that it may lack. */
export function* wholeLines(file: number, start: number, end: number): Generator<LineBlock | NoLines> {
  let bytes = new Uint8Array(BLOCK + SPARE)
  let held = 0
  let at = start
  while (at < end) {
    if (bytes.length - SPARE - held < BLOCK / 2) {
      if (bytes.length >= LONGEST) return yield { kind: 'unscannable', why: 'long-record' }
      const wider = new Uint8Array(bytes.length * 2)
      wider.set(bytes.subarray(0, held))
      bytes = wider
    }
    const got = readSync(file, bytes, held, Math.min(bytes.length - SPARE - held - 1, end - at), at)
    if (got === 0) return yield { kind: 'unscannable', why: 'changed' }
    at += got
    let filled = held + got
    if (at === end && bytes[filled - 1] !== LF) bytes[filled++] = LF
    const until = Buffer.from(bytes.buffer, 0, filled).lastIndexOf(LF) + 1
    if (until > 0) {
      // The search of a Buffer is the C library's, that of a typed array is not.
      const block = Buffer.from(bytes.buffer, 0, until)
      if ((!isAscii(block) && !isUtf8(block)) || block.includes(0))
        return yield { kind: 'unscannable', why: 'not-utf8' }
      yield { kind: 'lines', bytes, until, base: at - held - got }
      bytes.copyWithin(0, until, filled)
    }
    held = filled - until
  }
}
