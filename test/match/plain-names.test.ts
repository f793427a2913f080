import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createListWords } from '../../src/match/list-words.js'
import { normaliseName } from '../../src/match/normalise.js'
import { inBothOrders } from '../../src/match/person-name.js'
import { createPlainNames } from '../../src/match/plain-names.js'
import { nameWords, type NameWords } from '../../src/match/reading-index.js'
import { renderingsOf } from '../../src/match/renderings.js'
import { createVocabulary, NO_LIST } from '../../src/match/tokens.js'

const WORDS = [
  ...[
    'PELENG',
    'Bel',
    'OMO',
    'JSC',
    'Open',
    'joint',
    'stock',
    'joynt',
    'company',
    'S.A.',
    'd.o.o.',
    'AG',
    'Berlin',
    'LLC',
    'OOO',
    'Limited',
  ],
  ...[
    'K',
    'A',
    'M',
    'V',
    'aka',
    'a.k.a.',
    'NPO',
    'forty',
    'Four',
    "O'Neil",
    'Abu',
    'al',
    'bin',
    'Ltd',
    'M/V',
    '(Minsk)',
    'Sech1n',
    '44',
    'Co',
    '&',
  ],
  ...[
    'Trading',
    'liability',
    'limitd',
    'Plant',
    'Ship-Repair',
    'x@y',
    '50%',
    'and',
    'Gmbh',
    'Society',
    'Anonyme',
    '-',
    ',',
  ],
]
const GAPS = [' ', ' ', ' ', ', ', '-', '  ', ',', '']

const names = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...GAPS)), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.map(([word, gap]) => word + gap).join(''))

const shown = ({ cores, words, setAside }: NameWords): unknown => ({
  cores,
  words: words.map(({ text }) => text),
  setAside,
})

describe('names in plain letters', () => {
  test('have the words that normalising gives them', () => {
    fc.assert(
      fc.property(names, (name) => {
        const words = createListWords()
        const run = words.read(name, 0)
        const { words: wanted } = normaliseName(name)
        if (run === undefined) expect(wanted).toEqual([])
        else
          expect(Array.from({ length: run.to - run.from }, (_, at) => words.textOf(words.at(run.from + at)))).toEqual(
            wanted,
          )
      }),
      { numRuns: 700 },
    )
  })

  test('are filed under what preparing them gives', () => {
    const vocabulary = createVocabulary(NO_LIST)
    fc.assert(
      fc.property(names, (name) => {
        const words = createListWords()
        const run = words.read(name, 0)
        if (run === undefined) return
        const plain = createPlainNames(words, vocabulary)
        const prepared = vocabulary.prepare(name)
        for (const reading of ['person', 'organisation'] as const) {
          const wanted = nameWords(reading, prepared)
          expect(shown(plain.wordsOf(run, reading))).toEqual(
            // A person's name is filed by its words and not by its initials.
            shown(reading === 'person' ? { ...wanted, setAside: [] } : wanted),
          )
        }
        const [, turned] = inBothOrders(name)
        expect(run.comma >= 0).toBe(turned !== undefined)
        if (turned !== undefined)
          expect(plain.turned(run).cores).toEqual(nameWords('person', vocabulary.prepare(turned)).cores)
      }),
      { numRuns: 700 },
    )
  })

  test('that are said to have no renderings have none', () => {
    fc.assert(
      fc.property(names, (name) => {
        const words = createListWords()
        const run = words.read(name, 0)
        if (run === undefined || createPlainNames(words, createVocabulary(NO_LIST)).mayBeRendered(run)) return
        expect(renderingsOf(name)).toEqual([])
      }),
      { numRuns: 700 },
    )
  })

  test.each(['ПЕЛЕНГ', 'Péleng', '', '...', 'a '.repeat(65), 'x'.repeat(301)])('%j is read elsewhere', (name) => {
    expect(createListWords().read(name, 0)).toBeUndefined()
  })

  test('a word is counted once an entry', () => {
    const words = createListWords()
    words.read('Peleng, Peleng', 0)
    words.read('PELENG JSC', 0)
    words.read('Peleng Minsk', 7)
    words.count(['minsk', 'zavod'], 8)
    expect(['peleng', 'jsc', 'minsk', 'zavod', 'other'].map((word) => words.frequency(word))).toEqual([2, 1, 2, 1, 0])
    expect([...words.frequencies()]).toEqual([2, 1, 2, 1])
  })
})
