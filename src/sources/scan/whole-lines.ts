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

/** What is read at once. */
const BLOCK = 1 << 20
/** A longer record is more likely a quote that nobody closed. */
const LONGEST = 1 << 23
/** Room behind the bytes of a block for whoever reads several at once. */
const SPARE = 64
/** Bytes that `wholeLines` needs; those that it never comes to cost nothing. */
export const BLOCK_ROOM = LONGEST + SPARE
const LF = 0x0a

/**
 * Gives the lines of a file from one place up to another, in clean UTF-8; the last gets the line end that it may lack.
 *
 * @param bytes where the blocks go: `BLOCK_ROOM` of them.
 * @param seen given all that is read, in order, as it is read.
 */
export function* wholeLines(
  file: number,
  start: number,
  end: number,
  bytes: Uint8Array<ArrayBuffer> = new Uint8Array(BLOCK_ROOM),
  seen: (read: Uint8Array) => void = () => undefined,
): Generator<LineBlock | NoLines> {
  let held = 0
  let at = start
  while (at < end) {
    const room = Math.max(BLOCK - held, BLOCK / 2)
    if (held + room > LONGEST) return yield { kind: 'unscannable', why: 'long-record' }
    const got = readSync(file, bytes, held, Math.min(room - 1, end - at), at)
    if (got === 0) return yield { kind: 'unscannable', why: 'changed' }
    seen(bytes.subarray(held, held + got))
    at += got
    let filled = held + got
    if (at === end && bytes[filled - 1] !== LF) bytes[filled++] = LF
    const until = Buffer.from(bytes.buffer, bytes.byteOffset, filled).lastIndexOf(LF) + 1
    if (until > 0) {
      // The search of a Buffer is the C library's, that of a typed array is not.
      const block = Buffer.from(bytes.buffer, bytes.byteOffset, until)
      if ((!isAscii(block) && !isUtf8(block)) || block.includes(0))
        return yield { kind: 'unscannable', why: 'not-utf8' }
      yield { kind: 'lines', bytes, until, base: at - held - got }
      bytes.copyWithin(0, until, filled)
    }
    held = filled - until
  }
}
