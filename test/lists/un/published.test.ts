import { beforeAll, describe, expect, test } from '@jest/globals'
import type { LoadedList } from '../../../src/lists/load.js'
import type { Problem } from '../../../src/model/problem.js'
import { folderOf, loadOne } from '../given.js'
import { plainText, publishedFile, rawElements } from '../published-file.js'

const { path, there, testHere, text } = publishedFile('un-2026/UN_consolidated.xml')

/** Entries as a person reads them in the file. */
const GOLDENS = [
  {
    entryId: 'CDi.001',
    kind: 'asset-freeze',
    regime: 'un',
    names: [{ text: 'ERIC BADEGE', strength: 'primary' }],
    type: 'person',
    countries: ['CD', 'RW'],
    addresses: [{ text: 'Rwanda', country: 'RW' }],
    dates: [{ text: '1971' }],
    programs: ['DRC'],
    listedOn: { text: '2012-12-31' },
  },
  {
    entryId: 'CDe.001',
    names: [
      { text: 'ADF', strength: 'primary' },
      { text: 'Allied Democratic Forces', strength: 'strong' },
      { text: 'Forces Démocratiques Alliées-Armée Nationale de Libération de l’Ouganda', former: true },
      { text: 'ADF/NALU', former: true },
      { text: 'NALU', former: true },
    ],
    type: 'company',
    countries: ['CD'],
    addresses: [{ text: 'North Kivu, Democratic Republic of the Congo' }],
    listedOn: { text: '2014-06-30' },
  },
  { entryId: 'GBi.001', programs: ['Guinea-Bissau'], type: 'person' },
  { entryId: 'CDe.002', names: [{ text: 'BUTEMBO AIRLINES (BAL)', strength: 'primary' }] },
]

describe('the UN consolidated list of 27 February 2026', () => {
  let list: LoadedList
  let problems: readonly Problem[]
  beforeAll(async () => {
    if (there) ({ list, problems } = await loadOne(path))
  })

  testHere('gives every entry, as the tags in the text count them, and no problem', () => {
    const raw = text()
    const entries = [...rawElements(raw, 'INDIVIDUAL'), ...rawElements(raw, 'ENTITY')]
    expect(entries).toHaveLength(1003)
    expect(list.entries).toHaveLength(entries.length)
    expect(list.entries.map((entry) => entry.entryId)).toEqual(
      entries.map((one) => plainText(rawElements(one, 'REFERENCE_NUMBER')[0] ?? '')),
    )
    expect(problems).toEqual([])
    expect(list).toMatchObject({ name: 'UN Security Council', complete: true, day: { text: '2026-02-27' } })
    expect(list.inputs).toMatchObject([
      {
        format: 'un-xml',
        rows: 1003,
        accepted: 1003,
        rejected: 0,
        degraded: 0,
        entries: 1003,
        publishedOn: '2026-02-27',
      },
    ])
  })

  testHere('gives every name, alias and original script, each once', () => {
    for (const [index, raw] of [...rawElements(text(), 'INDIVIDUAL'), ...rawElements(text(), 'ENTITY')].entries()) {
      const parts = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'].map(
        (tag) => rawElements(raw, tag)[0] ?? '',
      )
      const others = [...rawElements(raw, 'ALIAS_NAME'), ...rawElements(raw, 'NAME_ORIGINAL_SCRIPT')]
      const names = [parts.filter((part) => part !== 'na').join(' '), ...others]
        .map(plainText)
        .filter((name) => /[\p{L}\p{N}]/u.test(name))
      expect(list.entries[index]?.names.map((name) => name.text).toSorted()).toEqual([...new Set(names)].toSorted())
    }
  })

  testHere('gives every listing day, and the numbers of all documents', () => {
    const raw = text()
    expect(list.entries.map((entry) => entry.listedOn?.text)).toEqual(
      rawElements(raw, 'LISTED_ON').map((day) => plainText(day).slice(0, 10)),
    )
    const numbers = rawElements(raw, 'NUMBER').map(plainText)
    const read = list.entries.flatMap((entry) => entry.identifiers.map(({ value }) => value))
    const lost = numbers.filter(
      (number) => /[\p{L}\p{N}]/u.test(number) && !read.some((value) => number.includes(value)),
    )
    expect(lost).toEqual([])
  })

  testHere('what stands around a number is no part of it', () => {
    const of = (id: string) =>
      list.entries
        .find(({ entryId }) => entryId === id)
        ?.identifiers.map(({ scheme, value, country = '' }) => `${scheme} ${value} ${country}`)
    expect(of('KPi.021')).toEqual(['passport 199421147 ', 'passport 381110042 ', 'passport 563210184 '])
    expect(of('SOi.010')).toEqual(['passport 403062567 US', 'national-id 423-31-3021 US'])
    expect(of('SSi.003')).toEqual(['passport R00012098 SS'])
    expect(of('TAi.143')).toContain('national-id 4414 ')
  })

  testHere.each(GOLDENS)('knows $entryId', ({ entryId, ...expected }) => {
    expect(list.entries.find((entry) => entry.entryId === entryId)).toMatchObject(expected)
  })

  testHere('takes a travel ban alone for no asset freeze', () => {
    const comments = rawElements(text(), 'COMMENTS1').map(plainText)
    const raw = comments.filter((one) => one.includes('Travel Ban') && !one.includes('Asset Freeze')).length
    expect(raw).toBeGreaterThan(0)
    expect(list.entries.filter((entry) => entry.kind === 'watch')).toHaveLength(raw)
    expect(list.entries.filter((entry) => !['watch', 'asset-freeze'].includes(entry.kind))).toEqual([])
  })
})

const DOCUMENT = (body: string, attributes = 'dateGenerated="2026-02-27T00:00:09.554Z"') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<CONSOLIDATED_LIST ${attributes}><ENTITIES>${body}</ENTITIES></CONSOLIDATED_LIST>`
const ENTITY = (id: string, more = '') =>
  `<ENTITY><FIRST_NAME>Zorin ${id}</FIRST_NAME><UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>${id}</REFERENCE_NUMBER><LISTED_ON>2016-03-02</LISTED_ON>${more}</ENTITY>`

const load = async (content: string, day?: string) => loadOne(`${folderOf({ 'un.xml': content })}/un.xml`, day)

describe('a UN list that is not as it should be', () => {
  test.each([
    ['cut off', DOCUMENT(ENTITY('KPe.001')).slice(0, -30), 'broken-xml'],
    ['with a tag that closes another', DOCUMENT('<ENTITY><FIRST_NAME>A</LAST_NAME></ENTITY>'), 'broken-xml'],
    ['with an entity of its own', DOCUMENT(ENTITY('KPe.001', '<COMMENTS1>&boom;</COMMENTS1>')), 'broken-xml'],
    [
      'with a document type',
      DOCUMENT(ENTITY('KPe.001')).replace('?>', '?><!DOCTYPE CONSOLIDATED_LIST [<!ENTITY boom "b">]>'),
      'xml-doctype',
    ],
    ['with another encoding', DOCUMENT(ENTITY('KPe.001')).replace('UTF-8', 'ISO-8859-1'), 'not-utf8'],
    ['without entries', DOCUMENT(''), 'list-changed'],
    ['with every entry renamed', DOCUMENT(ENTITY('KPe.001')).replaceAll('ENTITY>', 'PARTY>'), 'list-changed'],
    ['with text behind its end', `${DOCUMENT(ENTITY('KPe.001'))}<html/>`, 'broken-xml'],
  ])('%s is refused', async (_, content, code) => {
    const { list, problems } = await load(content)
    expect(problems.filter(({ severity }) => severity === 'error').map((problem) => problem.code)).toContain(code)
    expect(list).toMatchObject({ entries: [], complete: false })
  })

  test('many entries without what each has show a changed format', async () => {
    const many = Array.from({ length: 30 }, (_, index) => ENTITY(`KPe.${index}`)).join('')
    const { list, problems } = await load(DOCUMENT(many))
    expect(problems).toMatchObject([{ code: 'list-changed', message: expect.stringContaining('ALIAS_NAME') }])
    expect(list).toMatchObject({ entries: [], complete: false })
  })

  test('an element that is there and empty in all of them shows the same', async () => {
    const many = Array.from({ length: 30 }, (_, index) =>
      ENTITY(`KPe.${index}`, '<ENTITY_ALIAS><ALIAS_NAME/><AliasName>Z</AliasName></ENTITY_ALIAS>'),
    )
    const { list, problems } = await load(DOCUMENT(many.join('')))
    expect(problems[0]).toMatchObject({ code: 'list-changed', message: expect.stringContaining('ALIAS_NAME') })
    expect(list).toMatchObject({ entries: [], complete: false })
  })

  test('bytes that are no UTF-8 name their line', async () => {
    const content = Buffer.from(DOCUMENT(`\n\n${ENTITY('KPe.001', '<COMMENTS1>\nX\nY</COMMENTS1>')}`))
    content[content.indexOf('Y</COMM')] = 0xe9
    const { problems } = await loadOne(`${folderOf({ 'un.xml': content })}/un.xml`)
    expect(problems).toMatchObject([{ code: 'not-utf8', line: 6 }])
  })

  test('an entry without a name or a key is rejected, the others stay', async () => {
    const { list, problems } = await load(
      DOCUMENT(ENTITY('KPe.001') + '<ENTITY><REFERENCE_NUMBER>KPe.002</REFERENCE_NUMBER></ENTITY>'),
    )
    expect(problems).toMatchObject([{ severity: 'error', code: 'no-name', line: 2 }])
    expect(list.entries).toHaveLength(1)
    expect(list.inputs).toMatchObject([{ rows: 2, accepted: 1, rejected: 1 }])
  })

  test('an element that is not known is named once', async () => {
    const { list, problems } = await load(DOCUMENT(ENTITY('KPe.001', '<NICKNAME>Z</NICKNAME><NICKNAME>Y</NICKNAME>')))
    expect(problems).toMatchObject([
      { severity: 'warning', code: 'xml-unknown-element', message: expect.stringContaining('2 times') },
    ])
    expect(list.complete).toBe(true)
  })

  test('the same entry again counts once, another under its key spoils both', async () => {
    const same = await load(DOCUMENT(ENTITY('KPe.001') + ENTITY('KPe.001')))
    expect(same.list.entries).toHaveLength(1)
    expect(same.problems).toMatchObject([{ severity: 'warning', code: 'uid-repeated' }])
    const other = await load(
      DOCUMENT(ENTITY('KPe.001') + ENTITY('KPe.001', '<COMMENTS1>x</COMMENTS1>') + ENTITY('KPe.002')),
    )
    expect(other.list.entries.map((entry) => entry.entryId)).toEqual(['KPe.002'])
    expect(other.list.inputs).toMatchObject([{ rows: 3, accepted: 1, rejected: 2 }])
  })

  test('a day that the user gives does not outweigh the one in the file', async () => {
    const { list, problems } = await load(DOCUMENT(ENTITY('KPe.001')), '2020-01-01')
    expect(list.day?.text).toBe('2026-02-27')
    expect(problems).toMatchObject([{ severity: 'warning', code: 'list-day-differs' }])
    expect((await load(DOCUMENT(ENTITY('KPe.001'), ''), '2020-01-01')).list.day?.text).toBe('2020-01-01')
  })
})
