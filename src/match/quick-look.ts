import { acronymsOf } from './acronym.js'
import { isBranchText } from './branch.js'
import { hashText, hasValue } from './hash-lists.js'
import { ALSO_WORDS } from './name-parts.js'
import type { NamesInReading } from './name-index.js'
import { isRenderedWord } from './renderings.js'
import { eachJoined } from './reading-index.js'
import { setAsideOf, splitName, type Vocabulary } from './tokens.js'
import type { WordFacts } from './word-hits.js'
import { classOfWord } from './words.js'

/** A word as it stands in names, and what is known of it. */
interface SeenWord {
  readonly text: string
  readonly facts: WordFacts
  /** A name with it may be read in more ways than one. */
  readonly special: boolean
  readonly city: boolean
}

const MOST_REMEMBERED = 200_000
const LONGEST = 300
const MOST_WORDS = 24

/**
 * Whether a name certainly finds nothing of a reading's names: what almost every name of a million does. It is decided from its words,
 * each of which is looked up once. `false` says nothing: such a name is read with care. Names that are read in several ways (branches,
 * brackets, other scripts, letters one by one) are always among these, so that what is found is the same with and without this look.
 */
export function createQuickLook(
  names: NamesInReading,
  vocabulary: Vocabulary,
): (name: string, least: number) => boolean {
  const { reading, flat, factsOf, search } = names
  const isPerson = reading === 'person'
  const remembered = new Map<string, SeenWord>()
  const see = (raw: string): SeenWord => {
    const known = remembered.get(raw)
    if (known !== undefined) return known
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    const text = raw === '&' ? 'and' : raw.toLowerCase()
    const special = isRenderedWord(text) || ALSO_WORDS.has(text) || (!isPerson && isBranchText(text))
    const made = { text, facts: factsOf(vocabulary.token(text)), special, city: classOfWord(text).city }
    remembered.set(raw, made)
    return made
  }
  const readable = plainReader(see, isPerson)
  return (name, least) => {
    const words = name.length > LONGEST ? undefined : readable(name)
    if (words === undefined) return false
    const texts = words.map(({ text }) => text)
    const parts = splitName(texts)
    const { from, to } = parts.split
    const core = hashText(texts.slice(from, to).join(''))
    if (hasValue(flat.cores, core)) return false
    const own =
      isPerson || parts.own.length === words.length
        ? words
        : words.filter((_, i) => i >= parts.from && i < parts.to && parts.own.includes(texts[i] ?? ''))
    const tokens = own.map(({ facts }) => facts.token)
    const joined: [number, number][] = []
    eachJoined(tokens, (hash, at) => {
      if (hasValue(flat.asJoined, hash)) joined.push([at, hash])
    })
    if (!isPerson)
      for (const acronym of acronymsOf(tokens, setAsideOf(texts, parts)))
        if (hasValue(flat.byText, hashText(acronym))) return false
    if (joined.length === 0 && own.every(({ facts }) => facts.untouched)) return true
    const query = { words: own.map(({ facts }) => facts), joined, joinedForeign: [], acronyms: [], cores: [] }
    return search(query, least).length === 0
  }
}

/** Splits a name in plain letters into words; `undefined` where it may be read in more ways than one. */
function plainReader(
  see: (raw: string) => SeenWord,
  isPerson: boolean,
): (name: string) => readonly SeenWord[] | undefined {
  return (name) => {
    const words: SeenWord[] = []
    let start = -1
    // Where the run of letters began that no space parts: `fil-ial` may be a word of its own.
    let run = 0
    let singles = 0
    const end = (at: number): boolean => {
      const word = see(name.slice(start, at))
      start = -1
      words.push(word)
      singles = word.text.length === 1 ? singles + 1 : 0
      return !word.special && singles < 2
    }
    for (let at = 0; at <= name.length; at++) {
      const code = at < name.length ? name.charCodeAt(at) : SPACE
      if (isPlainLetter(code)) {
        if (start < 0) start = at
        continue
      }
      if (start >= 0 && !end(at)) return undefined
      if (code < SPACE || code > 126 || TOLD_TWICE.has(code)) return undefined
      if (code === 38) words.push(see('&'))
      if (code !== SPACE) continue
      if (
        !isPerson &&
        words.length - run > 1 &&
        isBranchText(
          words
            .slice(run)
            .map(({ text }) => text)
            .join(''),
        )
      )
        return undefined
      run = words.length
    }
    if (words.length === 0 || words.length > MOST_WORDS) return undefined
    return !isPerson && words.at(-1)?.city === true ? undefined : words
  }
}

const SPACE = 32
/** Brackets and the slash, between which a name may be said twice; apostrophes and signs that have another spelling. */
const TOLD_TWICE: ReadonlySet<number> = new Set([..."([{/'`%$@"].map((sign) => sign.charCodeAt(0)))

function isPlainLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90)
}
