import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { standTogether } from '../../src/match/stand-together.js'
import { createMatcher } from '../../src/match/matcher.js'
import type { ListEntry } from '../../src/model/entry.js'
import { parsePartialDate } from '../../src/model/date.js'
import type { Match } from '../../src/model/report.js'
import type { Subject } from '../../src/model/subject.js'
import { DEFAULT_THRESHOLDS } from '../../src/model/thresholds.js'
import { loadOne } from '../lists/given.js'
import { publishedFile } from '../lists/published-file.js'
import { listedEntry } from './listed-entry.js'

const entry = (list: string, entryId: string, name: string, more: Partial<ListEntry> = {}): ListEntry =>
  listedEntry(name, { list, entryId, ...more })
const born = (text: string) => {
  const date = parsePartialDate(text)
  return { type: 'person' as const, dates: date === undefined ? [] : [date] }
}
const numbers = (...texts: readonly string[]) => ({
  identifiers: texts.map((text) => {
    const [scheme = '', value = '', country] = text.split(':')
    return { scheme, value, ...(country === undefined ? {} : { country }) }
  }),
})

/** A record that nothing but a number of the first entry's own brings to it. */
const KEY = { scheme: 'customs', value: 'KEY-4711' }
const record: Subject = { names: ['Quite Otherwise'], type: 'unknown', countries: [], identifiers: [KEY], dates: [] }

function matchesOf(a: ListEntry, ...others: readonly ListEntry[]): readonly Match[] {
  const first = { ...a, identifiers: [...a.identifiers, KEY] }
  return createMatcher([first, ...others], DEFAULT_THRESHOLDS).match(record)
}
const say = (matches: readonly Match[]) =>
  matches.map(({ list, entryId, confidence }) => `${list} ${entryId} ${confidence}`)

describe('entries of one party on several lists', () => {
  test.each<[string, ListEntry, ListEntry, string | undefined]>([
    [
      'an equal number',
      entry('A', '1', 'VTB', numbers('tax:7702 070 139')),
      entry('B', '2', 'Vneshtorg PJSC', numbers('tax:7702070139')),
      'confirmed',
    ],
    [
      'an equal number of another register',
      entry('A', '1', 'VTB', numbers('tax:7702070139:RU')),
      entry('B', '2', 'Vneshtorg PJSC', numbers('tax:7702070139:CN')),
      undefined,
    ],
    [
      'an equal number that proves nothing',
      entry('A', '1', 'VTB', numbers('call-sign:7702070139')),
      entry('B', '2', 'Vneshtorg PJSC', numbers('call-sign:7702070139')),
      undefined,
    ],
    [
      'one number and another LEI',
      entry('A', '1', 'VTB', numbers('tax:7702070139', 'lei:253400V1H6ART1UQ0N98')),
      entry('B', '2', 'Vneshtorg', numbers('tax:7702070139', 'lei:253400V1H6ART1UQ0N99')),
      undefined,
    ],
    [
      'one number and another day of founding',
      entry('A', '1', 'VTB', { ...numbers('tax:7702070139'), dates: born('1990-10-17').dates }),
      entry('B', '2', 'Vneshtorg', { ...numbers('tax:7702070139'), dates: born('2014-06-03').dates }),
      'possible',
    ],
    [
      'one passport of two persons born on other days',
      entry('A', '1', 'Max Zorin', { ...born('1945-03-01'), ...numbers('passport:AB 123456') }),
      entry('B', '2', 'May Day', { ...born('1957-05-19'), ...numbers('passport:AB123456') }),
      'possible',
    ],
    [
      'one passport of two persons whose names have no word in common',
      entry('A', '1', 'Max Zorin', { ...born(''), ...numbers('passport:AB 123456') }),
      entry('B', '2', 'May Day', { ...born(''), ...numbers('passport:AB123456') }),
      'possible',
    ],
    [
      'one personal number of two such persons, born in one year',
      entry('A', '1', 'Max Zorin', { ...born('1945'), ...numbers('national-id:123456') }),
      entry('B', '2', 'May Day', { ...born('1945-03-01'), ...numbers('national-id:123456') }),
      'possible',
    ],
    [
      'one passport of two such persons, born on one day',
      entry('A', '1', 'Max Zorin', { ...born('1945-03-01'), ...numbers('passport:AB 123456') }),
      entry('B', '2', 'May Day', { ...born('1945-03-01'), ...numbers('passport:AB123456') }),
      'confirmed',
    ],
    [
      'one passport, and one word of two names in other letters',
      entry('A', '1', 'Макс Зорин', { ...born(''), ...numbers('passport:AB 123456') }),
      entry('B', '2', 'ZORIN', { ...born(''), ...numbers('passport:AB123456') }),
      'confirmed',
    ],
    [
      'a ship under two flags',
      entry('A', '1', 'ZORIN STAR', { type: 'vessel', countries: ['IR'], ...numbers('imo:9826902') }),
      entry('B', '2', 'QUARTZ', { type: 'vessel', countries: ['PA'], ...numbers('imo:IMO9826902') }),
      'confirmed',
    ],
    ['an equal name of two words', entry('A', '1', 'Zorin Kvarts JSC'), entry('B', '2', 'ZORIN-KVARTS'), 'confirmed'],
    ['another legal form', entry('A', '1', 'Zorin Kvarts JSC'), entry('B', '2', 'Zorin Kvarts LLC'), undefined],
    ['an equal name of one word', entry('A', '1', 'Peleng'), entry('B', '2', 'PELENG'), undefined],
    [
      'an equal word and country',
      entry('A', '1', 'Peleng', { countries: ['BY'] }),
      entry('B', '2', 'ПЕЛЕНГ', { countries: ['BY'] }),
      'confirmed',
    ],
    [
      'another country',
      entry('A', '1', 'Zorin Kvarts', { countries: ['BY'] }),
      entry('B', '2', 'Zorin Kvarts', { countries: ['IN'] }),
      undefined,
    ],
    [
      'another number',
      entry('A', '1', 'Zorin Kvarts', numbers('tax:7702070139:RU')),
      entry('B', '2', 'Zorin Kvarts', numbers('tax:7702070138:RU')),
      undefined,
    ],
    ['another type', entry('A', '1', 'Zorin Star'), entry('B', '2', 'Zorin Star', { type: 'vessel' }), undefined],
    ['a name that says nothing', entry('A', '1', 'Trading Company'), entry('B', '2', 'Trading Company'), undefined],
    [
      'a bank and a company',
      entry('A', '1', 'Zorin Bank'),
      entry('B', '2', 'Zorin Bank', { type: 'bank' }),
      'confirmed',
    ],
    [
      'an alias of the other',
      entry('A', '1', 'Zorin Kvarts'),
      entry('B', '2', 'Vtoroy Zavod', {
        names: [
          { text: 'Vtoroy Zavod', strength: 'primary' },
          { text: 'Zorin Kvarts', strength: 'strong' },
        ],
      }),
      'confirmed',
    ],
    [
      'a weak alias of the other',
      entry('A', '1', 'Zorin Kvarts'),
      entry('B', '2', 'Vtoroy Zavod', {
        names: [
          { text: 'Vtoroy Zavod', strength: 'primary' },
          { text: 'Zorin Kvarts', strength: 'weak' },
        ],
      }),
      undefined,
    ],
    [
      'a person by name alone',
      entry('A', '1', 'ZORIN, Max', born('')),
      entry('B', '2', 'Max Zorin', born('')),
      undefined,
    ],
    [
      'a person born the same day',
      entry('A', '1', 'ZORIN, Max', born('1945-03-01')),
      entry('B', '2', 'Max Zorin', born('1945-03-01')),
      'confirmed',
    ],
    [
      'a person born the same year',
      entry('A', '1', 'Max Zorin', born('1945-03-01')),
      entry('B', '2', 'ZORIN, Max', born('1945')),
      'possible',
    ],
    [
      'a person born another year',
      entry('A', '1', 'ZORIN, Max', born('1946')),
      entry('B', '2', 'Max Zorin', born('1945')),
      undefined,
    ],
    ['the same list', entry('A', '1', 'Zorin Kvarts'), entry('A', '2', 'Zorin Kvarts'), undefined],
    [
      'the same uid at OFAC',
      entry('OFAC SDN', '17013', 'VTB'),
      entry('OFAC SSI (CSL)', '17013', 'Vneshtorg'),
      'confirmed',
    ],
    [
      "the UN's key",
      entry('UN Security Council', 'TAe.010', 'Haji', { regime: 'un' }),
      entry('UK', '9', 'Hawala', numbers('un-reference:TAe.010')),
      'confirmed',
    ],
    [
      'the key of OFSI',
      entry('UK', '9', 'Hawala', numbers('ofsi-group:12345')),
      entry('UK OFSI Consolidated List', '12345', 'Haji'),
      'confirmed',
    ],
  ])('%s', (title, a, b, expected) => {
    const others = (matches: readonly Match[]) =>
      matches.filter(({ entryId, list }) => entryId === b.entryId && list === b.list)
    const [match, ...more] = others(matchesOf(a, b))
    expect(match?.confidence).toBe(expected)
    expect(more).toEqual([])
    // The same whichever of the two the record is matched to, and in whatever order the lists are given.
    const back = matchesOf(b, a).find(({ entryId, list }) => entryId === a.entryId && list === a.list)
    if (title !== 'an alias of the other') expect(back?.confidence).toBe(expected)
  })

  const twice = [
    entry('A', '1', 'VTB', numbers('tax:7702070139')),
    entry('B', '2', 'Vneshtorg', { regime: 'eu', kind: 'sectoral', ...numbers('tax:7702070139') }),
  ] as const

  test('what is said of a match that only another list tells of', () => {
    const [own, other] = matchesOf(...twice)
    expect(own).not.toHaveProperty('sameAs')
    expect(other).toMatchObject({
      list: 'B',
      regime: 'eu',
      listKind: 'sectoral',
      score: 1,
      confidence: 'confirmed',
      alone: 'none',
      sameAs: [{ list: 'A', entryId: '1', basis: 'identifier', confidence: 'confirmed' }],
      basis: 'identifier',
      recordName: 'customs:KEY-4711',
      matchedName: 'tax:7702070139',
    })
    expect(other?.explanation).toBe(
      'Nothing of the record names it. List: B, entry 2. It is the same party as entry 1 of A ("VTB") by the number "tax:7702070139", and stands as that does.',
    )
  })

  test('a possible match of the one is a possible match of the other', () => {
    const matcher = createMatcher(twice, DEFAULT_THRESHOLDS)
    const matches = matcher.match({ ...record, names: ['VTB'], identifiers: [] })
    expect(say(matches)).toEqual(['A 1 possible', 'B 2 possible'])
    expect(matches[1]).toMatchObject({ basis: 'name', recordName: 'VTB', matchedName: 'Vneshtorg' })
  })

  describe('a number that one list gives to two parties', () => {
    const bank = entry('A', '1', 'Zorin Bank', numbers('tax:7702070139'))
    const owner = entry('B', '2', 'Zorin Holding', numbers('tax:7702070139'))
    const same = entry('B', '3', 'ZORIN BANK', numbers('tax:7702070139'))
    test('proves neither of them', () => {
      const third = entry('B', '4', 'Kvarts Invest', numbers('tax:7702070139'))
      expect(say(matchesOf(bank, owner, third))).toEqual(['A 1 confirmed', 'B 2 possible', 'B 4 possible'])
      expect(say(matchesOf(owner, third, bank))).toEqual(['B 2 confirmed', 'A 1 possible'])
    })
    test('and then the name tells which of them it is', () => {
      expect(say(matchesOf(bank, owner, same))).toEqual(['A 1 confirmed', 'B 3 confirmed'])
      expect(say(matchesOf(bank, same, owner))).toEqual(['A 1 confirmed', 'B 3 confirmed'])
    })
  })

  describe('a list given in two files', () => {
    const csv = entry('OFAC SDN', '17', 'Zorin Kvarts', numbers('tax:7702070139'))
    const xml = { ...csv, url: 'https://example.test/17', place: { file: 'y', line: 9 } }
    const subject: Subject = { ...record, names: ['Zorin Kvarts'], identifiers: [] }
    const matched = (...entries: readonly ListEntry[]) => createMatcher(entries, DEFAULT_THRESHOLDS).match(subject)
    test('gives one match, the same in either order', () => {
      expect(say(matched(csv, xml))).toEqual(['OFAC SDN 17 confirmed'])
      expect(matched(csv, xml)).toEqual(matched(xml, csv))
      expect(matched(csv, xml)[0]?.url).toBe(xml.url)
    })
    test('also beside another list, which names it once', () => {
      const other = entry('EU', '5', 'Quartz', numbers('tax:7702070139'))
      const matches = matched(csv, other, xml)
      expect(say(matches)).toEqual(['OFAC SDN 17 confirmed', 'EU 5 confirmed'])
      expect(matches[1]?.sameAs).toHaveLength(1)
      expect(matches[1]?.explanation.match(/the same party as/g)).toHaveLength(1)
    })
    test('but not where it does other things, or is another party under that key', () => {
      expect(say(matched(csv, { ...csv, kind: 'sectoral' }))).toHaveLength(2)
      const other = entry('OFAC SDN', '17', 'Zorin Kvartz')
      expect(say(matched(csv, other))).toHaveLength(2)
    })
  })

  test('a number tells before a name does, on each list', () => {
    const a = entry('A', '1', 'Zorin Kvarts', numbers('tax:7702070139'))
    const namesake = entry('B', '2', 'Zorin Kvarts')
    const numbered = entry('B', '3', 'Vneshtorg', numbers('tax:7702070139'))
    expect(say(matchesOf(a, namesake, numbered))).toEqual(['A 1 confirmed', 'B 3 confirmed'])
    expect(say(matchesOf(a, namesake))).toEqual(['A 1 confirmed', 'B 2 confirmed'])
  })

  test('what the name alone leaves possible is confirmed by the number of the other', () => {
    const a = entry('A', '1', 'Peleng', { countries: ['BY'], ...numbers('tax:100230519:BY') })
    const b = entry('B', '2', 'Peleng', { regime: 'uk', ...numbers('tax:100230519:BY') })
    const matcher = createMatcher([a, b], DEFAULT_THRESHOLDS)
    const matches = matcher.match({ ...record, names: ['Peleng'], countries: ['BY'], identifiers: [] })
    expect(say(matches)).toEqual(['A 1 confirmed', 'B 2 confirmed'])
    expect(matches[1]?.alone).toBe('possible')
    const without = standTogether(matches.slice(1))
    expect(say(without)).toEqual(['B 2 possible'])
    expect(without[0]).not.toHaveProperty('alone')
  })

  test('the order of the entries does not show', () => {
    const all = [
      ...twice,
      entry('C', '3', 'VTB', { countries: ['RU'] }),
      entry('A', '4', 'Zorin Kvarts', { ...numbers('swift:VTBRRUMM') }),
      entry('B', '5', 'Vneshtorg', { countries: ['RU'], ...numbers('swift:VTBRRUMMXXX') }),
      entry('C', '6', 'Zorin Kvarts', { countries: ['RU'], ...numbers('tax:7702070139:RU') }),
    ]
    const subject: Subject = {
      ...record,
      names: ['Zorin Kvarts', 'VTB'],
      countries: ['RU'],
      ...numbers('swift:VTBRRUMM'),
    }
    const expected = createMatcher(all, DEFAULT_THRESHOLDS).match(subject)
    expect(expected.length).toBeGreaterThan(3)
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(createMatcher(shuffled, DEFAULT_THRESHOLDS).match(subject)).toEqual(expected)
        expect(standTogether(expected)).toEqual(expected)
      }),
    )
  })

  const csl = publishedFile('us-csl-csv-2022-05/consolidated.csv')
  const sdn = publishedFile('ofac-sdn-2023-12-28/sdn.csv')
  const bothThere = csl.there && sdn.there ? test : test.skip
  bothThere(
    `Peleng and VTB on ${sdn.path} and in ${csl.path}`,
    async () => {
      const entries = [
        ...(await loadOne(csl.path)).list.entries,
        ...(await loadOne(sdn.path, '2023-12-28')).list.entries,
      ]
      const matcher = createMatcher(entries, DEFAULT_THRESHOLDS)
      const listsOf = (more: Partial<Subject>) =>
        matcher
          .match({ ...record, identifiers: [], ...more })
          .filter(({ confidence }) => confidence === 'confirmed')
          .map(({ list, entryName, alone }) => `${list}: ${entryName}${alone === undefined ? '' : ` (${alone})`}`)
      // The Entity List gives no numbers: it is known by the name that it and OFAC have in common.
      expect(listsOf(numbers('by-unp:100230519'))).toEqual([
        'OFAC SDN: PELENG JSC',
        'OFAC SDN (CSL): PELENG JSC',
        'BIS Entity List (CSL): Peleng JSC (none)',
      ])
      expect(listsOf(numbers('swift:VTBRRUMM'))).toEqual([
        'OFAC CAPTA (CSL): VTB BANK PUBLIC JOINT STOCK COMPANY',
        'OFAC SDN: VTB BANK PUBLIC JOINT STOCK COMPANY',
        'OFAC SDN (CSL): VTB BANK PUBLIC JOINT STOCK COMPANY',
        'OFAC SSI (CSL): VTB BANK PUBLIC JOINT STOCK COMPANY',
      ])
    },
    120_000,
  )
})
