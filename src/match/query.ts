import { acronymsOf } from './acronym.js'
import { frameOf } from './frame.js'
import { hashText, hasValue } from './hash-lists.js'
import { eachJoined, wordsIn, type ReadingIndex } from './reading-index.js'
import type { PreparedName, Token, Vocabulary } from './tokens.js'
import type { WordFacts } from './word-hits.js'

/** A name as it is searched. */
export interface Query {
  readonly words: readonly WordFacts[]
  /** Two neighbouring words that may be one: the place of the first, and the hash of both. */
  readonly joined: readonly (readonly [at: number, hash: number])[]
  /** Words made of foreign letters of two neighbouring ones. */
  readonly joinedForeign: readonly (readonly [at: number, facts: WordFacts])[]
  readonly acronyms: readonly number[]
  /** Hashes of what folding leaves of it in each reading, and of the frame of its one own word. */
  readonly cores: readonly number[]
}

/** Neighbouring words that are one in the index. */
export function joinsIn(tokens: readonly Token[], { asJoined }: ReadingIndex): Query['joined'] {
  const found: (readonly [at: number, hash: number])[] = []
  eachJoined(tokens, (hash, at) => {
    if (hasValue(asJoined, hash)) found.push([at, hash])
  })
  return found
}

/** A name that is prepared, as it is searched. */
export function queryOf(
  name: PreparedName,
  index: ReadingIndex,
  factsOf: (word: Token) => WordFacts,
  vocabulary: Vocabulary,
): Query {
  const tokens = wordsIn(index.reading, name)
  const joinedForeign: [number, WordFacts][] = []
  tokens.forEach((word, at) => {
    const next = tokens[at + 1]
    if (next === undefined || word.origin === '' || next.origin === '') return
    joinedForeign.push([at, factsOf(vocabulary.token(word.text + next.text, word.origin + next.origin))])
  })
  const frame = index.reading === 'organisation' ? frameOf(tokens) : undefined
  const acronyms = index.reading === 'organisation' ? acronymsOf(name.words, name.setAside) : []
  return {
    words: tokens.map((word) => factsOf(word)),
    joined: joinsIn(tokens, index),
    joinedForeign,
    acronyms: acronyms.map((acronym) => hashText(acronym)),
    cores: [
      ...[name.folded.core, ...name.folded.alternates].map((core) => hashText(core)),
      ...(frame === undefined ? [] : [frame]),
    ],
  }
}

/** Facts of equal words are one object. */
export function sameWords(a: Query, b: Query): boolean {
  return (
    a.words.length === b.words.length &&
    a.words.every((facts, at) => facts === b.words[at]) &&
    a.joined.length === b.joined.length &&
    a.joined.every(([at, hash], i) => at === b.joined[i]?.[0] && hash === b.joined[i]?.[1]) &&
    a.joinedForeign.length + b.joinedForeign.length === 0
  )
}
