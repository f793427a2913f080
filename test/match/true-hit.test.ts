import { describe, expect, test } from '@jest/globals'
import { DEFAULT_THRESHOLDS } from '../../src/model/thresholds.js'
import { createMatcher } from '../../src/match/matcher.js'
import type { ListEntry } from '../../src/model/entry.js'
import type { Subject } from '../../src/model/subject.js'

const entry = (more: Partial<ListEntry>): ListEntry => ({
  list: 'OFAC SDN',
  regime: 'us',
  kind: 'asset-freeze',
  entryId: '1',
  names: [{ text: 'PELENG JSC', strength: 'primary' }],
  type: 'company',
  countries: ['BY'],
  addresses: [],
  identifiers: [],
  programs: [],
  dates: [],
  relations: [],
  place: { file: 'list.csv', line: 2 },
  ...more,
})
const subject = (more: Partial<Subject>): Subject => ({
  names: ['Peleng'],
  type: 'company',
  countries: ['BY'],
  identifiers: [],
  dates: [],
  ...more,
})
const ask = (one: ListEntry, of: Subject) =>
  createMatcher([one], { ...DEFAULT_THRESHOLDS, minScore: 0.3, confirmScore: 0.95 }).match(of)[0]?.questions ?? []
const answers = (one: ListEntry, of: Subject) => ask(one, of).map(({ answer }) => answer)

describe('the five questions of a true hit', () => {
  test('are asked in their order, and answered from both sides', () => {
    const questions = ask(entry({}), subject({}))
    expect(questions.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
    expect(questions.map(({ answer }) => answer)).toEqual(['yes', 'yes', 'yes', 'open', 'yes'])
  })

  test.each<[string, Partial<ListEntry>, Partial<Subject>, number, string, RegExp]>([
    ['a list of another publisher', { list: 'EU FSF', regime: 'eu' }, {}, 1, 'no', /EU FSF, entry 1/],
    ['a company against a vessel', { type: 'vessel' }, {}, 2, 'no', /the record says company and the list vessel/],
    ['an unknown kind', {}, { type: 'unknown' }, 2, 'open', /not known on both sides/],
    [
      'one part of two',
      { names: [{ text: 'PELENG MARKOVIC', strength: 'primary' }] },
      { names: ['Peleng Sosna'] },
      3,
      'no',
      /1 of 2 parts of the name agrees/,
    ],
    ['another country', {}, { countries: ['CN'] }, 4, 'no', /country differs/],
    [
      'an address',
      { addresses: [{ text: '23 Makayonok St., Minsk' }] },
      {},
      4,
      'open',
      /the list has "23 Makayonok St\., Minsk"/,
    ],
    ['nothing but the name', {}, { type: 'unknown', countries: [] }, 5, 'no', /only name/],
  ])('%s', (_, onList, inRecord, number, answer, says) => {
    const question = ask(entry(onList), subject(inRecord))[number - 1]
    expect(question?.answer).toBe(answer)
    expect(question?.says).toMatch(says)
  })

  test('what is missing is named, with the side on which it is', () => {
    expect(ask(entry({ countries: [] }), subject({ countries: [] }))[3]?.missing).toEqual([
      'country in the record',
      'country on the list',
      'date of founding in the record',
      'date of founding on the list',
      'registered number in the record',
      'registered number on the list',
      'address on the list',
    ])
  })

  test('a number that is shared answers for the name, and is similarity enough', () => {
    const number = { scheme: 'lei', value: '5493001KJTIIGC8Y1R12' }
    const questions = ask(
      entry({ identifiers: [number] }),
      subject({ names: ['Other Name'], type: 'unknown', countries: [], identifiers: [number] }),
    )
    expect(questions.map(({ answer }) => answer)).toEqual(['yes', 'open', 'yes', 'open', 'yes'])
  })

  test('the country of a branch is no contradiction', () => {
    const bank = entry({ names: [{ text: 'VTB BANK PJSC', strength: 'primary' }], type: 'bank', countries: ['RU'] })
    const branch = subject({ names: ['VTB Bank, Shanghai branch'], type: 'bank', countries: ['CN'] })
    expect(answers(bank, branch)[3]).toBe('open')
  })
})
