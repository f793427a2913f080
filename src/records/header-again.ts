import { foldHeader } from './columns.js'

/**
 * Tells a row that is the header once more, in any case and in any order of its columns: files are put together from several. Taken for a
 * record it would name parties that nobody is.
 */
export function createHeaderCheck(headers: readonly string[]): (cells: readonly string[]) => boolean {
  const words = new Set(headers.map(foldHeader))
  const all = sorted(headers)
  return (cells) => cells.length === headers.length && words.has(foldHeader(cells[0] ?? '')) && sorted(cells) === all
}

function sorted(cells: readonly string[]): string {
  return cells.map(foldHeader).toSorted().join('\0')
}

/** By what the words of a header are told from other cells without a look at the whole row; false alarms cost only time. */
export interface HeaderWords {
  /** 1 for a byte that one may begin with. */
  readonly firstBytes: Uint8Array
  /** Lengths in bytes. */
  readonly shortest: number
  readonly longest: number
  /** What `beginning` gives of each. */
  readonly beginnings: ReadonlySet<number>
}

export function headerWordsOf(headers: readonly string[]): HeaderWords {
  const words = headers.map((header) => Buffer.from(header.trim())).filter((word) => word.length > 0)
  // Asked of every row: the first byte settles most.
  const firstBytes = new Uint8Array(256)
  for (const word of words) firstBytes[(word[0] ?? 0) | LOWER] = firstBytes[(word[0] ?? 0) & ~LOWER] = 1
  firstBytes.fill(1, 0x80)
  return {
    firstBytes,
    shortest: Math.min(...headers.map((header) => foldHeader(header).length)),
    longest: Math.max(...words.map(({ length }) => length)),
    beginnings: new Set(words.map((word) => beginning(word, 0, word.length))),
  }
}

/** Whether the bytes of a cell may be a word of the header. */
export function createHeaderWordCheck(
  headers: readonly string[],
): (bytes: Uint8Array, start: number, end: number) => boolean {
  const { firstBytes, shortest, longest, beginnings } = headerWordsOf(headers)
  return (bytes, start, end) =>
    firstBytes[bytes[start] ?? 0] === 1 &&
    end - start >= shortest &&
    end - start <= longest &&
    beginnings.has(beginning(bytes, start, end))
}

const LOWER = 0x20

/** The first bytes of a word, capitals of ASCII as small letters; those outside ASCII all alike, since capitals are other bytes there. */
function beginning(bytes: Uint8Array, start: number, end: number): number {
  let sum = 0
  for (let at = start; at < start + 3; at++) {
    const byte = at < end ? (bytes[at] ?? 0) : 0
    if (byte >= 0x80) return sum * 256 + 0x80
    sum = sum * 256 + (byte | LOWER)
  }
  return sum
}
