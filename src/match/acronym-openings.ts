import { LONGEST, SHORTEST } from './acronym.js'
import { textAt, type TextPool } from './text-pool.js'

const CODES = 128
const BITS = 8

/** The first letters of three words, as codes, and whether any word of a list begins with them. */
export interface Openings {
  opens(first: number, second: number, third: number): boolean
  /** A bit for each three codes, by the first two and then by the third. */
  bits(): Uint8Array
}

/** Tells whether initials may open a word of the list. */
export function createOpenings(texts: TextPool): Openings {
  let opened: Uint8Array | undefined
  const bits = (): Uint8Array => (opened ??= openingsOf(texts))
  return {
    opens(first, second, third) {
      const of = (first * CODES + second) * CODES + third
      return (((opened ?? bits())[Math.floor(of / BITS)] ?? 0) & (1 << (of % BITS))) !== 0
    },
    bits,
  }
}

function openingsOf(texts: TextPool): Uint8Array {
  const opened = new Uint8Array(CODES ** SHORTEST / BITS)
  texts.ends.forEach((_, number) => {
    const text = textAt(texts, number)
    if (text.length < SHORTEST || text.length > LONGEST) return
    const [first = 0, second = 0, third = 0] = [0, 1, 2].map((at) => codeOf(text, at))
    const of = (first * CODES + second) * CODES + third
    const at = Math.floor(of / BITS)
    opened[at] = (opened[at] ?? 0) | (1 << (of % BITS))
  })
  return opened
}

function codeOf(text: string, at: number): number {
  return text.charCodeAt(at) & (CODES - 1)
}
