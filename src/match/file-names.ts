import type { ListEntry } from '../model/entry.js'
import type { NameSettings } from '../model/name-settings.js'
import type { Reading } from './word-likeness.js'
import { collectNames, type NamesMaker } from './collect-names.js'
import { describedNames } from './described.js'
import { collectHashLists, hashText } from './hash-lists.js'
import { createListWords, type ListWords, type WordRun } from './list-words.js'
import type { CountedWords, FlatNames } from './name-index.js'
import { normaliseName, type NormalName } from './normalise.js'
import { inBothOrders } from './person-name.js'
import { createPlainNames } from './plain-names.js'
import { coresOf, wordsIn, type NameKind } from './reading-index.js'
import { collectWords } from './reading-words.js'
import { poolOf } from './text-pool.js'
import { createVocabulary, type PreparedName, type Vocabulary } from './tokens.js'

/** A name of an entry, and what else it says: the same turned, or what it leads. */
interface ListedName {
  readonly entry: number
  readonly nameOfEntry: number
  readonly text: string
  /** Of a name in plain letters. */
  readonly run: WordRun | undefined
  /** Of any other. */
  readonly normal: NormalName | undefined
  readonly others: readonly OtherName[]
}

interface OtherName {
  readonly kind: NameKind
  readonly text: string
  readonly normal: NormalName
}

/** Asked for by itself, since an empty array is one of another kind to the compiler. */
const NO_OTHERS: readonly OtherName[] = []

/** Files all names of all entries. Time and space are linear in the letters of the lists. */
export function flattenNames(entries: readonly ListEntry[], settings?: NameSettings): FlatNames {
  const words = createListWords(entries.length)
  const names = readNames(entries, words)
  const vocabulary = createVocabulary({ holders: entries.length, frequency: words.frequency }, settings)
  const sides: Readonly<Record<Reading, NamesMaker>> = {
    person: collectNames('person', collectWords('person', words, vocabulary.classOf)),
    organisation: collectNames('organisation', collectWords('organisation', words, vocabulary.classOf)),
  }
  const file = createFiling(entries, words, vocabulary, sides)
  const reread = (settings?.synonyms ?? []).length > 0
  for (const name of names) file(name, reread)
  return {
    entries: entries.length,
    names: names.length,
    counted: () => countedIn(words),
    persons: sides.person.make(),
    organisations: sides.organisation.make(),
    vocabulary,
  }
}

function countedIn(words: ListWords): CountedWords {
  const byText = collectHashLists()
  const texts = Array.from({ length: words.size }, (_, word) => words.textOf(word))
  texts.forEach((text, word) => byText.add(hashText(text), word))
  return { texts: poolOf(texts), byText: byText.make(), frequency: words.frequencies() }
}

function readNames(entries: readonly ListEntry[], words: ListWords): readonly ListedName[] {
  const names: ListedName[] = []
  entries.forEach(({ names: all, type }, entry) => {
    all.forEach(({ text }, nameOfEntry) => {
      const run = words.read(text, entry)
      const normal = run === undefined ? normaliseName(text) : undefined
      if (normal !== undefined) words.count(normal.words, entry)
      const isPerson = type === 'person'
      // A plain name turned has the same words, and hardly one leads another.
      const others =
        run !== undefined && (isPerson || !MAY_LEAD.test(text))
          ? NO_OTHERS
          : isPerson
            ? otherNames('turned', inBothOrders(text).slice(1))
            : otherNames('described', describedNames(text))
      if (others !== NO_OTHERS) for (const other of others) words.count(other.normal.words, entry)
      names.push({ entry, nameOfEntry, text, run, normal, others })
    })
  })
  return names
}

/** Stands in every name that says whom it leads. */
const MAY_LEAD = /company|kompaniya/i

function otherNames(kind: NameKind, texts: readonly string[]): readonly OtherName[] {
  return texts.length === 0 ? NO_OTHERS : texts.map((text) => ({ kind, text, normal: normaliseName(text) }))
}

/** Files a name, then its other readings, then what else it says. `reread`: a user's own words give any name other readings. */
function createFiling(
  entries: readonly ListEntry[],
  words: ListWords,
  vocabulary: Vocabulary,
  sides: Readonly<Record<Reading, NamesMaker>>,
): (name: ListedName, reread: boolean) => void {
  const plain = createPlainNames(words, vocabulary, {
    person: sides.person.words,
    organisation: sides.organisation.words,
  })
  const readingsOf = (entry: number): readonly Reading[] => {
    const type = entries[entry]?.type
    return type === 'person' ? PERSON : type === 'unknown' || type === undefined ? BOTH : ORGANISATION
  }
  const put = ({ entry, nameOfEntry }: ListedName, kind: NameKind, part: number, prepared: PreparedName): void => {
    const cores = coresOf(prepared.folded)
    for (const reading of readingsOf(entry)) {
      const { add, words: known } = sides[reading]
      // A turned name has the words of its own one: filed once for equality is enough.
      const its = kind === 'turned' ? [] : known.numbersOf(wordsIn(reading, prepared))
      add({ entry, nameOfEntry, kind, part }, { cores, words: its, setAside: prepared.setAside })
    }
  }
  return (name, reread) => {
    const { entry, nameOfEntry, text, run, normal, others } = name
    const readings = readingsOf(entry)
    if (run === undefined) put(name, 'own', 0, vocabulary.prepare(text, normal))
    else
      for (const reading of readings)
        sides[reading].add({ entry, nameOfEntry, kind: 'own', part: 0 }, plain.wordsOf(run, reading))
    if (reread || run === undefined || plain.mayBeRendered(run))
      vocabulary.render(text).forEach((prepared, part) => put(name, 'rendered', part, prepared))
    if (run !== undefined && run.comma >= 0 && readings === PERSON)
      sides.person.add({ entry, nameOfEntry, kind: 'turned', part: 0 }, plain.turned(run))
    if (others !== NO_OTHERS)
      others.forEach((other, part) => put(name, other.kind, part, vocabulary.prepare(other.text, other.normal)))
  }
}

const PERSON: readonly Reading[] = ['person']
const ORGANISATION: readonly Reading[] = ['organisation']
const BOTH: readonly Reading[] = ['person', 'organisation']
