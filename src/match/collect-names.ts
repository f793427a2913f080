import { acronymsOf } from './acronym.js'
import { classIn, type Reading } from './word-likeness.js'
import { frameOf } from './frame.js'
import { collectHashLists, hashText, invertedLists } from './hash-lists.js'
import { eachMeaning } from './meanings.js'
import { eachKeyLackingOne, eachNearKey } from './neighbours.js'
import {
  eachAsJoined,
  eachJoined,
  isSearchedKind,
  keyOfWord,
  NAME_KINDS,
  type FiledName,
  type NameWords,
  type ReadingIndex,
} from './reading-index.js'
import { poolOf } from './text-pool.js'
import type { Token } from './tokens.js'

/** Takes the names of a reading one by one and keeps nothing of them but numbers and new words. */
export interface NamesMaker {
  readonly add: (name: FiledName, its: NameWords) => void
  readonly make: () => ReadingIndex
}

const MOST_COUNTED = 255

/** Files names. Time and space are linear in their letters. */
export function collectNames(reading: Reading): NamesMaker {
  const words = collectWords(reading)
  const [joined, acronyms, cores] = [collectHashLists(), collectHashLists(), collectHashLists()]
  const [entry, nameOfEntry, kinds, parts]: [number[], number[], number[], number[]] = [[], [], [], []]
  const [ownWeight, softWeight, ownWords, marks]: [number[], number[], number[], number[]] = [[], [], [], []]
  const [wordsOfNames, starts]: [number[], number[]] = [[], [0]]

  const addWords = (all: readonly Token[]): void => {
    let [ofOwn, ofSoft, own, mark] = [0, 0, 0, 0]
    for (const word of all) {
      const { weight, kind } = classIn(reading, word)
      if (kind === 'mark') mark++
      if (kind === 'core') {
        ofOwn += weight
        own++
      } else ofSoft += weight
    }
    for (const word of all) {
      const { kind } = classIn(reading, word)
      if (!isSearchedKind(kind)) continue
      const number = words.numberOf(word)
      // Names that have words of their own agree in these or not at all; others are told by their common words together.
      if (own === 0 || kind === 'core') wordsOfNames.push(number)
    }
    ownWeight.push(ofOwn)
    softWeight.push(ofSoft)
    ownWords.push(Math.min(MOST_COUNTED, own))
    marks.push(Math.min(MOST_COUNTED, mark))
    starts.push(wordsOfNames.length)
  }

  return {
    add: ({ kind, part, ...place }, { cores: its, words: all, setAside }) => {
      const name = entry.length
      entry.push(place.entry)
      nameOfEntry.push(place.nameOfEntry)
      kinds.push(NAME_KINDS.indexOf(kind))
      parts.push(part)
      for (const core of its) cores.add(core, name)
      addWords(all)
      eachJoined(all, (hash) => joined.add(hash, name))
      if (reading === 'person' || kind === 'turned') return
      const frame = frameOf(all)
      if (frame !== undefined) cores.add(frame, name)
      for (const acronym of acronymsOf(all, setAside)) acronyms.add(hashText(acronym), name)
    },
    make: () => {
      const lists = { starts: new Uint32Array(starts), values: new Uint32Array(wordsOfNames) }
      const filed = words.make()
      return {
        reading,
        entry: new Uint32Array(entry),
        nameOfEntry: new Uint16Array(nameOfEntry),
        kind: new Uint8Array(kinds),
        part: new Uint8Array(parts),
        ownWeight: new Float32Array(ownWeight),
        softWeight: new Float32Array(softWeight),
        ownWords: new Uint8Array(ownWords),
        marks: new Uint8Array(marks),
        words: lists,
        names: invertedLists(lists, filed.letters.length),
        ...filed,
        joined: joined.make(),
        acronyms: acronyms.make(),
        cores: cores.make(),
      }
    },
  }
}

type FiledWords = Pick<ReadingIndex, 'texts' | 'letters' | 'byText' | 'asJoined' | 'near' | 'byMeaning'>

/** Gives words their numbers and files each once. */
function collectWords(reading: Reading): {
  readonly numberOf: (word: Token) => number
  readonly make: () => FiledWords
} {
  const numbers = new Map<string, number>()
  /** Equal words are nearly always one object, which is found without its text. */
  const numbersOfTokens = new Map<Token, number>()
  const letters: number[] = []
  const [byText, asJoined, near, byMeaning] = [
    collectHashLists(),
    collectHashLists(),
    collectHashLists(),
    collectHashLists(),
  ]
  return {
    numberOf: (word) => {
      const before = numbersOfTokens.get(word)
      if (before !== undefined) return before
      const key = keyOfWord(word)
      const number = numbers.get(key) ?? letters.length
      numbersOfTokens.set(word, number)
      if (number < letters.length) return number
      numbers.set(key, number)
      letters.push(word.letters)
      byText.add(hashText(word.text), number)
      eachAsJoined(word, (hash) => asJoined.add(hash, number))
      eachNearKey(word, (hash) => near.add(hash, number))
      eachKeyLackingOne(word, (hash) => near.add(hash, number))
      eachMeaning(word, reading, (hash) => byMeaning.add(hash, number))
      return number
    },
    make: () => ({
      texts: poolOf([...numbers.keys()]),
      letters: new Int32Array(letters),
      byText: byText.make(),
      asJoined: asJoined.make(),
      near: near.make(),
      byMeaning: byMeaning.make(),
    }),
  }
}
