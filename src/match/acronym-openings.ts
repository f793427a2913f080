import { LONGEST, SHORTEST } from './acronym.js'
import { textAt, type TextPool } from './text-pool.js'

const CODES = 128
const ALL = CODES ** SHORTEST

/** The first letters of three words, as codes, and whether any word of a list begins with them. */
export type Opens = (first: number, second: number, third: number) => boolean

/** Tells whether initials may open a word of the list. */
export function createOpenings(texts: TextPool): Opens {
  let opened: Uint8Array | undefined
  return (first, second, third) => {
    opened ??= openingsOf(texts)
    return opened[(first * CODES + second) * CODES + third] === 1
  }
}

function openingsOf(texts: TextPool): Uint8Array {
  const opened = new Uint8Array(ALL)
  texts.ends.forEach((_, number) => {
    const text = textAt(texts, number)
    if (text.length < SHORTEST || text.length > LONGEST) return
    const [first, second, third] = [0, 1, 2].map((at) => codeOf(text, at))
    opened[((first ?? 0) * CODES + (second ?? 0)) * CODES + (third ?? 0)] = 1
  })
  return opened
}

function codeOf(text: string, at: number): number {
  return text.charCodeAt(at) & (CODES - 1)
}
