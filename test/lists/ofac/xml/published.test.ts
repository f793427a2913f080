import { beforeAll, describe, expect, test } from '@jest/globals'
import type { LoadedList } from '../../../../src/lists/load.js'
import type { Problem } from '../../../../src/model/problem.js'
import { codes, folderOf, loadOne } from '../../given.js'
import { plainText, publishedFile, rawElements } from '../../published-file.js'

const FILES = [
  {
    name: 'ofac-cons-xml-2024-05-06/consolidated.xml',
    list: 'OFAC Consolidated',
    day: '2024-05-06',
    entries: 443,
    found: [],
  },
  {
    name: 'ofac-sdn-xml-sample/consolidated.xml',
    list: 'OFAC Consolidated',
    day: '2014-12-17',
    entries: 24,
    // One bank stands there under one uid with the programmes of two years.
    found: ['error uid-twice:606', 'error uid-twice:674', 'warning record-count'],
  },
  {
    name: 'ofac-sdn-xml-sample/sdn.xml',
    list: 'OFAC SDN',
    day: '2014-07-16',
    entries: 4,
    found: ['warning record-count'],
  },
]

const valueIn = (raw: string, name: string): string => plainText(rawElements(raw, name)[0] ?? '')
const without = (raw: string, name: string): string =>
  raw.replaceAll(new RegExp(`<${name}>[\\s\\S]*?</${name}>`, 'g'), '')
const fullName = (raw: string): string =>
  [valueIn(raw, 'lastName'), valueIn(raw, 'firstName')].filter((part) => part !== '').join(', ')

describe.each(FILES)('the published $name', ({ name, list: listName, day, entries, found }) => {
  const { path, there, testHere, text } = publishedFile(name)
  let list: LoadedList
  let problems: readonly Problem[]
  beforeAll(async () => {
    if (there) ({ list, problems } = await loadOne(path))
  })

  testHere('is the list, of the day, with the entries that the tags count', () => {
    expect(rawElements(text(), 'sdnEntry')).toHaveLength(entries)
    const rejected = found.filter((each) => each.startsWith('error')).length
    expect(list).toMatchObject({ name: listName, day: { text: day }, complete: true })
    expect(list.entries).toHaveLength(entries - rejected)
    expect(list.inputs).toMatchObject([{ format: 'ofac-xml', rows: entries, accepted: entries - rejected, rejected }])
    expect(codes(problems)).toEqual(found)
  })

  const kept = (): readonly string[] => {
    const all = rawElements(text(), 'sdnEntry')
    const uids = all.map((raw) => valueIn(raw, 'uid'))
    return all.filter((_, index) => uids.indexOf(uids[index] ?? '') === uids.lastIndexOf(uids[index] ?? ''))
  }

  testHere('gives every name and every address of every entry', () => {
    for (const [index, raw] of kept().entries()) {
      const head = without(raw, 'akaList')
      const names = [fullName(head), ...rawElements(raw, 'aka').map(fullName)]
      expect(list.entries[index]?.names.map((each) => each.text).toSorted()).toEqual([...new Set(names)].toSorted())
      expect(list.entries[index]?.addresses).toHaveLength(rawElements(raw, 'address').length)
    }
  })

  testHere('gives every weak alias as weak, and every programme', () => {
    const weak = kept()
      .flatMap((raw) => rawElements(raw, 'aka'))
      .filter((raw) => valueIn(raw, 'category') === 'weak')
      .map(fullName)
    const read = list.entries.flatMap((entry) => entry.names.filter((each) => each.strength === 'weak'))
    expect(read.map((each) => each.text).toSorted()).toEqual(weak.toSorted())
    expect(list.entries.flatMap((entry) => entry.programs)).toEqual(
      kept()
        .flatMap((raw) => rawElements(raw, 'program'))
        .map(plainText),
    )
  })
})

describe('chosen entries', () => {
  const cons = publishedFile('ofac-cons-xml-2024-05-06/consolidated.xml')
  const sdn = publishedFile('ofac-sdn-xml-sample/sdn.xml')

  cons.testHere('VTB', async () => {
    const { list } = await loadOne(cons.path)
    const vtb = list.entries.find((entry) => entry.entryId === '17013')
    expect(vtb).toMatchObject({
      list: 'OFAC Consolidated',
      type: 'bank',
      countries: ['RU'],
      programs: ['UKRAINE-EO13662', 'RUSSIA-EO14024'],
      dates: [{ text: '1990-10-17' }],
    })
    expect(vtb?.names[0]).toEqual({ text: 'VTB BANK PUBLIC JOINT STOCK COMPANY', strength: 'primary' })
    expect(vtb?.names).toContainEqual({ text: 'JSC VTB BANK', strength: 'strong', former: true })
    expect(vtb?.identifiers).toEqual(
      expect.arrayContaining([
        { scheme: 'registration', value: '1027739609391', country: 'RU' },
        { scheme: 'tax', value: '7702070139', country: 'RU' },
        { scheme: 'lei', value: '253400V1H6ART1UQ0N98', country: 'RU' },
        { scheme: 'swift', value: 'VTBRRUMM' },
        { scheme: 'bik', value: '044525187', country: 'RU' },
      ]),
    )
  })

  sdn.testHere('a vessel with flag, owner and number', async () => {
    const { list } = await loadOne(sdn.path)
    const vessel = list.entries.find((entry) => entry.type === 'vessel')
    expect(vessel?.flag).toBeDefined()
    expect(vessel?.relations).toMatchObject([{ kind: 'Vessel Owner' }])
    expect(vessel?.identifiers).toMatchObject([{ scheme: 'imo' }])
    const person = list.entries.find((entry) => entry.entryId === '6982')
    expect(person).toMatchObject({
      type: 'person',
      dates: [],
      countries: expect.arrayContaining(['DJ', 'SO']),
      birthPlaces: [expect.any(String)],
    })
  })

  const csv = publishedFile('ofac-cons-2025-12/cons_prim.csv')
  const both = csv.there && cons.there ? test : test.skip
  both('what stands in the CSV of another day as well is read as the same', async () => {
    const xml = new Map((await loadOne(cons.path)).list.entries.map((entry) => [entry.entryId, entry]))
    const pairs = (await loadOne(csv.path)).list.entries.flatMap((entry) => {
      const other = xml.get(entry.entryId)
      return other === undefined ? [] : [[other, entry] as const]
    })
    expect(pairs.length).toBeGreaterThan(420)
    const differing = (of: (entry: LoadedList['entries'][number]) => unknown) =>
      pairs.filter(([a, b]) => JSON.stringify(of(a)) !== JSON.stringify(of(b))).map(([a]) => a.entryId)
    // The list changed in the nineteen months between the two: a few entries were amended.
    expect(differing((entry) => entry.type).length).toBeLessThan(8)
    // Forty were blocked, or marked as blocked, in between.
    expect(differing((entry) => entry.kind).length).toBeLessThan(45)
    expect(
      differing((entry) => entry.names.map((each) => `${each.strength} ${each.former ?? ''} ${each.text}`).toSorted())
        .length,
    ).toBeLessThan(25)
    expect(differing((entry) => entry.dates.map((date) => date.text).toSorted()).length).toBeLessThan(15)
    expect(
      differing((entry) => entry.identifiers.map((each) => `${each.scheme}:${each.value}`).toSorted()).length,
    ).toBeLessThan(40)
  })
})

const LIST = (entries: string, namespace = 'http://tempuri.org/sdnList.xsd') =>
  `<?xml version="1.0" standalone="yes"?><sdnList xmlns="${namespace}"><publshInformation><Publish_Date>01/02/2025</Publish_Date><Record_Count>1</Record_Count></publshInformation>${entries}</sdnList>`
const ENTRY = `<sdnEntry><uid>7</uid><lastName>ZORIN</lastName><sdnType>Entity</sdnType><remarks>(Linked To: MAX (ZORIN)).</remarks><programList><program>SDGT</program></programList><akaList><aka><uid>1</uid><type>a.k.a.</type><category>strong</category><lastName>ZORIN INDUSTRIES</lastName></aka></akaList></sdnEntry>`

describe('any legacy XML', () => {
  test.each([
    'http://tempuri.org/sdnList.xsd',
    'https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML',
    'urn:next',
  ])('is known by its local names, whatever its namespace: %s', async (namespace) => {
    const { list, problems } = await loadOne(`${folderOf({ 'a.xml': LIST(ENTRY, namespace) })}/a.xml`)
    expect(problems).toEqual([])
    expect(list.entries).toMatchObject([{ entryId: '7', relations: [{ kind: 'Linked To', name: 'MAX (ZORIN)' }] }])
  })

  test('an entry without its type is of unknown type, which is said', async () => {
    const content = LIST(ENTRY.replace('<sdnType>Entity</sdnType>', '<sdnType/>'))
    const { list, problems } = await loadOne(`${folderOf({ 'a.xml': content })}/a.xml`)
    expect(list.entries).toMatchObject([{ type: 'unknown' }])
    expect(list.inputs).toMatchObject([{ degraded: 1 }])
    expect(codes(problems)).toEqual(['warning bad-type:1'])
  })
})
