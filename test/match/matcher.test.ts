import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createMatcher } from '../../src/match/matcher.js'
import { parsePartialDate } from '../../src/model/date.js'
import type { ListEntry, ListName } from '../../src/model/entry.js'
import type { Subject } from '../../src/model/subject.js'
import { DEFAULT_THRESHOLDS } from '../../src/model/thresholds.js'

const date = (text: string) => [parsePartialDate(text)].filter((found) => found !== undefined)

function entry(entryId: string, names: readonly (string | ListName)[], more: Partial<ListEntry> = {}): ListEntry {
  return {
    list: 'TEST',
    regime: 'us',
    kind: 'asset-freeze',
    entryId,
    names: names.map((name, i) =>
      typeof name === 'string' ? { text: name, strength: i === 0 ? 'primary' : 'strong' } : name,
    ),
    type: 'company',
    countries: [],
    addresses: [],
    identifiers: [],
    dates: [],
    programs: ['TEST-1'],
    relations: [],
    place: { file: 'list.csv', line: 1 },
    ...more,
  }
}

const subject = (name: string, more: Partial<Subject> = {}): Subject => ({
  names: [name],
  type: 'company',
  countries: [],
  identifiers: [],
  dates: [],
  ...more,
})

const ENTRIES: readonly ListEntry[] = [
  entry('peleng', ['PELENG JSC', 'PELENG OAO'], {
    countries: ['BY'],
    identifiers: [{ scheme: 'registration', value: '100230519', country: 'BY' }],
    dates: date('1994-03-11'),
  }),
  entry('vtb', ['VTB BANK PUBLIC JOINT STOCK COMPANY', 'BANK VTB PAO'], {
    type: 'bank',
    countries: ['RU'],
    identifiers: [{ scheme: 'swift', value: 'VTBRRUMM' }],
  }),
  entry('person', ['OREKHOV, Timur Danilovich'], { type: 'person', countries: ['RU'], dates: date('1970-05-04') }),
  entry('ship', ['NORTHERN LANTERNA'], { type: 'vessel', identifiers: [{ scheme: 'imo', value: '9826902' }] }),
  entry('weak', ['Kvartsevyi Mekhanizm Plant', { text: 'Glavkvarts Svyaz', strength: 'weak' }], { countries: ['RU'] }),
  entry('head', ['JSC FIRST PLANT NAMED AFTER A.B. VERBITSKY MANAGEMENT COMPANY OF ZORKALO HOLDING']),
  entry('member', ['JSC TYBENKO ZORKALO']),
]
const matcher = createMatcher(ENTRIES, DEFAULT_THRESHOLDS)
const best = (of: Subject) => {
  const [match] = matcher.match(of)
  return match === undefined ? 'nothing' : `${match.entryId} ${match.confidence}`
}

describe('what confirms, and what keeps a match possible', () => {
  test.each<[string, Subject, string]>([
    ['name of one word', subject('Peleng'), 'peleng possible'],
    ['and the country', subject('Peleng', { countries: ['BY'] }), 'peleng confirmed'],
    ['in its own script', subject('ААТ «Пеленг»', { countries: ['BY'] }), 'peleng confirmed'],
    ['another country', subject('Peleng', { countries: ['TR'] }), 'peleng possible'],
    ['a number', subject('Some Name', { identifiers: [{ scheme: 'by-unp', value: '100230519' }] }), 'peleng confirmed'],
    [
      'another number',
      subject('Peleng', { countries: ['BY'], identifiers: [{ scheme: 'by-unp', value: '600102155' }] }),
      'peleng possible',
    ],
    ['another founding day', subject('Peleng', { countries: ['BY'], dates: date('2020-01-01') }), 'peleng possible'],
    ['a person of that name', subject('Peleng', { type: 'person' }), 'nothing'],
    ['a name of two words', subject('VTB Bank'), 'vtb confirmed'],
    ['a branch in another country', subject('VTB Bank, Shanghai branch', { countries: ['CN'] }), 'vtb confirmed'],
    ['a branch that does not say so', subject('VTB Shanghai', { countries: ['CN'] }), 'vtb possible'],
    ['the bank in another country', subject('VTB Bank', { countries: ['CN'] }), 'vtb possible'],
    [
      'a swift code of a branch',
      subject('Some Bank', { identifiers: [{ scheme: 'swift', value: 'VTBRRUMMSHA' }] }),
      'vtb confirmed',
    ],
    ['a person by name', subject('Timur Danilovich Orekhov', { type: 'person' }), 'person possible'],
    [
      'a person by name and country',
      subject('Timur Orekhov', { type: 'person', countries: ['RU'] }),
      'person possible',
    ],
    [
      'a person by name and birth date',
      subject('Timur Danilovich Orekhov', { type: 'person', dates: date('1970-05-04') }),
      'person confirmed',
    ],
    [
      'a person born in that year',
      subject('Timur Danilovich Orekhov', { type: 'person', dates: date('1970') }),
      'person possible',
    ],
    [
      'a person born on another day',
      subject('Timur Danilovich Orekhov', { type: 'person', dates: date('1981-01-01') }),
      'person possible',
    ],
    ['half of a person', subject('Orekhov', { type: 'person' }), 'nothing'],
    ['a company named as a person', subject('Timur Danilovich Orekhov'), 'nothing'],
    ['a name of unknown kind', subject('Timur Danilovich Orekhov', { type: 'unknown' }), 'person possible'],
    ['a company named as a ship', subject('Northern Lanterna'), 'nothing'],
    ['a ship', subject('M/V Northern Lanterna', { type: 'vessel' }), 'ship possible'],
    [
      'a ship by number',
      subject('Renamed', { type: 'vessel', identifiers: [{ scheme: 'imo', value: 'IMO 9826902' }] }),
      'ship confirmed',
    ],
    ['a weak alias', subject('Glavkvarts Svyaz', { countries: ['RU'] }), 'weak possible'],
    ['the head of a group', subject('Zorkalo Holding'), 'head possible'],
    ['common words', subject('International Trading Company'), 'nothing'],
    ['no name at all', subject(''), 'nothing'],
  ])('%s', (_, of, expected) => expect(best(of)).toBe(expected))
})

test('the members of a group are found behind its head', () => {
  expect(matcher.match(subject('Zorkalo')).map(({ entryId }) => entryId)).toEqual(['head', 'member'])
})

test('an equal name scores 1, a contradicted one less', () => {
  expect(matcher.match(subject('Peleng'))[0]?.score).toBe(1)
  expect(matcher.match(subject('Peleng', { countries: ['TR'] }))[0]?.score).toBeLessThan(1)
})

test('a match says all that it stands on', () => {
  expect(matcher.match(subject('ОАО Пеленг', { countries: ['BY'] }))).toEqual([
    {
      list: 'TEST',
      regime: 'us',
      listKind: 'asset-freeze',
      entryId: 'peleng',
      entryName: 'PELENG JSC',
      programs: ['TEST-1'],
      score: 1,
      tokens: [
        { part: 'agrees', first: 'peleng', second: 'peleng', how: 'same', weight: 1, similarity: 1 },
        { part: 'set-aside', first: 'oao', second: '', how: 'legal form', weight: 0, similarity: 0 },
        { part: 'set-aside', first: '', second: 'jsc', how: 'legal form', weight: 0, similarity: 0 },
      ],
      confidence: 'confirmed',
      basis: 'name',
      recordName: 'ОАО Пеленг',
      matchedName: 'PELENG JSC',
      nameStrength: 'primary',
      explanation:
        'The names "ОАО Пеленг" and "PELENG JSC" are equal after folding (case, spacing, punctuation, script, legal form). ' +
        '"ОАО Пеленг" was romanised from Cyrillic letters. Set aside as legal form: "oao", "jsc". Kind of party: agrees. ' +
        'Country: equal (Belarus). Founding date: not known on the record. Identifiers: none on the record. ' +
        'List: TEST, entry peleng, programme TEST-1. Confirmed: nothing contradicts.',
      questions: [
        expect.objectContaining({ number: 1, answer: 'no' }),
        expect.objectContaining({ number: 2, answer: 'yes', says: 'both say company' }),
        expect.objectContaining({ number: 3, answer: 'yes', says: 'the whole name is equal after folding' }),
        expect.objectContaining({
          number: 4,
          answer: 'open',
          missing: ['date of founding in the record', 'registered number in the record', 'address on the list'],
        }),
        expect.objectContaining({ number: 5, answer: 'yes' }),
      ],
    },
  ])
})

test('a state of old neither confirms nor contradicts one of its successors, and contradicts the rest', () => {
  const [match] = matcher.match(subject('Peleng', { countries: ['SU'] }))
  expect(match).toMatchObject({ score: 1, confidence: 'possible' })
  expect(match?.explanation).toContain('Country: may be one (record the Soviet Union; list Belarus).')
  const two = (countries: readonly string[]) => matcher.match(subject('Peleng', { countries }))[0]
  expect(two(['YU'])?.score).toBe(two(['TR'])?.score)
})

test('an identifier match names both numbers as they were written', () => {
  const [match] = matcher.match(subject('X', { identifiers: [{ scheme: 'by-unp', value: '100 230 519' }] }))
  expect(match).toMatchObject({
    basis: 'identifier',
    score: 1,
    recordName: 'by-unp:100 230 519',
    matchedName: 'registration:100230519',
  })
})

test('a lower confirm score confirms near names, a higher least score drops them', () => {
  const near = subject('Kvartsevyi Mekhanizm Plnt', { countries: ['RU'] })
  expect(best(near)).toBe('weak possible')
  expect(createMatcher(ENTRIES, { minScore: 0.7, confirmScore: 0.8 }).match(near)[0]?.confidence).toBe('confirmed')
  expect(createMatcher(ENTRIES, { minScore: 0.99, confirmScore: 0.95 }).match(near)).toEqual([])
})

test('the order of entries does not show', () => {
  const turned = createMatcher(ENTRIES.toReversed(), DEFAULT_THRESHOLDS)
  for (const name of ['Zorkalo', 'Zorkalo Holding', 'Peleng', 'VTB Bank', 'VTB Shanghai']) {
    expect(turned.candidates(name)).toEqual(matcher.candidates(name))
  }
})

test('any text is answered, sorted, with one match an entry', () => {
  const words = fc.array(
    fc.constantFrom('VTB', 'Bank', 'Peleng', 'Zorkalo', 'Holding', 'branch', 'Shanghai', 'Orekhov', 'Timur', ',', '&'),
    { maxLength: 6 },
  )
  const name = fc.oneof(
    fc.string({ unit: 'binary' }),
    words.map((list) => list.join(' ')),
  )
  fc.assert(
    fc.property(name, (text) => {
      const found = matcher.candidates(text)
      expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).toSorted((a, b) => b - a))
      expect(new Set(found.map(({ entryId }) => entryId)).size).toBe(found.length)
    }),
  )
})

describe("a ship's number in its name", () => {
  const found = (name: string, type: Subject['type']) =>
    matcher.match(subject(name, { type })).map(({ entryId, confidence, basis }) => `${entryId} ${confidence} ${basis}`)
  test.each<[string, Subject['type'], readonly string[]]>([
    ['MV Kalovi Star (IMO 9826902)', 'vessel', ['ship confirmed identifier']],
    ['MV Kalovi Star IMO: 9826902', 'unknown', ['ship confirmed identifier']],
    ['Northern Lanterna IMO 9826914', 'vessel', []],
    // A company that serves the ship is not the ship.
    ['Kalovi Agency for IMO 9826902', 'company', []],
    ['MV Kalovi Star 9826902', 'vessel', []],
  ])('%s (%s)', (name, type, expected) => {
    expect(found(name, type)).toEqual(expected)
  })
})
