/** What a report is put together on, as the bytes of its UTF-8. What many findings share is put there as bytes that were made once. */
export interface Sheet {
  text(text: string): void
  bytes(bytes: Uint8Array): void
  /** How many bytes stand on it. */
  size(): number
  /** Whether it is time to take it off. */
  isFull(): boolean
  /** What was written after so many bytes, where it stands. */
  since(from: number): Uint8Array
  /** Takes off what was written after so many bytes, as bytes of its own. */
  cut(from: number): Uint8Array
  /** Takes off all. The bytes stand only until the sheet was taken twice more: the one may still be written while the next is made. */
  take(): Uint8Array
}

/** A value as it is written. */
export type Write<T> = (value: T, sheet: Sheet) => void

/** A write as large as this costs a call for some hundred findings, and what is written is still in the cache. */
const SHEET = 1 << 18
/** So that the next item still has room. */
const FULL = SHEET - (1 << 14)
/** Texts are encoded together as long as they are few: each call costs as much as some hundred characters. */
const HELD = 1 << 12
/** The most bytes that one UTF-16 unit takes. */
const WIDEST = 3

export function createSheet(): Sheet {
  let bytes = Buffer.allocUnsafe(SHEET)
  let other = Buffer.allocUnsafe(0)
  let used = 0
  let held = ''

  function room(length: number): void {
    if (used + length <= bytes.length) return
    const wider = Buffer.allocUnsafe(Math.max(bytes.length * 2, used + length))
    wider.set(bytes.subarray(0, used))
    bytes = wider
  }

  function settle(): void {
    if (held === '') return
    room(held.length * WIDEST)
    used += bytes.write(held, used)
    held = ''
  }

  return {
    text(text) {
      held += text
      if (held.length > HELD) settle()
    },
    bytes(piece) {
      settle()
      room(piece.length)
      bytes.set(piece, used)
      used += piece.length
    },
    size() {
      settle()
      return used
    },
    isFull: () => used + held.length >= FULL,
    since(from) {
      settle()
      return bytes.subarray(from, used)
    },
    cut(from) {
      settle()
      const piece = Buffer.from(bytes.subarray(from, used))
      used = from
      return piece
    },
    take() {
      settle()
      const taken = bytes.subarray(0, used)
      ;[bytes, other] = [other.length < SHEET ? Buffer.allocUnsafe(SHEET) : other, bytes]
      used = 0
      return taken
    },
  }
}

/** Items one after the other, as sheets that are full but for the last. */
export function* written<T>(items: Iterable<T>, write: Write<T>): Generator<Uint8Array> {
  const sheet = createSheet()
  for (const item of items) {
    write(item, sheet)
    if (sheet.isFull()) yield sheet.take()
  }
  if (sheet.size() > 0) yield sheet.take()
}
