import { LONGEST, SHORTEST } from './acronym.js'
import { textAt, type TextPool } from './text-pool.js'

const CODES = 128
const ALL = CODES ** SHORTEST

/** What of a word a name's initials are made of: the codes of its first letter and of that of its Russian word. */
export interface NamedWord {
  readonly initial: number
  readonly slavic: number
  readonly particle: boolean
  /** Is a legal form wherever it stands. */
  readonly form: boolean
}

/**
 * Tells whether the initials of a name may open a word of the list: whether any word begins with those of its first two words, and then that of
 * any other, which may be a legal form. Names without a legal form before them only.
 */
export function createOpenings(texts: TextPool): (words: readonly NamedWord[]) => boolean {
  let opened: Uint8Array | undefined
  const opens = (first: number, second: number, third: number): boolean => {
    opened ??= openingsOf(texts)
    return opened[(first * CODES + second) * CODES + third] === 1
  }
  return (words) => {
    let a: NamedWord | undefined
    let b: NamedWord | undefined
    for (const word of words) {
      if (word.form || word.particle) continue
      if (a === undefined) a = word
      else b ??= word
    }
    // All its words are forms, and then its name.
    if (a === undefined) return words.length > 1
    if (b === undefined) return false
    const [first, second] = [a, b]
    return words.some(
      ({ initial, slavic }) =>
        opens(first.initial, second.initial, initial) ||
        opens(first.initial, second.initial, slavic) ||
        opens(first.slavic, second.slavic, initial) ||
        opens(first.slavic, second.slavic, slavic),
    )
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
