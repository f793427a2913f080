import { initialsOf } from './acronym.js'
import { addTrade, frameBy } from './frame.js'
import { collectHashLists, hashText, invertedLists } from './hash-lists.js'
import { addConsonants } from './neighbours.js'
import {
  NAME_KINDS,
  SHORTEST_JOINED,
  SHORTEST_WITH_SLIP,
  type FiledName,
  type NameWords,
  type ReadingIndex,
} from './reading-index.js'
import { NOT_SEARCHED, type ReadingWords } from './reading-words.js'
import type { Reading } from './word-likeness.js'

/** Takes the names of a reading one by one and keeps nothing of them but numbers and new words. */
export interface NamesMaker {
  readonly words: ReadingWords
  readonly add: (name: FiledName, its: NameWords) => void
  readonly make: () => ReadingIndex
}

const MOST_COUNTED = 255

/** Files names. Time and space are linear in their letters. */
export function collectNames(reading: Reading, words: ReadingWords): NamesMaker {
  const { texts, sounds, kinds: kindsOfWords, weights, hashes, consonants, inIndex } = words
  const [joined, acronyms, cores] = [collectHashLists(), collectHashLists(), collectHashLists()]
  const [entry, nameOfEntry, kinds, parts]: [number[], number[], number[], number[]] = [[], [], [], []]
  const [ownWeight, softWeight, ownWords, marks]: [number[], number[], number[], number[]] = [[], [], [], []]
  const [wordsOfNames, starts]: [number[], number[]] = [[], [0]]

  /** Files the name last counted under its words, and an organisation's under the frame of its own one. */
  const addWords = (all: readonly number[], name: number): void => {
    // Not all in one pattern: code that runs for the first time takes one apart by its iterator.
    let ofOwn = 0
    let ofSoft = 0
    let own = 0
    let mark = 0
    let trades = 0
    let hashOfTrades = 0
    for (const word of all) {
      const kind = kindsOfWords[word]
      const weight = weights[word] ?? 0
      if (kind === 'core') {
        ofOwn += weight
        own++
        continue
      }
      ofSoft += weight
      if (kind === 'mark') mark++
      else if (kind === 'trade') {
        trades++
        hashOfTrades = addTrade(hashOfTrades, hashes[word] ?? 0)
      }
    }
    for (const word of all) {
      // Names that have words of their own agree in these or not at all; others are told by their common words together.
      if (own > 0 && kindsOfWords[word] !== 'core') continue
      const number = inIndex[word] ?? NOT_SEARCHED
      if (number !== NOT_SEARCHED) wordsOfNames.push(number)
    }
    ownWeight.push(ofOwn)
    softWeight.push(ofSoft)
    ownWords.push(Math.min(MOST_COUNTED, own))
    marks.push(Math.min(MOST_COUNTED, mark))
    starts.push(wordsOfNames.length)
    const frame = reading === 'organisation' ? frameBy(own, trades, hashOfTrades) : undefined
    if (frame !== undefined) cores.add(frame, name)
  }
  /** Under two neighbouring words that may be one on the other side. */
  const addJoined = (all: readonly number[], name: number): void => {
    for (let at = 1; at < all.length; at++) {
      const first = all[at - 1] ?? 0
      const second = all[at] ?? 0
      const text = texts[second] ?? ''
      const length = (texts[first] ?? '').length + text.length
      if (length < SHORTEST_JOINED) continue
      joined.add(hashText(text, hashes[first]), name)
      if (length >= SHORTEST_WITH_SLIP) joined.add(addConsonants(consonants[first] ?? 0, sounds[second] ?? ''), name)
    }
  }

  return {
    words,
    add: (filed, { cores: its, words: all, setAside }) => {
      const { kind } = filed
      const name = entry.length
      entry.push(filed.entry)
      nameOfEntry.push(filed.nameOfEntry)
      kinds.push(NAME_KINDS.indexOf(kind))
      parts.push(filed.part)
      for (const core of its) cores.add(core, name)
      addWords(all, name)
      addJoined(all, name)
      if (reading === 'person' || kind === 'turned') return
      for (const initials of initialsOf(all, words, setAside)) acronyms.add(initials, name)
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
