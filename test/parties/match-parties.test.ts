import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createMatcher } from '../../src/match/matcher.js'
import { PARTY_TYPES, type PartyType } from '../../src/model/record.js'
import { DEFAULT_THRESHOLDS } from '../../src/model/thresholds.js'
import { createEntityTable, type Entities } from '../../src/parties/entity-table.js'
import { matchParties } from '../../src/parties/match-parties.js'
import { resolveParties } from '../../src/parties/resolve.js'
import { subjectOf } from '../../src/parties/subject.js'
import { listedEntry } from '../match/listed-entry.js'
import { endsOf } from './tables.js'

const LISTED: readonly (readonly [name: string, type: PartyType])[] = [
  ['JSC Peleng', 'company'],
  ['BELOMO HOLDING', 'company'],
  ['Minsk Mechanical Plant', 'company'],
  ['Moxing Cultural Media Ltd', 'company'],
  ['Friedrich-Buchenberg Optics', 'company'],
  ['OREKHOV, Timur Danilovich', 'person'],
  ['Zenit', 'unknown'],
]
const ENTRIES = LISTED.map(([text, type], at) => listedEntry(text, { entryId: String(at), type }))
const [matcher, every] = [
  createMatcher(ENTRIES, DEFAULT_THRESHOLDS),
  createMatcher(ENTRIES, DEFAULT_THRESHOLDS, 'every'),
]

const WORDS = [
  ...LISTED.flatMap(([name]) => name.split(/[\s,-]+/)),
  ...'Bel OMO MMP MMZ Kalovi Tolvex Ltd LLC GmbH Trading formerly aka trading as Messrs No. 44 & Co.'.split(' '),
]
const anyWord = fc.constantFrom(...WORDS)
const changed = fc
  .tuple(anyWord, fc.nat(12), fc.constantFrom('', 'a', 'k', '-', '.', "'", '(', ')', 'ж'))
  .map(([text, at, put]) => text.slice(0, at) + put + text.slice(at + 1))
const name = fc
  .tuple(
    fc.array(fc.oneof(anyWord, changed), { minLength: 1, maxLength: 5 }),
    fc.constantFrom(' ', '', '-', ', ', ' ; '),
    fc.constantFrom('', '', '', ' ;', ','),
  )
  .map(([words, gap, mark]) => words.join(gap).trim() + mark)
  .filter((text) => text !== '')
const type = fc.constantFrom<PartyType>('company', 'person', 'unknown', 'bank')

/** Records as a file of plain rows gives them: bytes. */
function tableOfRows(rows: readonly (readonly [name: string, type: PartyType])[]): Entities {
  const table = createEntityTable()
  for (const [row, [text, of]] of rows.entries()) {
    const bytes = new Uint8Array(Buffer.byteLength(text) + 64)
    const end = Buffer.from(bytes.buffer).write(text)
    const none = new Int32Array(2)
    table.addPlain(
      {
        count: 1,
        bytes,
        view: new DataView(bytes.buffer),
        ids: none,
        names: Int32Array.of(0, end),
        addresses: none,
        types: Uint8Array.of(PARTY_TYPES.indexOf(of)),
        countries: new Int32Array(1),
        countryWords: [''],
        line: row + 2,
        row,
      },
      0,
      'entities.csv',
    )
  }
  return table
}

test('parties are what a comparison with every name of the lists says that they are, and each name is counted once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(name, type), { minLength: 1, maxLength: 12 }), async (rows) => {
      const { parties } = resolveParties({
        records: tableOfRows(rows),
        ends: endsOf([]),
        sameAs: [],
        exactNames: false,
      })
      const subjects = Array.from({ length: parties.count }, (_, party) => subjectOf(parties, party))
      const expected = subjects.flatMap((subject, party) => {
        const matches = every.match(subject)
        return matches.length === 0 ? [] : [[party, matches] as const]
      })
      const { matches, namesScreened } = await matchParties({ parties, matcher, thresholds: DEFAULT_THRESHOLDS })
      expect([...matches]).toEqual(expected)
      expect(namesScreened).toBe(new Set(subjects.flatMap(({ names }) => names)).size)
    }),
    { numRuns: 60 },
  )
})
