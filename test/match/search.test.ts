import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createIdTable, type IdTable } from '../../src/columns/id-table.js'
import { createMatcher } from '../../src/match/matcher.js'
import { flattenNames } from '../../src/match/file-names.js'
import { createNameIndex } from '../../src/match/name-index.js'
import { createQuickLook } from '../../src/match/quick-look.js'
import type { ListEntry } from '../../src/model/entry.js'
import type { PartyType } from '../../src/model/record.js'
import { DEFAULT_THRESHOLDS } from '../../src/model/thresholds.js'
import { listedEntry } from './listed-entry.js'

const entry = (name: string, type: PartyType, at: number): ListEntry => listedEntry(name, { entryId: String(at), type })

const COMPANIES = [
  'PELENG JSC',
  'JSC BELOMO HOLDING',
  'VTB BANK PUBLIC JOINT STOCK COMPANY',
  'NPO Mashinostroyeniya',
  'Minsk Mechanical Plant',
  'Scientific Production Association Zenit (NPO ZENIT OAO)',
  'ОАО «Муромский машиностроительный завод»',
  'شركة النور للتجارة',
  '深圳市华为技术有限公司',
  'Homs Refinery',
  'Royal Africa Capital Holding Ltd',
  'Golden Star 44 GmbH',
  'Fund III L.P.',
  'O’Neil & Sons Ltd',
  'K.A.S. Trading',
  'Bel OMO Optics',
  'Almaz-Antey Telecommunications LLC',
  'PLANT NAMED AFTER A.B. VERBITSKY MANAGEMENT COMPANY OF ZORKALO HOLDING',
]
const PERSONS = [
  'OREKHOV, Timur Danilovich',
  'AL-RASHID, Muhammad Ali',
  'SMITH, Robert',
  'Хасан Иванов',
  'WANG, Xiaoming',
  'LI',
]
const ENTRIES = [
  ...COMPANIES.map((name, at) => entry(name, 'company', at)),
  ...PERSONS.map((name, at) => entry(name, 'person', 100 + at)),
  ...['Zenit', 'Ahmad Nuri'].map((name, at) => entry(name, 'unknown', 200 + at)),
]

const indexed = createMatcher(ENTRIES, DEFAULT_THRESHOLDS)
const every = createMatcher(ENTRIES, DEFAULT_THRESHOLDS, 'every')

const WORDS = [
  ...ENTRIES.flatMap(({ names }) => names.flatMap(({ text }) => text.split(/[\s-]+/))),
  ...'Peleng Pelengg Beloom Bel OMO Murom Zavod Trading Ltd LLC GmbH Co. & Moscow Minsk branch filial office of aka forty two III'.split(
    ' ',
  ),
  ...'MMZ NPO Robert Bob Rob Mohammed Mohamad Hsiao-ming Kalovi Tolvex (Shanghai) [x] / a.k.a. office, B. V. fil-ial VTBBANK'.split(
    ' ',
  ),
]
const word = fc.oneof(
  fc.constantFrom(...WORDS),
  fc
    .constantFrom(...WORDS)
    .chain((text) =>
      fc
        .tuple(fc.nat(text.length), fc.constantFrom('', 'a', 'k', "'", '-', ' ', 'é'))
        .map(([at, put]) => text.slice(0, at) + put + text.slice(at + 1)),
    ),
  fc.string({ maxLength: 6 }),
)
const name = fc
  .array(word, { minLength: 1, maxLength: 6 })
  .chain((words) => fc.constantFrom(' ', '  ', ', ', '-', '').map((gap) => words.join(gap)))
const type = fc.constantFrom<PartyType>('company', 'person', 'unknown', 'bank')

describe('a name that the quick look lets go', () => {
  const index = createNameIndex(ENTRIES, flattenNames(ENTRIES))
  const sides = [index.persons, index.organisations]
  test('is near no name of the lists in any reading', () => {
    const looks = sides.map((side) => createQuickLook(side, index.vocabulary))
    fc.assert(
      fc.property(name, (text) => {
        sides.forEach((side, at) => {
          if (looks[at]?.ofText(text, 0.6) !== true) return
          const queries = [index.vocabulary.prepare(text), ...index.vocabulary.render(text)]
          expect(queries.flatMap((query) => side.candidates(query, 0.6))).toEqual([])
        })
      }),
      { numRuns: 1000 },
    )
  })

  test('is most names', () => {
    const look = createQuickLook(index.organisations, index.vocabulary)
    expect(
      ['Kalovi Tolvex Trading LLC', 'Dimsor GmbH & Co. KG', 'Nothing-At-All Ltd.'].map((text) =>
        look.ofText(text, 0.6),
      ),
    ).toEqual([true, true, true])
    // The last of them are read in two ways: `O Nothing`, `Kalovi`.
    expect(
      ['Kalovi Peleng', 'Tolvex, Shanghai branch', 'Bel OMO', "O'Nothing Ltd.", 'Kal0vi'].map((text) =>
        look.ofText(text, 0.6),
      ),
    ).toEqual([false, false, false, false, false])
  })
})

test('a name of which the bytes settle that it finds nothing finds nothing', () => {
  fc.assert(
    fc.property(name, type, (text, of) => {
      const bytes = Buffer.from(`Peleng ${text}`)
      if (indexed.findsNothing(bytes, 7, bytes.length, of)) expect(every.candidates(text, of)).toEqual([])
    }),
    { numRuns: 1000 },
  )
})

describe('names that are looked at by the thousand', () => {
  const many = createMatcher(ENTRIES, DEFAULT_THRESHOLDS)
  const numbersOf = (names: IdTable): Int32Array => Int32Array.from({ length: names.size }, (_, number) => number)
  // So many that both readings start what looks at all of them at once.
  const others = createIdTable()
  const MET = ['Norex Polar Ozon', 'Bel OMO', 'Kalovi Bel Omo', 'Ma Shinostroyeniya', 'Kalovi Minsk']
  for (const text of MET) others.internText(text)
  for (let at = 0; at < 2000; at++) others.internText(`Kalovi Tolvex ${at}`)
  const found = many.findNothing(others, numbersOf(others), 'unknown')

  test('are settled where each by itself is', () => {
    const singly = Array.from(numbersOf(others), (number) => {
      const bytes = Buffer.from(others.textOf(number))
      return indexed.findsNothing(bytes, 0, bytes.length, 'unknown') ? 1 : 0
    })
    expect([...found]).toEqual(singly)
    expect(singly.slice(0, MET.length)).toEqual([0, 0, 0, 0, 0])
    expect(singly.filter((its) => its === 1).length).toBeGreaterThan(1900)
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 20 }), type, (texts, of) => {
        const names = createIdTable()
        texts.forEach(names.internText)
        const alone = Array.from(numbersOf(names), (number) => {
          const bytes = Buffer.from(names.textOf(number))
          return indexed.findsNothing(bytes, 0, bytes.length, of) ? 1 : 0
        })
        expect([...many.findNothing(names, numbersOf(names), of)]).toEqual(alone)
      }),
      { numRuns: 300 },
    )
  })
})

test.each([
  [
    'the only own word, far off, where its trades agree',
    'Moxing Cultural Media Ltd',
    'Mbing Media Cultural',
    'company',
  ],
  [
    'words that no one owns, one left out',
    'SMART LOGISTICS TRADING & INTERNATIONAL FREIGHT',
    'Logistics Trading and International Freight',
    'company',
  ],
  ['words that no one owns, in another order', '5 ENERGY', 'Energy 5', 'company'],
  ['three letters, one of them another', 'ACB', 'ABC Company', 'company'],
  ['few consonants, one of them lost', 'HAJI HIDAYATULLAH', 'Hiyatullah Haji', 'person'],
  ['two words run together, with a letter more', 'ALFA-FOREKS', 'Alfafcoreks', 'company'],
  ['an Arabic word whose vowels have letters', 'شركة الدورة للهندسة', 'Dora Engineering', 'company'],
  ['an article written with the word before it', 'عبد القدوس مظهری', 'Abdul Quddus Mazhari', 'person'],
  ['syllables of Korea in another custom', '박인수', 'Pak In Su', 'person'],
  ['a foreign name spelt with Chinese signs', '亚当·布赖', 'Adam Bry', 'person'],
  ['a part of two letters, spelt by sound', 'RI, Yong Mu', 'Yong-moo Ri', 'person'],
] as const)('the index finds %s: %s by %s', (_, listed, query, of) => {
  const list = [entry(listed, of, 1), ...ENTRIES]
  const found = createMatcher(list, DEFAULT_THRESHOLDS).candidates(query, of)
  expect(found.map(({ matchedName }) => matchedName)).toEqual([listed])
  expect(found).toEqual(createMatcher(list, DEFAULT_THRESHOLDS, 'every').candidates(query, of))
})

test.each([
  ['a word that is near, beside another one', 'Lurvextam Pelenk Trading LLC', 'Peleng Dimkemvika'],
  ['the same word, beside another one', 'Lurvextam Peleng', 'Peleng Dimkemvika'],
])('a name is not compared with care for %s', (_, query, listed) => {
  const list = [entry(listed, 'company', 1)]
  const { organisations, vocabulary } = createNameIndex(list, flattenNames(list))
  expect(organisations.candidates(vocabulary.prepare(query), 0.7)).toEqual([])
})

test.each([
  ['made of initials', 'Peleng KMPP', 'Peleng Kalovi Mechanical Pump Plant'],
  ['of which the other one has the initials', 'Peleng Kalovi Mechanical Pump Plant', 'Peleng KMPP'],
  ['two in one with a slip', 'Zangandistributio Transformer', 'Zangan Distribution Transformer Co'],
  ['spelt nearly like it, beside a word that is the same', 'Peleng Kalovitex', 'Peleng Kalofitexs'],
  ['that met with its neighbour as one word of the other name', 'Zetka io Ovzheymi Xroth', 'Ovzheymi Xroth io'],
])('the last word left over may be one %s', (_, query, listed) => {
  const list = [entry(listed, 'company', 1)]
  const [found, all] = ([undefined, 'every'] as const).map((searching) =>
    createMatcher(list, DEFAULT_THRESHOLDS, searching).candidates(query, 'company'),
  )
  expect(all).toHaveLength(1)
  expect(found).toEqual(all)
})

test('the index finds what a comparison with every name finds', () => {
  fc.assert(
    fc.property(name, type, (text, of) => {
      expect(indexed.candidates(text, of)).toEqual(every.candidates(text, of))
    }),
    { numRuns: 400, seed: 20_231_228 },
  )
})

test('equal names are found, whatever they are', () => {
  for (const { names, type: of } of ENTRIES) {
    for (const { text } of names) expect(indexed.candidates(text, of)).toEqual(every.candidates(text, of))
  }
})

test.each<[string, PartyType, string]>([
  ['a name of unknown kind, by a company', 'company', 'Zenit'],
  ['a name of unknown kind, by a person', 'person', 'Ahmad Nuri'],
  ['a slip of a word that many names have', 'company', 'Royal Africa Capital Holdeng Ltd'],
  ['words in common alone', 'company', 'Homs Refinary'],
  ['one word parted by a legal form', 'company', 'Bel GmbH OMO Optics'],
  ['three letters, one mistaken', 'company', 'KAZ Trading'],
  ['a word of a listed name cut in two, with a letter lost', 'company', 'Association Scie tific'],
])('%s', (_, of, text) => {
  expect(indexed.candidates(text, of).length).toBeGreaterThan(0)
  expect(indexed.candidates(text, of)).toEqual(every.candidates(text, of))
})
