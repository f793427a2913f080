import { addLetter, NO_LETTERS } from './hash-lists.js'
import { smallLetter, type SeenWords } from './seen-words.js'

/** A word of a name in plain letters. */
export interface PlainWord {
  /** In small letters. */
  readonly text: string
  /** A name with it may be read in more ways than one. */
  readonly special: boolean
}

const SPACE = 32
const AMPERSAND = 38
/** Brackets and the slash, between which a name may be said twice; apostrophes and signs that have another spelling. */
const TOLD_TWICE: ReadonlySet<number> = new Set([..."([{/'`%$@"].map((sign) => sign.charCodeAt(0)))
const LAST_PLAIN = 126

function isPlainLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90)
}

/**
 * Splits a name in plain letters into words; `undefined` where it may be read in more ways than one, such as by letters one by one.
 *
 * @param isSpecialRun whether words that no space parts make one together that is special: `fil-ial`.
 */
export function readPlainWords<T extends PlainWord>(
  name: string,
  seen: SeenWords<T>,
  isSpecialRun: (text: string) => boolean,
): readonly T[] | undefined {
  const words: T[] = []
  let start = -1
  let hash = NO_LETTERS
  let run = 0
  let singles = 0
  for (let at = 0; at <= name.length; at++) {
    const code = at < name.length ? name.charCodeAt(at) : SPACE
    if (isPlainLetter(code)) {
      if (start < 0) {
        start = at
        hash = NO_LETTERS
      }
      hash = addLetter(hash, smallLetter(code))
      continue
    }
    if (start >= 0) {
      const word = seen.at(name, start, at, hash)
      start = -1
      words.push(word)
      singles = word.text.length === 1 ? singles + 1 : 0
      if (word.special || singles > 1) return undefined
    }
    if (code === SPACE) {
      if (
        words.length - run > 1 &&
        isSpecialRun(
          words
            .slice(run)
            .map(({ text }) => text)
            .join(''),
        )
      )
        return undefined
      run = words.length
    } else if (code < SPACE || code > LAST_PLAIN || TOLD_TWICE.has(code)) return undefined
    else if (code === AMPERSAND) words.push(seen.of('and'))
  }
  return words
}
