import { acronymsOf } from './acronym.js'
import { frameOf } from './frame.js'
import { hashText, hasValue, NO_LETTERS } from './hash-lists.js'
import type { NamesInReading } from './name-index.js'
import { joinsIn, type Query } from './query.js'
import { setAsideOf, splitName, type NameSplit } from './split-name.js'
import type { Token } from './tokens.js'
import type { WordFacts } from './word-hits.js'

/** A name as its words are known by their places. */
export interface KnownWords {
  tokenAt(place: number): Token | undefined
  /** The word's number; that of a forgotten one may be another's. */
  wordAt(place: number): number
  /** Whether the word is known to meet nothing in the list. */
  isUnmet(place: number): boolean
  /** Whether any two words side by side may be one of the list. */
  meetsJoined(): boolean
  mayOpenAcronym(): boolean
  hasFrame(): boolean
}

const NO_JOINS: Query['joined'] = []
const NO_HASHES: readonly number[] = []
const NO_FOREIGN: Query['joinedForeign'] = []

/** Whether a name of so many words, of which one is near a word of the list or that may be met otherwise, still finds nothing: by all its words. */
export function createTouchedLook(names: NamesInReading, name: KnownWords): (count: number, least: number) => boolean {
  const { reading, flat, words: ofList } = names
  const isPerson = reading === 'person'
  const known: WordFacts[] = []
  const factsAt = (place: number): WordFacts | undefined => {
    const word = name.wordAt(place)
    const token = name.tokenAt(place)
    const facts = known[word]
    if (token === undefined || facts?.token === token) return facts
    return (known[word] = ofList.factsOf(token, name.isUnmet(place) ? 'unmet' : undefined))
  }
  const ownFacts = (texts: readonly string[], { from, to, own }: NameSplit): readonly WordFacts[] => {
    const [first, end] = isPerson ? [0, texts.length] : [from, to]
    const all = isPerson || own.length === to - from
    const found: WordFacts[] = []
    for (let place = first; place < end; place++) {
      const facts = factsAt(place)
      if (facts !== undefined && (all || own.includes(facts.token.text))) found.push(facts)
    }
    return found
  }
  const meetsCore = (texts: readonly string[], { from, to }: NameSplit['split']): boolean => {
    let hash = NO_LETTERS
    for (let place = from; place < to; place++) hash = hashText(texts[place] ?? '', hash)
    return hasValue(flat.cores, hash)
  }
  const meetsFrame = (own: readonly WordFacts[]): boolean => {
    const frame = name.hasFrame() ? frameOf(tokensOf(own)) : undefined
    return frame !== undefined && hasValue(flat.cores, frame)
  }
  const meetsAcronym = (own: readonly WordFacts[], texts: readonly string[], parts: NameSplit): boolean =>
    name.mayOpenAcronym() &&
    acronymsOf(tokensOf(own), setAsideOf(texts, parts)).some((acronym) => hasValue(flat.byText, hashText(acronym)))

  return (count, least) => {
    const texts: string[] = []
    for (let place = 0; place < count; place++) texts.push(name.tokenAt(place)?.text ?? '')
    const parts = splitName(texts)
    if (meetsCore(texts, parts.split)) return false
    const own = ownFacts(texts, parts)
    if (!isPerson && meetsFrame(own)) return false
    if (meetsAcronym(own, texts, parts)) return false
    // Words that stand together in the name were looked at; between those of others a form was taken out.
    const mayJoin = own.length < parts.to - parts.from || name.meetsJoined()
    const joined = mayJoin ? joinsIn(tokensOf(own), flat) : NO_JOINS
    const query = { words: own, joined, joinedForeign: NO_FOREIGN, acronyms: NO_HASHES, cores: NO_HASHES }
    return !names.finds(query, least)
  }
}

function tokensOf(words: readonly WordFacts[]): readonly Token[] {
  return words.map(({ token }) => token)
}
