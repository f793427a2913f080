import type { ListEntry, ListName } from '../model/entry.js'
import { acronymsOf, canBeAcronym } from './acronym.js'
import { compareWords, isContentIn, type Reading } from './align.js'
import { describedNames } from './described.js'
import { EVIDENCE } from '../model/thresholds.js'
import { createForeignWords } from './foreign-words.js'
import { nicknameGroups } from './nicknames.js'
import { createNeighbours } from './neighbours.js'
import { normaliseName } from './normalise.js'
import { inBothOrders } from './person-name.js'
import { createVocabulary, type PreparedName, type Token, type Vocabulary } from './tokens.js'

/** One name of one list entry. */
export interface IndexedName {
  readonly entry: number
  readonly name: ListName
  readonly prepared: PreparedName
  /**
   * `turned`: a person's `LAST, First` written first name first; `described`: what a longer name says that the entry
   * leads; `rendered`: another reading of it, such as its translation.
   */
  readonly kind: 'own' | 'turned' | 'described' | 'rendered'
}

export interface NameIndex {
  readonly names: readonly IndexedName[]
  readonly vocabulary: Vocabulary
  /** Numbers of the names that may be near a query's, the likeliest first, a few dozen at most. */
  readonly candidates: (query: PreparedName) => readonly number[]
  /** Numbers of the names of an equal core, whatever their legal form. */
  readonly equal: (query: PreparedName) => readonly number[]
}

function addTo<K>(map: Map<K, number[]>, key: K, value: number): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [value])
  else if (known[known.length - 1] !== value) known.push(value)
}

interface RawName {
  readonly entry: number
  readonly name: ListName
  readonly text: string
  readonly kind: IndexedName['kind']
}

function rawNames(entry: ListEntry, number: number): RawName[] {
  return entry.names.flatMap((name): RawName[] => {
    const own: RawName = { entry: number, name, text: name.text, kind: 'own' }
    if (entry.type === 'person') {
      const turned = inBothOrders(name.text).slice(1)
      return [own, ...turned.map((text): RawName => ({ entry: number, name, text, kind: 'turned' }))]
    }
    return [
      own,
      ...describedNames(name.text).map((text): RawName => ({ entry: number, name, text, kind: 'described' })),
    ]
  })
}

const MOST_CANDIDATES = 80
const MOST_NAMES_OF_ENTRY = 4
// A candidate must share this much of the query's weight in words of its own.
const LEAST_SHARED = 0.15
const MAX_REMEMBERED = 50_000

/** Files all names of all entries. Time and space are linear in the letters of the lists. */
export function createNameIndex(entries: readonly ListEntry[]): NameIndex {
  const raw = entries.flatMap(rawNames)
  const frequency = new Map<string, number>()
  const normal = raw.map(({ text }) => normaliseName(text))
  // Counted once an entry: a party's many aliases do not make its own word a common one.
  const lastEntry = new Map<string, number>()
  normal.forEach(({ words }, i) => {
    const entry = raw[i]?.entry ?? -1
    for (const word of words) {
      if (lastEntry.get(word) === entry) continue
      lastEntry.set(word, entry)
      frequency.set(word, (frequency.get(word) ?? 0) + 1)
    }
  })
  const vocabulary = createVocabulary({ holders: entries.length, frequency: (word) => frequency.get(word) ?? 0 })
  const names = raw.flatMap(({ entry, name, text, kind }, i): IndexedName[] => {
    const own: IndexedName = { entry, name, kind, prepared: vocabulary.prepare(text, normal[i]) }
    if (kind !== 'own') return [own]
    return [
      own,
      ...vocabulary.render(text).map((prepared): IndexedName => ({ entry, name, kind: 'rendered', prepared })),
    ]
  })
  return {
    names,
    vocabulary,
    ...createSearch(names, vocabulary, (number) => entries[names[number]?.entry ?? -1]?.type === 'person'),
  }
}

function createSearch(
  names: readonly IndexedName[],
  vocabulary: Vocabulary,
  isPerson: (number: number) => boolean,
): Pick<NameIndex, 'candidates' | 'equal'> {
  const byCore = new Map<string, number[]>()
  const byWord = new Map<string, number[]>()
  const byJoined = new Map<string, number[]>()
  const byAcronym = new Map<string, number[]>()
  const words: Token[] = []
  names.forEach(({ prepared, kind }, number) => {
    if (kind !== 'rendered')
      for (const core of [prepared.folded.core, ...prepared.folded.alternates]) addTo(byCore, core, number)
    // A turned name has the words of its own one: filed once for equality is enough.
    if (kind === 'turned') return
    for (const word of prepared.personWords) {
      if (!byWord.has(word.text) && isContentIn('person', word)) words.push(word)
      if (isContentIn('organisation', word) || isContentIn('person', word)) addTo(byWord, word.text, number)
    }
    eachJoined(prepared.words, (joined) => addTo(byJoined, joined, number))
    if (!isPerson(number))
      for (const acronym of acronymsOf(prepared.words, prepared.setAside)) addTo(byAcronym, acronym, number)
  })
  const neighbours = createNeighbours(words)
  const byMeaning = new Map<string, number[]>()
  words.forEach((word, number) => {
    for (const key of meaningsOf(word)) addTo(byMeaning, key, number)
  })
  const foreign = createForeignWords(words)
  const remembered = new Map<string, readonly WordHit[]>()
  const hitsOf = (word: Token): readonly WordHit[] => {
    const known = remembered.get(word.text)
    if (known !== undefined) return known
    if (remembered.size > MAX_REMEMBERED) remembered.clear()
    const near = word.origin === '' ? neighbours.near(word) : foreign.near(word)
    const hits = similarWords(word, words, [
      ...new Set([...near, ...meaningsOf(word).flatMap((key) => byMeaning.get(key) ?? [])]),
    ])
    remembered.set(word.text, hits)
    return hits
  }
  const shared = new Float32Array(names.length)
  const weights = Float32Array.from(names, ({ prepared }) =>
    prepared.personWords.reduce((sum, word) => sum + searchWeight(word), 0),
  )
  const equal = (query: PreparedName): readonly number[] =>
    [query.folded.core, ...query.folded.alternates].flatMap((core) => byCore.get(core) ?? [])
  const candidates = (query: PreparedName): readonly number[] => {
    const touched: number[] = []
    const add = (number: number, weight: number): void => {
      if (shared[number] === 0) touched.push(number)
      shared[number] = (shared[number] ?? 0) + weight
    }
    let whole = 0
    for (const word of searchedWords(query, vocabulary)) {
      const weight = searchWeight(word)
      if (weight === 0) continue
      whole += weight
      for (const hit of hitsOf(word))
        for (const number of byWord.get(hit.text) ?? []) add(number, weight * hit.similarity)
      for (const number of byJoined.get(word.text) ?? []) add(number, weight)
      if (canBeAcronym(word)) for (const number of byAcronym.get(word.text) ?? []) add(number, weight)
    }
    eachJoined(query.words, (joined) => {
      for (const number of byWord.get(joined) ?? []) add(number, 1)
    })
    for (const acronym of acronymsOf(query.words, query.setAside))
      for (const number of byWord.get(acronym) ?? []) add(number, whole)
    const ranked = rank(touched, shared, names, weights, whole)
    for (const number of touched) shared[number] = 0
    return [...new Set([...equal(query), ...ranked])]
  }
  return { candidates, equal }
}

/** All words, letters that make one word joined; two neighbouring foreign words may be one in Latin letters as well. */
function searchedWords({ words, personWords }: PreparedName, vocabulary: Vocabulary): readonly Token[] {
  const own = words.length < personWords.length ? words.filter((word) => !personWords.includes(word)) : []
  if (!personWords.some(({ origin }) => origin !== '')) return own.length === 0 ? personWords : [...personWords, ...own]
  const joined = personWords.flatMap((word, i) => {
    const next = personWords[i + 1]
    if (next === undefined || word.origin === '' || next.origin === '') return []
    return [vocabulary.token(word.text + next.text, word.origin + next.origin)]
  })
  return [...personWords, ...joined]
}

interface WordHit {
  readonly text: string
  readonly similarity: number
}

function similarWords(word: Token, words: readonly Token[], near: readonly number[]): readonly WordHit[] {
  const hits: WordHit[] = []
  for (const number of near) {
    const other = words[number]
    if (other === undefined) continue
    const similarity = Math.max(...READINGS.map((reading) => compareWords(word, other, reading).similarity))
    if (similarity > 0) hits.push({ text: other.text, similarity })
  }
  return hits
}

const READINGS: readonly Reading[] = ['person', 'organisation']
const SHORTEST_JOINED = 5

function eachJoined(words: readonly Token[], found: (joined: string) => void): void {
  for (let i = 0; i + 1 < words.length; i++) {
    const a = words[i]
    const b = words[i + 1]
    if (a === undefined || b === undefined || a.text.length + b.text.length < SHORTEST_JOINED) continue
    if (a.asOrganisation.kind !== 'particle' && b.asOrganisation.kind !== 'particle') found(a.text + b.text)
  }
}

/** What a word says in any language; generic ones say it for too many names. */
function meaningsOf({ sound, asOrganisation: { kind, group, concept } }: Token): readonly string[] {
  const nicknames = nicknameGroups(sound).map((number) => `nickname ${number}`)
  if (kind === 'generic' || kind === 'particle') return nicknames
  return [...nicknames, ...(group === '' ? [] : [group]), ...(concept === 0 ? [] : [`concept ${concept}`])]
}

/** Weight of a word in a search: little where it is common in names of organisations and only a person's could be told by it. */
function searchWeight(word: Token): number {
  const { kind } = word.asOrganisation
  if (kind === 'generic' || !isContentIn('person', word)) return 0
  return kind === 'core' ? word.asOrganisation.weight : word.asPerson.weight * COMMON_IN_COMPANIES
}

const COMMON_IN_COMPANIES = 0.5

/** What the score can be at best, by weight shared and left over: left over on both sides, words contradict. */
function bound(shared: number, query: number, listed: number): number {
  const agreed = Math.min(shared, query, Math.max(listed, shared))
  const [left, right] = [query - agreed, Math.max(0, listed - agreed)]
  const against =
    Math.min(left, right) * EVIDENCE.contradiction + Math.abs(left - right) * EVIDENCE.omission * OMISSION_IN_SEARCH
  return agreed / (agreed + against)
}

const OMISSION_IN_SEARCH = 0.5

const LEAST_BOUND = 0.38
const BUCKETS = 128

/** The bucket from which on there are enough names to choose from, several of one entry being dropped. */
function cutOf(histogram: Uint32Array): number {
  let count = 0
  for (let bucket = BUCKETS; bucket > 0; bucket--) {
    count += histogram[bucket] ?? 0
    if (count >= MOST_CANDIDATES * MOST_NAMES_OF_ENTRY) return bucket
  }
  return 0
}

function rank(
  touched: readonly number[],
  shared: Float32Array,
  names: readonly IndexedName[],
  weights: Float32Array,
  whole: number,
): number[] {
  const least = whole * LEAST_SHARED
  const bounds = new Float32Array(touched.length)
  const histogram = new Uint32Array(BUCKETS + 1)
  for (let i = 0; i < touched.length; i++) {
    const number = touched[i] ?? 0
    const found = shared[number] ?? 0
    if (found < least) continue
    const score = bound(found, whole, weights[number] ?? 0)
    bounds[i] = score
    const bucket = Math.floor(score * BUCKETS)
    histogram[bucket] = (histogram[bucket] ?? 0) + 1
  }
  const cut = cutOf(histogram)
  const good: { readonly number: number; readonly score: number }[] = []
  touched.forEach((number, i) => {
    const score = bounds[i] ?? 0
    if (score >= LEAST_BOUND && score * BUCKETS >= cut) good.push({ number, score })
  })
  good.sort((a, b) => b.score - a.score || a.number - b.number)
  const perEntry = new Map<number, number>()
  const chosen: number[] = []
  for (const { number } of good) {
    const entry = names[number]?.entry ?? -1
    const count = perEntry.get(entry) ?? 0
    if (count >= MOST_NAMES_OF_ENTRY) continue
    perEntry.set(entry, count + 1)
    chosen.push(number)
    if (chosen.length >= MOST_CANDIDATES) break
  }
  return chosen
}
