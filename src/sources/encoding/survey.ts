import { isAscii, isUtf8 } from 'node:buffer'
import { readBytes } from '../bytes.js'
import type { Source } from '../source.js'
import type { RawWord } from './guess.js'

/** A line with bytes outside ASCII. */
export interface RawLine {
  readonly bytes: Buffer
  readonly line: number
}

/** What the whole of a text shows of its encoding. */
export interface Survey {
  /** The first lines outside ASCII that are UTF-8, and those that are not. */
  readonly utf8: readonly RawLine[]
  readonly other: readonly RawLine[]
  /** Different words of the lines that are not UTF-8. */
  readonly words: readonly RawWord[]
}

const LF = 0x0a
const CR = 0x0d
/** Lines kept for samples, and lines of UTF-8 after which a file without any other is held to be UTF-8. */
const LINES = 50
const WORDS = 3000
/** Parts of longer lines are looked at one by one. */
const LONGEST = 1 << 20

/** Bytes that end a word in every encoding in question: none of them is the second byte of a letter. */
function endsWord(byte: number): boolean {
  return byte < 0x30 || (byte >= 0x3a && byte <= 0x3f)
}

function* wordsOf(line: Buffer): Generator<Buffer> {
  let start = 0
  for (let at = 0; at <= line.length; at++) {
    if (at < line.length && !endsWord(line[at] ?? 0)) continue
    const word = line.subarray(start, at)
    if (!isAscii(word)) yield word
    start = at + 1
  }
}

/** A CR at the end of the bytes may be the first half of a line end. */
function lastLineEnd(bytes: Buffer): number {
  return Math.max(bytes.lastIndexOf(LF), bytes.subarray(0, -1).lastIndexOf(CR))
}

/** Reads a text, unpacked where it is gzip, as far as is needed to know; its lines end in LF, CR or both. */
export async function surveyText(source: Source): Promise<Survey> {
  const utf8: RawLine[] = []
  const other: RawLine[] = []
  const words = new Map<string, RawWord>()
  let rest: Buffer = Buffer.alloc(0)
  let line = 1

  function look(text: Buffer): void {
    if (isAscii(text)) return
    if (isUtf8(text)) {
      if (utf8.length < LINES) utf8.push({ bytes: Buffer.from(text), line })
      return
    }
    if (other.length < LINES) other.push({ bytes: Buffer.from(text), line })
    if (words.size >= WORDS) return
    for (const word of wordsOf(text)) {
      const key = word.toString('latin1')
      if (!words.has(key)) words.set(key, { bytes: Buffer.from(word), line })
    }
  }

  /** Whole lines, or the end of the text: a line end is LF, CR LF, or CR alone. */
  function lookAtLines(block: Buffer): void {
    for (let at = 0; at < block.length;) {
      const lf = block.indexOf(LF, at)
      const end = lf === -1 ? block.length : lf
      for (let from = at; from < end;) {
        const cr = block.subarray(from, end).indexOf(CR)
        const stop = cr === -1 ? end : from + cr
        look(block.subarray(from, stop))
        from = stop + 1
        if (from < end) line++
      }
      at = end + 1
      line++
    }
  }

  await readBytes(source, {
    write(chunk) {
      if (utf8.length >= LINES && other.length === 0) return undefined
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
      const last = lastLineEnd(bytes)
      const until = last === -1 && bytes.length > LONGEST ? bytes.length : last + 1
      lookAtLines(bytes.subarray(0, until))
      rest = bytes.subarray(until)
      return undefined
    },
    end() {
      look(rest)
      return undefined
    },
  })
  return { utf8, other, words: [...words.values()] }
}
