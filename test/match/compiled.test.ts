import { describe, expect, test } from '@jest/globals'
import { compileEntries } from '../../src/match/compiled.js'
import { restore, serialise } from '../../src/match/compiled-bytes.js'
import { createCompiledMatcher, createMatcher } from '../../src/match/matcher.js'
import { parsePartialDate } from '../../src/model/date.js'
import type { ListEntry } from '../../src/model/entry.js'
import type { Subject } from '../../src/model/subject.js'
import { DEFAULT_THRESHOLDS } from '../../src/model/thresholds.js'

const date = (text: string) => [parsePartialDate(text)].filter((found) => found !== undefined)

function entry(list: string, entryId: string, name: string, more: Partial<ListEntry> = {}): ListEntry {
  return {
    list,
    regime: 'us',
    kind: 'asset-freeze',
    entryId,
    names: [
      { text: name, strength: 'primary' },
      { text: `${name} alias`, strength: 'weak' },
    ],
    type: 'company',
    countries: ['BY'],
    addresses: [{ text: 'Minsk', country: 'BY' }],
    identifiers: [],
    dates: [],
    programs: ['TEST'],
    relations: [],
    place: { file: 'list.csv', line: 1 },
    ...more,
  }
}

const ENTRIES: readonly ListEntry[] = [
  entry('ONE', '1', 'PELENG JSC', { identifiers: [{ scheme: 'registration', value: '100230519', country: 'BY' }] }),
  entry('ONE', '2', 'OREKHOV, Timur Danilovich', { type: 'person', dates: date('1970-05-04') }),
  entry('ONE', '3', 'ОАО «Муромский машиностроительный завод» 🚢'),
  entry('ONE', '4', 'شركة النور للتجارة', { type: 'unknown' }),
  entry('TWO', '5', 'PELENG', { identifiers: [{ scheme: 'registration', value: '100230519', country: 'BY' }] }),
]

const SUBJECTS: readonly Subject[] = [
  'Peleng',
  'Pelenng OJSC',
  'Timur Orehov',
  'OJSC Muromskiy mashinostroitelnyi zavod',
  'شركة النور للتجارة',
  'Nobody at all',
].map((name) => ({ names: [name], type: 'unknown', countries: ['BY'], identifiers: [], dates: [] }))
const BY_NUMBER: Subject = {
  names: ['Some Name'],
  type: 'company',
  countries: ['BY'],
  identifiers: [{ scheme: 'by-unp', value: '100230519' }],
  dates: [],
}

describe('entries read back from bytes', () => {
  const bytes = serialise(compileEntries(ENTRIES))
  const own = createMatcher(ENTRIES, DEFAULT_THRESHOLDS)

  test.each([...SUBJECTS, BY_NUMBER].map((subject) => [subject.names[0], subject] as const))(
    'answer for %s as the entries do',
    (_, subject) => {
      const read = restore(bytes)
      expect(read && createCompiledMatcher(read, DEFAULT_THRESHOLDS).match(subject)).toEqual(own.match(subject))
    },
  )

  test('answer for something', () => {
    expect([...SUBJECTS, BY_NUMBER].map((subject) => own.match(subject).length)).toEqual([2, 2, 1, 1, 1, 0, 2])
  })

  test('are the same entries', () => {
    const entries = restore(bytes)?.entries
    expect(Array.from({ length: entries?.length ?? 0 }, (_, at) => entries?.at(at))).toEqual(ENTRIES)
    expect([entries?.at(-1), entries?.at(ENTRIES.length)]).toEqual([undefined, undefined])
  })

  test('come from any place in memory', () => {
    const moved = new Uint8Array(bytes.length + 3).subarray(3)
    moved.set(bytes)
    expect(restore(moved)?.entries.at(0)).toEqual(ENTRIES[0])
  })

  test('are the same bytes for the same entries', () => {
    expect(serialise(compileEntries(ENTRIES))).toEqual(bytes)
  })

  test.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['a head without a body', bytes.subarray(0, 16)],
    ['half of it', bytes.subarray(0, bytes.length >> 1)],
    ['more than it', new Uint8Array([...bytes, 0])],
    ['another order of bytes', bytes.map((_, at, all) => all[at ^ 3] ?? 0)],
    ['another version', bytes.map((byte, at) => (at === 4 ? byte + 1 : byte))],
  ])('%s is not read', (_, given) => {
    expect(restore(given)).toBeUndefined()
  })
})

test('no entries are an index that finds nothing', () => {
  const read = restore(serialise(compileEntries([])))
  expect(read && createCompiledMatcher(read, DEFAULT_THRESHOLDS).candidates('Peleng')).toEqual([])
})
