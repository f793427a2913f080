import { acronymsOf } from './acronym.js'
import { createOpenings, type NamedWord } from './acronym-openings.js'
import { isBranchText } from './branch.js'
import { hashText, hasValue, NO_LETTERS } from './hash-lists.js'
import { mayLead } from './legal-forms.js'
import type { NamesInReading } from './name-index.js'
import { ALSO_WORDS } from './name-parts.js'
import { readPlainWords, type PlainWord } from './plain-words.js'
import { eachJoinedPair } from './reading-index.js'
import { isRenderedWord } from './renderings.js'
import { joinsIn } from './search.js'
import { createSeenWords } from './seen-words.js'
import { isForm, setAsideOf, splitName, type Token, type Vocabulary } from './tokens.js'
import type { WordFacts } from './word-hits.js'
import { slavicInitialOf } from './words.js'

/** A word as it stands in names, and what is known of it. */
interface SeenWord extends PlainWord, NamedWord {
  readonly hash: number
  readonly facts: WordFacts
  readonly token: Token
  readonly city: boolean
  /** May be the first word of a legal form before the name. */
  readonly leads: boolean
}

const LONGEST = 300
const MOST_WORDS = 24

export type QuickLook = (name: string, least: number) => boolean

/**
 * Whether a name certainly finds nothing of a reading's names: what almost every name of a million does. It is decided from its words,
 * each of which is looked up once. `false` says nothing: such a name is read with care. Names that are read in several ways (branches,
 * brackets, other scripts, letters one by one) are always among these, so that what is found is the same with and without this look.
 */
export function createQuickLook(names: NamesInReading, vocabulary: Vocabulary): QuickLook {
  const { reading, flat, factsOf } = names
  const isPerson = reading === 'person'
  const seen = createSeenWords((text: string): SeenWord => {
    const token = vocabulary.token(text)
    return {
      text,
      hash: hashText(text),
      token,
      facts: factsOf(token),
      special: isRenderedWord(text) || ALSO_WORDS.has(text) || (!isPerson && isBranchText(text)),
      city: token.asOrganisation.city,
      form: isForm(text),
      leads: mayLead(text),
      particle: token.asOrganisation.kind === 'particle',
      initial: text.charCodeAt(0),
      slavic: (slavicInitialOf(token.asOrganisation.concept) || text).charCodeAt(0),
    }
  })
  const isSpecialRun = (text: string): boolean => !isPerson && isBranchText(text)
  const opensAcronym = isPerson ? () => false : createOpenings(flat.texts)
  /** A name without a form before it is filed under its first words, whatever forms may follow them. */
  const meetsCore = (words: readonly SeenWord[]): boolean => {
    let hash = NO_LETTERS
    for (const { text } of words) if (hasValue(flat.cores, (hash = hashText(text, hash)))) return true
    return false
  }
  const meetsJoined = (words: readonly SeenWord[]): boolean => {
    for (let at = 1; at < words.length; at++) {
      const [a, b] = [words[at - 1], words[at]]
      if (a !== undefined && b !== undefined && mayJoin(a, b)) return true
    }
    return false
  }
  const mayJoin = (a: SeenWord, b: SeenWord): boolean => {
    let meets = false
    eachJoinedPair(a.token, b.token, a.hash, (hash) => (meets ||= hasValue(flat.asJoined, hash)))
    return meets
  }
  const touches = (words: readonly SeenWord[]): boolean => {
    for (const { facts } of words) if (!facts.untouched) return true
    if (words[0]?.leads === true || meetsCore(words) || meetsJoined(words)) return true
    // A form between two words parts no word from its neighbour.
    const forms = words.some(({ form }) => form)
    return (forms && meetsJoined(words.filter(({ form }) => !form))) || opensAcronym(words)
  }
  const findsNothing = (words: readonly SeenWord[], least: number): boolean => {
    const texts = words.map(({ text }) => text)
    const parts = splitName(texts)
    const { from, to } = parts.split
    if (hasValue(flat.cores, hashText(texts.slice(from, to).join('')))) return false
    const own = words.filter(
      ({ text }, at) => isPerson || (at >= parts.from && at < parts.to && parts.own.includes(text)),
    )
    const tokens = own.map(({ token }) => token)
    if (
      !isPerson &&
      acronymsOf(tokens, setAsideOf(texts, parts)).some((acronym) => hasValue(flat.byText, hashText(acronym)))
    )
      return false
    const query = {
      words: own.map(({ facts }) => facts),
      joined: joinsIn(tokens, flat),
      joinedForeign: [],
      acronyms: [],
      cores: [],
    }
    return names.search(query, least).length === 0
  }
  return (name, least) => {
    if (name.length > LONGEST) return false
    const words = readPlainWords(name, seen, isSpecialRun)
    if (words === undefined || words.length === 0 || words.length > MOST_WORDS) return false
    // A bank beside a city is read as its branch.
    if (!isPerson && words.at(-1)?.city === true) return false
    return !touches(words) || findsNothing(words, least)
  }
}
