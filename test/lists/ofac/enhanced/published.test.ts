import { beforeAll, describe, expect, test } from '@jest/globals'
import type { LoadedList } from '../../../../src/lists/load.js'
import type { ListEntry } from '../../../../src/model/entry.js'
import type { Problem } from '../../../../src/model/problem.js'
import { codes, folderOf, loadOne } from '../../given.js'
import { plainText, publishedFile, rawElements } from '../../published-file.js'

const xml = publishedFile('ofac-enhanced-xml-2024-08-28/IRGC_sanctions_extract.xml')
const csv = publishedFile('ofac-sdn-2023-12-28/sdn.csv')

describe('OFAC enhanced XML', () => {
  let list: LoadedList
  let problems: readonly Problem[]
  beforeAll(async () => {
    if (xml.there) ({ list, problems } = await loadOne(xml.path))
  })

  xml.testHere('gives every entity with all its names, and says that it is a part', () => {
    const raw = [...xml.text().matchAll(/<entity id="(\d+)">([\s\S]*?)<\/entity>/g)]
    expect(raw).toHaveLength(60)
    expect(codes(problems)).toEqual(['warning list-filtered'])
    expect(list).toMatchObject({ name: 'OFAC SDN', day: { text: '2024-08-28' }, complete: true })
    expect(list.inputs).toMatchObject([{ format: 'ofac-enhanced-xml', rows: 60, accepted: 60, entries: 60 }])
    for (const [index, [, uid = '', inner = '']] of raw.entries()) {
      const names = rawElements(inner, 'formattedFullName').map(plainText)
      expect(list.entries[index]).toMatchObject({ entryId: uid, kind: 'asset-freeze' })
      expect(list.entries[index]?.names.map((name) => name.text).toSorted()).toEqual([...new Set(names)].toSorted())
      expect(list.entries[index]?.relations.filter(({ entryId }) => entryId !== undefined)).toHaveLength(
        rawElements(inner, 'relationship').length,
      )
    }
  })

  xml.testHere.each([
    {
      entryId: '26529',
      type: 'company',
      listedOn: { text: '2019-03-26' },
      names: [
        { text: 'ANSAR INFORMATION TECHNOLOGY COMPANY', strength: 'primary' },
        { text: 'FANAVARAN HAFIZEH SAMANEH', strength: 'strong', former: true },
      ],
      programs: ['IFSR', 'IRGC', 'SDGT'],
      legalBasis: ['Executive Order 13224 (Terrorism)'],
      identifiers: [{ scheme: 'registration', value: '190617', country: 'IR' }],
      addresses: [{ text: 'No. 59, West Taban Street, Jordon (Nelson Mandela) Street, Tehran, Iran', country: 'IR' }],
      relations: [{ kind: 'Owned or Controlled By', name: 'ANSAR BANK', entryId: '12478' }],
    },
    {
      entryId: '38420',
      type: 'person',
      dates: [{ text: '1992-04-13' }],
      birthPlaces: ['Meybod, Yazd Province, Iran'],
      identifiers: expect.arrayContaining([
        { scheme: 'national-id', value: '4480046429', country: 'IR' },
        { scheme: 'digital-currency-address', value: '1H939dom7i4WDLCKyGbXUp3fs9CSTNRzgL' },
      ]),
    },
  ])('knows $entryId', ({ entryId, ...expected }) => {
    expect(list.entries.find((entry) => entry.entryId === entryId)).toMatchObject(expected)
  })

  const both = xml.there && csv.there ? test : test.skip
  both('says the same as the CSV of eight months before', async () => {
    const legacy = new Map((await loadOne(csv.path)).list.entries.map((entry) => [entry.entryId, entry]))
    const pairs = list.entries.flatMap((entry) => {
      const other = legacy.get(entry.entryId)
      return other === undefined ? [] : [[entry, other] as const]
    })
    expect(pairs.length).toBeGreaterThan(55)
    const differing = (of: (entry: ListEntry) => readonly string[]) =>
      pairs.filter(([a, b]) => of(a).toSorted().join('|') !== of(b).toSorted().join('|')).map(([a]) => a.entryId)
    expect(differing((entry) => [entry.type, entry.kind])).toEqual([])
    expect(
      differing((entry) =>
        entry.names.filter((name) => name.script === undefined).map((name) => `${name.strength} ${name.text}`),
      ).length,
    ).toBeLessThan(6)
    expect(differing((entry) => entry.identifiers.map((each) => `${each.scheme}:${each.value}`)).length).toBeLessThan(6)
    expect(differing((entry) => entry.dates.map((date) => date.text)).length).toBeLessThan(6)
    expect(differing((entry) => entry.programs).length).toBeLessThan(6)
  })
})

const ENTITY = (
  lists: string,
  more = '',
) => `<sanctionsData xmlns="urn:x"><publicationInfo><dataAsOf>2025-01-02T00:00:00</dataAsOf></publicationInfo><entities><entity id="7">
<generalInfo><identityId>1</identityId><entityType refId="601">Entity</entityType></generalInfo><sanctionsLists>${lists}</sanctionsLists>
<sanctionsPrograms><sanctionsProgram>RUSSIA-EO14024</sanctionsProgram></sanctionsPrograms>
<names><name id="1"><isPrimary>true</isPrimary><isLowQuality>false</isLowQuality><translations><translation id="1"><isPrimary>true</isPrimary><script>Latin</script><formattedFullName>ZORIN BANK</formattedFullName></translation></translations></name></names>${more}</entity></entities></sanctionsData>`

describe('the lists that a party is on', () => {
  test.each([
    [
      '<sanctionsList datePublished="2022-02-24">SDN List</sanctionsList>',
      [['OFAC SDN', 'asset-freeze', '2022-02-24']],
    ],
    [
      '<sanctionsList datePublished="2022-02-24">SDN List</sanctionsList><sanctionsList datePublished="2014-07-29">Sectoral Sanctions Identifications List</sanctionsList><sanctionsList datePublished="2022-02-24">CAPTA List</sanctionsList>',
      [
        ['OFAC SDN', 'asset-freeze', '2022-02-24'],
        ['OFAC Consolidated', 'sectoral', '2014-07-29'],
      ],
    ],
    [
      '<sanctionsList datePublished="2021-06-03">Non-SDN CMIC List</sanctionsList><sanctionsList>Consolidated List</sanctionsList>',
      [['OFAC Consolidated', 'sectoral', '2021-06-03']],
    ],
    [
      '<sanctionsList datePublished="2014-02-06">FSE List</sanctionsList>',
      [['OFAC Consolidated', 'debarment', '2014-02-06']],
    ],
    [
      '<sanctionsList datePublished="2006-01-01">Non-SDN Palestinian Legislative Council List</sanctionsList>',
      [['OFAC Consolidated', 'watch', '2006-01-01']],
    ],
  ])('%s', async (lists, expected) => {
    const { list, problems } = await loadOne(`${folderOf({ 'e.xml': ENTITY(lists) })}/e.xml`)
    expect(problems).toEqual([])
    expect(list.entries.map((entry) => [entry.list, entry.kind, entry.listedOn?.text])).toEqual(expected)
  })

  test('a party on no list is rejected', async () => {
    const { list, problems } = await loadOne(`${folderOf({ 'e.xml': ENTITY('') })}/e.xml`)
    expect(list.entries).toEqual([])
    expect(problems.map((problem) => problem.severity)).toContain('error')
  })
})
