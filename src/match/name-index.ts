import { WORD_WEIGHTS } from '../model/thresholds.js'
import type { ListName } from '../model/entry.js'
import type { NameSettings } from '../model/name-settings.js'
import type { Reading } from './word-likeness.js'
import { describedNames } from './described.js'
import type { EntryTable } from './entry-table.js'
import { hashText, valuesOf, type HashLists } from './hash-lists.js'
import { inBothOrders } from './person-name.js'
import { NAME_KINDS, wordsIn, type NameKind, type ReadingIndex } from './reading-index.js'
import { queryOf, type Query } from './query.js'
import { createSearch } from './search.js'
import { textAt, type TextPool } from './text-pool.js'
import { createVocabulary, type PreparedName, type Rarity, type Token, type Vocabulary } from './tokens.js'
import { createWordHits, type WordHits } from './word-hits.js'

/** One name of one list entry. */
export interface IndexedName {
  readonly entry: number
  readonly name: ListName
  readonly prepared: PreparedName
  readonly kind: NameKind
}

/** All that an index is made of, as typed arrays: `compiled.ts` writes it and reads it back. */
export interface FlatNames {
  readonly entries: number
  /** Names of entries, each once. */
  readonly names: number
  /** Put together when they are first asked for: what was just filed has its `vocabulary`. */
  readonly counted: () => CountedWords
  /** Names of persons, and all others; those of which the list does not say it are in both. */
  readonly persons: ReadingIndex
  readonly organisations: ReadingIndex
  /** The words that the names were filed by, where they were just filed: none of them need be understood again. */
  readonly vocabulary?: Vocabulary
}

/** Words of the lists, and in how many entries each stands. */
export interface CountedWords {
  readonly texts: TextPool
  readonly byText: HashLists
  readonly frequency: Uint32Array
}

/** The names that are compared in one reading. */
export interface NamesInReading {
  readonly reading: Reading
  /** Names that are filed, numbers from 0 up. */
  readonly count: number
  /** The name of a number, prepared when it is first asked for. */
  readonly name: (number: number) => IndexedName | undefined
  /** Numbers of the names that may score `least` or more against a query; those left out can't. */
  readonly candidates: (query: PreparedName, least: number) => readonly number[]
  /** Numbers of the names of an equal core, whatever their legal form. */
  readonly equal: (query: PreparedName) => readonly number[]
  /** Whether there is any candidate for a query of which only the words are known. */
  readonly finds: (query: Query, least: number) => boolean
  readonly words: WordHits
  readonly flat: ReadingIndex
}

export interface NameIndex {
  readonly vocabulary: Vocabulary
  readonly persons: NamesInReading
  readonly organisations: NamesInReading
  /** Names of entries, each once. */
  readonly names: number
}

/** An index that answers, of the entries and what was made of them by the same settings. */
export function createNameIndex(entries: EntryTable, flat: FlatNames, settings?: NameSettings): NameIndex {
  const vocabulary = flat.vocabulary ?? createVocabulary(rarityIn(flat), settings)
  const heaviest = Math.max(...Object.values({ ...WORD_WEIGHTS, ...settings?.weights }))
  return {
    vocabulary,
    persons: namesInReading(entries, flat.persons, vocabulary, heaviest),
    organisations: namesInReading(entries, flat.organisations, vocabulary, heaviest),
    names: flat.names,
  }
}

function rarityIn({ entries, counted }: FlatNames): Rarity {
  const { byText, texts, frequency } = counted()
  return {
    holders: entries,
    frequency: (word) => {
      const number = valuesOf(byText, hashText(word)).find((known) => textAt(texts, known) === word)
      return number === undefined ? 0 : (frequency[number] ?? 0)
    },
  }
}

function namesInReading(
  entries: EntryTable,
  flat: ReadingIndex,
  vocabulary: Vocabulary,
  heaviest: number,
): NamesInReading {
  const prepared = new Map<number, IndexedName | undefined>()
  const nameOf = (number: number): IndexedName | undefined => {
    if (prepared.has(number)) return prepared.get(number)
    const made = prepareListed(entries, flat, number, vocabulary)
    prepared.set(number, made)
    return made
  }
  const wordsOf = (number: number): readonly Token[] => {
    const listed = nameOf(number)
    return listed === undefined ? [] : wordsIn(flat.reading, listed.prepared)
  }
  const { search, finds } = createSearch(flat, heaviest, wordsOf)
  const words = createWordHits(flat, vocabulary, wordsOf)
  return {
    reading: flat.reading,
    count: flat.entry.length,
    name: nameOf,
    candidates: (query, least) => search(queryOf(query, flat, words.factsOf, vocabulary), least),
    equal: ({ folded: { core, alternates } }) => [
      ...new Set([core, ...alternates].flatMap((text) => valuesOf(flat.cores, hashText(text)))),
    ],
    finds,
    words,
    flat,
  }
}

function prepareListed(
  entries: EntryTable,
  { entry: entryOf, nameOfEntry, kind: kinds, part: parts }: ReadingIndex,
  number: number,
  vocabulary: Vocabulary,
): IndexedName | undefined {
  const entry = entryOf[number]
  const name = entry === undefined ? undefined : entries.at(entry)?.names[nameOfEntry[number] ?? -1]
  const kind = NAME_KINDS[kinds[number] ?? -1]
  if (entry === undefined || name === undefined || kind === undefined) return undefined
  const part = parts[number] ?? 0
  const { text } = name
  const prepared =
    kind === 'rendered'
      ? vocabulary.render(text)[part]
      : vocabulary.prepare(
          (kind === 'own' ? text : kind === 'turned' ? inBothOrders(text)[part + 1] : describedNames(text)[part]) ??
            text,
        )
  return prepared === undefined ? undefined : { entry, name, prepared, kind }
}
