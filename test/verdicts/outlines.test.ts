import { createHash } from 'node:crypto'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { renderReport } from '../../src/report/render.js'
import { screenFlowing } from '../../src/screen.js'
import { csv, DEFAULTS, inputsOf, type Texts } from '../inputs.js'

// Of the names some hold what JSON escapes or a report makes visible, and one what a mark looks like.
const NAMES = [
  'Alabaster Works',
  '"Bergamot ""B"" Works"',
  'Zinnober \u00d6fen Works',
  'Dandelion \u202e Works',
  'Eglantine ~0.13~ Works',
  'Fritillary 8000000000000010 Works',
  'Gardenia\\n Works',
]
const LAST = NAMES.length - 1

const row = fc.record({
  kind: fc.constantFrom('supply', 'payment', 'component'),
  from: fc.nat(LAST),
  to: fc.nat(LAST),
  date: fc.constantFrom(
    '2019',
    '2022-03',
    '2023-05-06',
    '2024-01-01',
    '2024-01-01',
    '2023-05-06',
    '2024',
    '2021-02-03',
    '',
  ),
  amount: fc.constantFrom('10', '9', '3000.50', '3000.50', '0.10', '7', '8', '1', '2', ''),
  currency: fc.constantFrom('USD', 'USD', 'USD', 'USD', 'eur', 'CNY', ''),
  goods: fc.constantFrom('glass', 'glass', '"steel, ""rolled"""', '\u00e9tain', '8000000000000004', ''),
  id: fc.constantFrom('T1', 'T2', 'T3', 'T4', 'T5', 'T6', '"T""7"', ''),
})

const world = fc.record({
  rows: fc.array(row, { minLength: 8, maxLength: 30 }),
  countries: fc.array(fc.constantFrom('CN', 'DE', ''), { minLength: NAMES.length, maxLength: NAMES.length }),
  known: fc.array(fc.constantFrom(true, true, true, false), { minLength: NAMES.length, maxLength: NAMES.length }),
  listed: fc.uniqueArray(fc.nat(LAST), { minLength: 1, maxLength: 2 }),
  listedOn: fc.constantFrom('2022', '2023-05-06', ''),
  listDay: fc.constantFrom(undefined, '2023-06-01'),
  hops: fc.integer({ min: 2, max: 7 }),
  spread: fc.constantFrom('confirmed', 'possible'),
})

function textsOf({
  rows,
  countries,
  known,
  listed,
  listedOn,
}: typeof world extends fc.Arbitrary<infer T> ? T : never): Texts {
  return {
    entities: csv(
      'id,name,country',
      NAMES.flatMap((name, at) => (known[at] === true ? [`P${at},${name},${countries[at] ?? ''}`] : [])),
    ),
    transactions: csv(
      'id,kind,from,to,date,amount,currency,goods',
      rows.map(({ id, kind, from, to, date, amount, currency, goods }) =>
        [id, kind, `P${from}`, `P${to}`, date, amount, currency, goods].join(','),
      ),
    ),
    list: csv(
      'id,list,name,country,listed_on',
      listed.map((party, at) => `E${at},House,${NAMES[party] ?? ''},${at === 1 ? 'KZ' : ''},${listedOn}`),
    ),
  }
}

test('what is written after outlines is what is written of whole findings, to the byte', async () => {
  let outlined = 0
  let whole = 0
  let comeAgain = 0
  await fc.assert(
    fc.asyncProperty(world, async (one) => {
      const { hops, spread, listDay } = one
      const inputs = inputsOf(textsOf(one))
      const [list] = inputs.lists
      const lists = list === undefined || listDay === undefined ? inputs.lists : [{ ...list, day: listDay }]
      const report = await screenFlowing({ ...inputs, lists }, { ...DEFAULTS, hops, spread })
      const { outlines, length } = report.findings
      for (let at = 0; at < length; at++) {
        const outline = outlines?.at(at)
        if (outline === undefined) whole++
        else outlined++
        if (outline?.own !== undefined) comeAgain++
      }
      for (const format of ['json', 'jsonl'] as const) {
        const look = { color: false, verbose: false, quiet: false }
        const either = [report, { ...report, findings: [...report.findings] }]
        const [a, b] = await Promise.all(
          either.map(async (its) => [...(await renderReport(its, format, look))].join('')),
        )
        expect(a).toBe(b)
      }
    }),
    { numRuns: 100 },
  )
  expect(outlined).toBeGreaterThan(60)
  expect(whole).toBeGreaterThan(60)
  // Some 23 to 36 of those that are made by chance.
  expect(comeAgain).toBeGreaterThan(5)
})

test('where targets are many the outlines end, and what comes after is written as a whole', async () => {
  const TARGETS = 640
  const LETTERS = 'bdfgklmnprstvzaeiouy'
  // Of no two names is any word near another.
  const wordOf = (text: string): string =>
    Array.from(createHash('sha256').update(text).digest().subarray(0, 9), (byte) => LETTERS.charAt(byte % 20)).join('')
  const [entities, transactions, list]: [string[], string[], string[]] = [[], [], []]
  for (let target = 0; target < TARGETS; target++) {
    const name = `${wordOf(`a${target}`)} ${wordOf(`b${target}`)}`
    list.push(`E${target},House,${name}`)
    entities.push(`T${target},${name},`)
    for (let chain = 0; chain < 4; chain++) {
      for (let hop = 1; hop <= 3; hop++) {
        const [near, far] = [hop === 1 ? `T${target}` : `P${target}.${chain}.${hop - 1}`, `P${target}.${chain}.${hop}`]
        entities.push(`${far},${wordOf(far)} Ltd,${chain % 2 === 0 ? 'DE' : ''}`)
        transactions.push(`${far},supply,${chain < 2 ? `${far},${near}` : `${near},${far}`},2021-01-01,1,USD,glass`)
      }
    }
  }
  const texts = {
    entities: csv('id,name,country', entities),
    transactions: csv('id,kind,from,to,date,amount,currency,goods', transactions),
    list: csv('id,list,name', list),
  }
  const report = await screenFlowing(inputsOf(texts), { ...DEFAULTS, hops: 4 })
  const look = { color: false, verbose: false, quiet: false }
  const [a, b] = await Promise.all(
    [report, { ...report, findings: [...report.findings] }].map(async (its) =>
      createHash('sha256')
        .update([...(await renderReport(its, 'jsonl', look))].join(''))
        .digest('hex'),
    ),
  )
  expect(a).toBe(b)
  const { outlines, length } = report.findings
  const outlined = Array.from({ length }, (_, at) => outlines?.at(at) !== undefined)
  expect(length).toBe(TARGETS * 13)
  expect(outlined.indexOf(false, TARGETS)).toBeGreaterThan(TARGETS * 6)
  expect(outlined.at(-1)).toBe(false)
})
