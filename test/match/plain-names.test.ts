import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createListWords, type ListWords } from '../../src/match/list-words.js'
import { normaliseName } from '../../src/match/normalise.js'
import { inBothOrders } from '../../src/match/person-name.js'
import { createPlainNames } from '../../src/match/plain-names.js'
import { coresOf, wordsIn, type NameWords } from '../../src/match/reading-index.js'
import { collectWords, type ReadingWords } from '../../src/match/reading-words.js'
import { renderingsOf } from '../../src/match/renderings.js'
import { createVocabulary, NO_LIST, type Vocabulary } from '../../src/match/tokens.js'

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
    "Gama'a",
    "K'ch'un",
    "'Abd",
    "Workers'",
    'i.',
    'L.',
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

const shown = ({ cores, words, setAside }: NameWords, { texts }: ReadingWords): unknown => ({
  cores,
  words: words.map((word) => texts[word]),
  setAside,
})

const bothSides = (words: ListWords, { classOf }: Vocabulary) => ({
  person: collectWords('person', words, classOf),
  organisation: collectWords('organisation', words, classOf),
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
        const sides = bothSides(words, vocabulary)
        const plain = createPlainNames(words, vocabulary, sides)
        const prepared = vocabulary.prepare(name)
        for (const reading of ['person', 'organisation'] as const) {
          expect(shown(plain.wordsOf(run, reading), sides[reading])).toEqual({
            cores: coresOf(prepared.folded),
            words: wordsIn(reading, prepared).map(({ text }) => text),
            // A person's name is filed by its words and not by its initials.
            setAside: reading === 'person' ? [] : prepared.setAside,
          })
        }
        const [, turned] = inBothOrders(name)
        expect(run.comma >= 0).toBe(turned !== undefined)
        if (turned !== undefined) expect(plain.turned(run).cores).toEqual(coresOf(vocabulary.prepare(turned).folded))
      }),
      { numRuns: 700 },
    )
  })

  test('that are said to have no renderings have none', () => {
    fc.assert(
      fc.property(names, (name) => {
        const words = createListWords()
        const run = words.read(name, 0)
        const vocabulary = createVocabulary(NO_LIST)
        if (run === undefined) return
        if (createPlainNames(words, vocabulary, bothSides(words, vocabulary)).mayBeRendered(run)) return
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
