import { describe, expect, test } from '@jest/globals'
import { cellItems } from '../../../src/lists/opensanctions/cell-items.js'
import { codes, folderOf, loadOne } from '../given.js'
import { publishedFile } from '../published-file.js'
import { rawRows } from '../raw-table.js'

const zala = publishedFile('opensanctions-samples/zala.entities.ftm.json')
const t1 = publishedFile('opensanctions-samples/t1.entities.ftm.json')
const simple = publishedFile('opensanctions-samples/targetssimple-2022.csv')
const PEPS = 'opensanctions-samples/wikidata-peps-2024-03'
const nested = publishedFile(`${PEPS}/targets.nested.json`)
const pepsSimple = publishedFile(`${PEPS}/targets.simple.csv`)
const pepsFtm = publishedFile(`${PEPS}/entities.ftm.json`)

interface Written {
  readonly id: string
  readonly schema: string
  readonly caption: string
  readonly target: boolean
  readonly properties: Readonly<Record<string, readonly string[]>>
}

const written = (text: string): readonly Written[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('OpenSanctions in FollowTheMoney', () => {
  zala.testHere('every target is an entry of each regime, with all its names', async () => {
    const { list, problems } = await loadOne(zala.path)
    const targets = written(zala.text()).filter((each) => each.target)
    expect(codes(problems)).toEqual(['warning licence-non-commercial'])
    expect(list.complete).toBe(true)
    expect(list.inputs).toMatchObject([{ format: 'opensanctions-ftm', rows: 91, accepted: 91, rejected: 0 }])
    expect([...new Set(list.entries.map((entry) => entry.entryId))].toSorted()).toEqual(
      targets.map((each) => each.id).toSorted(),
    )
    for (const { id, caption, properties } of targets) {
      const names = [
        caption,
        ...['name', 'alias', 'previousName', 'weakAlias', 'abbreviation'].flatMap((name) => properties[name] ?? []),
      ]
      const read = list.entries.find((entry) => entry.entryId === id)?.names.map((name) => name.text)
      expect(read?.toSorted()).toEqual(
        [...new Set(names.map((name) => name.replaceAll(/\s+/g, ' ').trim()))].toSorted(),
      )
    }
  })

  zala.testHere('a person on the lists of four regimes', async () => {
    const { list } = await loadOne(zala.path)
    const entries = list.entries.filter((entry) => entry.entryId === 'NK-2Tbri3s6GgNtAwsSXh4qpL')
    expect(entries.map(({ regime, kind }) => `${regime} ${kind}`).toSorted()).toEqual([
      'none asset-freeze',
      'uk asset-freeze',
      'us asset-freeze',
    ])
    expect(entries[0]).toMatchObject({
      type: 'person',
      countries: ['RU'],
      dates: [{ text: '1988-01-07' }],
      identifiers: expect.arrayContaining([{ scheme: 'tax', value: '183116181362', country: 'RU' }]),
    })
    expect(entries[0]?.names).toContainEqual({
      text: 'Maria Aleksandrovna Zakharova',
      strength: 'strong',
      former: true,
    })
  })

  zala.testHere('ownership is a relation with its dates, read from both ends', async () => {
    const { list } = await loadOne(zala.path)
    const all = list.entries.flatMap((entry) => entry.relations)
    const owners = written(zala.text()).filter((each) => each.schema === 'Ownership')
    for (const { properties } of owners) {
      const [owner = '', asset = ''] = [properties['owner']?.[0], properties['asset']?.[0]]
      const ends = list.entries.map((entry) => entry.entryId)
      if (ends.includes(owner))
        expect(all).toContainEqual(expect.objectContaining({ kind: 'Owner of', entryId: asset }))
      if (ends.includes(asset))
        expect(all).toContainEqual(expect.objectContaining({ kind: 'Owned by', entryId: owner }))
    }
    expect(all.some((relation) => relation.since !== undefined && relation.until !== undefined)).toBe(true)
  })

  t1.testHere('reads a sample without sanctions', async () => {
    const { list } = await loadOne(t1.path)
    expect(list.complete).toBe(true)
    expect(new Set(list.entries.map((entry) => entry.entryId)).size).toBe(
      written(t1.text()).filter((each) => each.target).length,
    )
  })
})

describe('the forms of one data set', () => {
  const testAll = nested.there && pepsSimple.there && pepsFtm.there ? test : test.skip
  testAll('name the same targets', async () => {
    const loaded = await Promise.all([nested, pepsSimple, pepsFtm].map(({ path }) => loadOne(path)))
    const ids = loaded.map(({ list }) => list.entries.map((entry) => entry.entryId).toSorted())
    expect(ids[0]).toHaveLength(5)
    expect(ids[1]).toEqual(ids[0])
    // Lines in which a field stands twice are rejected: nobody knows which of the two is meant.
    const targets = written(pepsFtm.text()).filter((each) => each.target)
    const rejected = loaded[2]?.list.inputs[0]?.rejected ?? 0
    expect(rejected).toBe(46)
    expect(ids[2]?.length).toBeGreaterThanOrEqual(targets.length - rejected)
    expect(targets.map((each) => each.id)).toEqual(expect.arrayContaining([...(ids[2] ?? [])]))
    expect(loaded.map(({ list }) => list.inputs[0]?.format)).toEqual([
      'opensanctions-nested',
      'opensanctions-simple',
      expect.stringContaining('opensanctions-'),
    ])
    for (const { list, problems } of loaded) {
      expect(codes(problems)).toContain('warning licence-non-commercial')
      expect(list.day?.text.slice(0, 7)).toBe('2024-03')
      expect(new Set(list.entries.map((entry) => entry.kind))).toEqual(new Set(['watch']))
    }
    const [first] = loaded.map(({ list }) => list.entries.find((entry) => entry.entryId === 'Q296771'))
    expect(first).toMatchObject({ type: 'person', countries: ['FR', 'LB', 'SA'], dates: [{ text: '1970-04-18' }] })
    expect(first?.relations).toEqual(
      expect.arrayContaining([{ kind: 'Relative of', name: 'Bahaa Hariri', entryId: 'Q800179' }]),
    )
  })
})

describe('targets.simple.csv', () => {
  simple.testHere('gives every row of a table of 14 columns, with blanks in its times', async () => {
    const { list, problems } = await loadOne(simple.path)
    const [header = [], ...rows] = rawRows(simple.text())
    expect(header).toHaveLength(14)
    expect(codes(problems)).toEqual(['warning licence-non-commercial'])
    expect(list.entries).toHaveLength(635)
    expect(list.entries.map((entry) => entry.names[0]?.text)).toEqual(
      rows.map((row) => row[2]?.replaceAll(/\s+/g, ' ').trim()),
    )
    expect(list.day?.text).toBe('2022-08-08')
  })

  test('a sanctioned target is frozen under the regime of its source', async () => {
    const content = `id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,dataset,first_seen,last_seen\nx,Company,ZORIN,"""A; B"";C",,ru;by,,123,"Frozen",,,"EU Financial Sanctions Files (FSF);Wikidata",2024-01-01,2024-05-01T10:00:00\n`
    const { list } = await loadOne(`${folderOf({ 'targets.simple.csv': content })}/targets.simple.csv`)
    expect(list.entries).toMatchObject([
      {
        regime: 'eu',
        kind: 'asset-freeze',
        list: 'OpenSanctions (EU)',
        countries: ['BY', 'RU'],
        names: [{ text: 'ZORIN' }, { text: 'A; B' }, { text: 'C' }],
      },
    ])
  })

  test.each([
    ['a;b', ['a', 'b']],
    ['"a; b";c', ['a; b', 'c']],
    ['"say ""x""";', ['say "x"']],
    ['', []],
    [';;', []],
    ['5" pipe;x', ['5" pipe', 'x']],
  ])('the items of %j', (cell, items) => {
    expect(cellItems(cell)).toEqual(items)
  })
})

describe('what is of theirs and no list', () => {
  test.each(['t2-wnk.entities.delta.json', 'us_congress_senzing.json'])('%s is refused by name', async (name) => {
    const file = publishedFile(`opensanctions-samples/${name}`)
    if (!file.there) return
    const { problems } = await loadOne(file.path)
    expect(problems).toMatchObject([
      { severity: 'error', code: 'list-unknown', message: expect.stringContaining('OpenSanctions') },
    ])
  })

  test('a broken line is rejected, an entity without a name too', async () => {
    const line = JSON.stringify({
      id: 'x',
      schema: 'Company',
      caption: 'ZORIN',
      properties: { name: ['ZORIN'] },
      datasets: ['eu_fsf'],
      target: true,
    })
    const content = `${line}\n{"id": \n${line.replaceAll('ZORIN', '--').replace('"x"', '"y"')}\n`
    const { list, problems } = await loadOne(`${folderOf({ 'a.json': content })}/a.json`)
    expect(codes(problems)).toEqual(['error broken-row:2', 'error no-name:3', 'warning licence-non-commercial'])
    expect(list.entries).toMatchObject([{ entryId: 'x', kind: 'watch' }])
  })
})
