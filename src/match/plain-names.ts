import type { Reading } from './word-likeness.js'
import { hashText, NO_LETTERS } from './hash-lists.js'
import { endsForm, isWordOfLongForm, mayLead, splitForms } from './legal-forms.js'
import type { ListWords, WordRun } from './list-words.js'
import { ALSO_WORDS } from './name-parts.js'
import type { NameWords } from './reading-index.js'
import { isRenderedWord, isSpelledWord } from './renderings.js'
import type { ReadingWords } from './reading-words.js'
import { isForm, setAsideOf, splitName } from './split-name.js'
import { hasLettersToJoin, MAX_COMPARED_WORDS, organisationWords, type Vocabulary } from './tokens.js'

/** What names in plain letters are filed under: what is done of most of them goes by what is known of their words. */
export interface PlainNames {
  wordsOf(run: WordRun, reading: Reading): NameWords
  /** Of a person's name with what follows its comma first: it has the same words, and is filed for equality alone. */
  turned(run: WordRun): NameWords
  /** Whether the name may have renderings. */
  mayBeRendered(run: WordRun): boolean
}

/** What a word is, as bits. */
const KNOWN = 1
/** The first or last word of a legal form, or one wherever it stands. */
const LEADS = 2
const ENDS = 4
const FORM = 8
/** A word of a long legal form, which is known with a slip in each word. */
const LONG_FORM = 16
const SINGLE = 32
const RENDERED = 64

const NOTHING: readonly string[] = []
const NO_WORDS: readonly number[] = []

/** `M V Peleng`, `X a k a Y`, `X i L`; the letters of `S. A.` are of a legal form and of nothing else. */
function mayBeAbbreviated(letter: string, next: string): boolean {
  return letter === 'k' || isSpelledWord(letter + next)
}

/** @param sides gives words their numbers in each reading. */
export function createPlainNames(
  words: ListWords,
  vocabulary: Vocabulary,
  sides: Readonly<Record<Reading, ReadingWords>>,
): PlainNames {
  const bits = new Uint8Array(words.size)
  const learn = (word: number): number => {
    const text = words.textOf(word)
    const learnt =
      KNOWN |
      (mayLead(text) ? LEADS : 0) |
      (endsForm(text) ? ENDS : 0) |
      (isForm(text) ? FORM : 0) |
      (isWordOfLongForm(text) ? LONG_FORM : 0) |
      (text.length === 1 ? SINGLE : 0) |
      (isRenderedWord(text) || ALSO_WORDS.has(text) ? RENDERED : 0)
    bits[word] = learnt
    return learnt
  }
  const bitsAt = (place: number): number => {
    const word = words.at(place)
    const known = bits[word] ?? 0
    return known === 0 ? learn(word) : known
  }
  const textsOf = (from: number, to: number): string[] => {
    const texts: string[] = []
    for (let at = from; at < to; at++) texts.push(words.textOf(words.at(at)))
    return texts
  }
  const numbersOf = ({ from, to }: WordRun, reading: Reading): readonly number[] => {
    const end = Math.min(to, from + MAX_COMPARED_WORDS)
    const { numberOfListed } = sides[reading]
    const its: number[] = []
    for (let at = from; at < end; at++) its.push(numberOfListed(words.at(at)))
    return its
  }
  /** The hash of the core of the words from `middle` on and then those before it; `whole` is that of all of them. */
  const coreOf = ({ from, to }: WordRun, middle: number, whole: number): number => {
    const first = middle < to ? middle : from
    const last = middle > from ? middle - 1 : to - 1
    if ((bitsAt(first) & LEADS) === 0 && (bitsAt(last) & ENDS) === 0) return whole
    const texts = [...textsOf(middle, to), ...textsOf(from, middle)]
    const split = splitForms(texts)
    return hashOf(texts, split.from, split.to)
  }
  /** Whether the word and that before it are letters one by one. */
  const areLetters = (at: number): boolean => (bitsAt(at) & bitsAt(at - 1) & SINGLE) !== 0
  /** Without a legal form anywhere and without letters one by one all its words are its own. */
  const isBare = ({ from, to }: WordRun): boolean => {
    if ((bitsAt(from) & LEADS) !== 0) return false
    for (let at = from; at < to; at++) {
      const its = bitsAt(at)
      if ((its & (ENDS | FORM)) !== 0 || ((its & LONG_FORM) !== 0 && at >= to - 2)) return false
      if (at > from && areLetters(at)) return false
    }
    return true
  }
  /** The numbers of the words of an organisation that are its own. */
  const ownNumbers = (run: WordRun, from: number, to: number, own: readonly string[]): readonly number[] => {
    const { numberOfListed } = sides.organisation
    const its: number[] = []
    for (let at = run.from + from, next = 0; at < run.from + to && its.length < MAX_COMPARED_WORDS; at++) {
      const word = words.at(at)
      if (words.textOf(word) !== own[next]) continue
      its.push(numberOfListed(word))
      next++
    }
    return its
  }
  const asOrganisation = (run: WordRun): NameWords => {
    const { from, to } = run
    if (isBare(run)) return { cores: [run.letters], words: numbersOf(run, 'organisation'), setAside: NOTHING }
    const texts = textsOf(from, to)
    const parts = splitName(texts)
    const core = hashOf(texts, parts.split.from, parts.split.to)
    const its = hasLettersToJoin(parts.own)
      ? sides.organisation.numbersOf(organisationWords(parts.own, vocabulary.token))
      : ownNumbers(run, parts.from, parts.to, parts.own)
    return { cores: [core], words: its, setAside: setAsideOf(texts, parts) }
  }
  return {
    wordsOf: (run, reading) =>
      reading === 'organisation'
        ? asOrganisation(run)
        : { cores: [coreOf(run, run.from, run.letters)], words: numbersOf(run, 'person'), setAside: NOTHING },
    turned: (run) => ({ cores: [coreOf(run, run.from + run.comma, run.turned)], words: NO_WORDS, setAside: NOTHING }),
    mayBeRendered({ from, to, signs }) {
      if (signs) return true
      for (let at = from; at < to; at++) {
        if ((bitsAt(at) & RENDERED) !== 0) return true
        if (at > from && areLetters(at) && mayBeAbbreviated(words.textOf(words.at(at - 1)), words.textOf(words.at(at))))
          return true
      }
      return false
    },
  }
}

function hashOf(texts: readonly string[], from: number, to: number): number {
  let hash = NO_LETTERS
  for (let at = from; at < to; at++) hash = hashText(texts[at] ?? '', hash)
  return hash
}
