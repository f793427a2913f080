import type { ListEntry } from '../model/entry.js'
import type { CompiledEntries } from './compiled.js'
import type { EntryTable } from './entry-table.js'
import type { HashLists, NumberLists } from './hash-lists.js'
import type { CountedWords, FlatNames } from './name-index.js'
import type { ReadingIndex } from './reading-index.js'
import { openSections, writeSections, type Numbers, type Sections } from './sections.js'
import type { TextPool } from './text-pool.js'

/** Changes with whatever is written or how it was worked out: bytes of another version are not read. */
const VERSION = 1

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/**
 * What `compileEntries` worked out, as bytes for `restore`; about 1.5 KB an entry. They hold the entries themselves and nothing of the machine
 * but its order of bytes, which `restore` checks. Bytes that came from elsewhere are to be held against a hash: they are read, not checked.
 */
export function serialise({
  entries,
  names,
  byIdentifier,
  byKey,
  severalLists,
}: CompiledEntries): Uint8Array<ArrayBuffer> {
  const parts = new Map<string, Numbers>()
  const put = (name: string, numbers: Numbers): void => void parts.set(name, numbers)
  put('head', Uint32Array.of(names.entries, names.names, Number(severalLists)))
  putEntries(put, entries)
  const { texts, byText, frequency } = names.counted()
  putPool(put, 'words', texts)
  putHashes(put, 'words by text', byText)
  put('frequency', frequency)
  putHashes(put, 'identifiers', byIdentifier())
  putHashes(put, 'keys', byKey())
  for (const reading of [names.persons, names.organisations]) putReading(put, reading)
  return writeSections(VERSION, parts)
}

/**
 * Reads back what `serialise` wrote, in a time that hardly depends on how much it is: the numbers are looked at in place, entries are made when they
 * are asked for. The bytes must not change afterwards.
 *
 * @returns `undefined` where the bytes are of another version, of another order of bytes, or cut short: then the lists are to be compiled again.
 */
export function restore(bytes: Uint8Array): CompiledEntries | undefined {
  const sections = openSections(VERSION, bytes)
  if (sections === undefined) return undefined
  const [entries = 0, names = 0, several = 0] = sections.u32('head')
  const counted: CountedWords = {
    texts: poolIn(sections, 'words'),
    byText: hashesIn(sections, 'words by text'),
    frequency: sections.u32('frequency'),
  }
  const flat: FlatNames = {
    entries,
    names,
    counted: () => counted,
    persons: readingIn(sections, 'person'),
    organisations: readingIn(sections, 'organisation'),
  }
  const [byIdentifier, byKey] = [hashesIn(sections, 'identifiers'), hashesIn(sections, 'keys')]
  return {
    entries: entriesIn(sections),
    names: flat,
    byIdentifier: () => byIdentifier,
    byKey: () => byKey,
    severalLists: several === 1,
  }
}

type Put = (name: string, numbers: Numbers) => void

function putEntries(put: Put, entries: EntryTable): void {
  const texts = Array.from({ length: entries.length }, (_, number) =>
    encoder.encode(JSON.stringify(entries.at(number))),
  )
  let end = 0
  const ends = Uint32Array.from(texts, ({ length }) => (end += length))
  const bytes = new Uint8Array(end)
  texts.forEach((text, number) => bytes.set(text, number === 0 ? 0 : ends[number - 1]))
  put('entries', bytes)
  put('ends of entries', ends)
}

function entriesIn(sections: Sections): EntryTable {
  const [bytes, ends] = [sections.u8('entries'), sections.u32('ends of entries')]
  const made = new Map<number, ListEntry>()
  return {
    length: ends.length,
    at: (number) => {
      const known = made.get(number)
      if (known !== undefined || number < 0 || number >= ends.length) return known
      // Written by `putEntries` alone.
      const entry: ListEntry = JSON.parse(
        decoder.decode(bytes.subarray(number === 0 ? 0 : ends[number - 1], ends[number])),
      )
      made.set(number, entry)
      return entry
    },
  }
}

function putPool(put: Put, name: string, { text, ends }: TextPool): void {
  put(`${name}, text`, encoder.encode(text))
  put(`${name}, ends`, ends)
}

function poolIn(sections: Sections, name: string): TextPool {
  return { text: decoder.decode(sections.u8(`${name}, text`)), ends: sections.u32(`${name}, ends`) }
}

function putHashes(put: Put, name: string, { starts, hashes, values }: HashLists): void {
  put(`${name}, starts`, starts)
  put(`${name}, hashes`, hashes)
  put(`${name}, values`, values)
}

function hashesIn(sections: Sections, name: string): HashLists {
  return {
    starts: sections.u32(`${name}, starts`),
    hashes: sections.i32(`${name}, hashes`),
    values: sections.u32(`${name}, values`),
  }
}

function putLists(put: Put, name: string, { starts, values }: NumberLists): void {
  put(`${name}, starts`, starts)
  put(`${name}, values`, values)
}

function listsIn(sections: Sections, name: string): NumberLists {
  return { starts: sections.u32(`${name}, starts`), values: sections.u32(`${name}, values`) }
}

const HASHES = ['byText', 'asJoined', 'near', 'byMeaning', 'joined', 'acronyms', 'cores'] as const
const NUMBERS = [
  'entry',
  'nameOfEntry',
  'kind',
  'part',
  'ownWeight',
  'softWeight',
  'ownWords',
  'marks',
  'letters',
] as const

function putReading(put: Put, index: ReadingIndex): void {
  const { reading } = index
  for (const name of NUMBERS) put(`${reading} ${name}`, index[name])
  for (const name of HASHES) putHashes(put, `${reading} ${name}`, index[name])
  putLists(put, `${reading} words`, index.words)
  putLists(put, `${reading} names`, index.names)
  putPool(put, `${reading} texts`, index.texts)
}

function readingIn(sections: Sections, reading: ReadingIndex['reading']): ReadingIndex {
  const hashes = (name: (typeof HASHES)[number]): HashLists => hashesIn(sections, `${reading} ${name}`)
  return {
    reading,
    entry: sections.u32(`${reading} entry`),
    nameOfEntry: sections.u16(`${reading} nameOfEntry`),
    kind: sections.u8(`${reading} kind`),
    part: sections.u8(`${reading} part`),
    ownWeight: sections.f32(`${reading} ownWeight`),
    softWeight: sections.f32(`${reading} softWeight`),
    ownWords: sections.u8(`${reading} ownWords`),
    marks: sections.u8(`${reading} marks`),
    words: listsIn(sections, `${reading} words`),
    texts: poolIn(sections, `${reading} texts`),
    letters: sections.i32(`${reading} letters`),
    names: listsIn(sections, `${reading} names`),
    byText: hashes('byText'),
    asJoined: hashes('asJoined'),
    near: hashes('near'),
    byMeaning: hashes('byMeaning'),
    joined: hashes('joined'),
    acronyms: hashes('acronyms'),
    cores: hashes('cores'),
  }
}
