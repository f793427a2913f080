import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { codes, folderOf, loadOne } from '../given.js'

async function own(content: string, name = 'watch.csv', day?: string) {
  return loadOne(join(folderOf({ [name]: content }), name), day)
}

const HEADER = 'id,list,regime,kind,name,type,country,aliases,identifiers,programs,listed_on,delisted_on,url'

describe('an own list', () => {
  test('has every field of its row', async () => {
    const { list, problems } = await own(
      `${HEADER}\nP1,EU FSF,,,Peleng,company,Belarus,ОАО Пеленг; Peleng OJSC,by-unp:100230519;lei:5299X,BLR;RUS,2022-03-02,2024-05,https://example.org/p1\n`,
    )
    expect(problems).toEqual([])
    expect(list.entries).toEqual([
      {
        list: 'EU FSF',
        regime: 'eu',
        kind: 'asset-freeze',
        entryId: 'P1',
        names: [
          { text: 'Peleng', strength: 'primary' },
          { text: 'ОАО Пеленг', strength: 'strong' },
          { text: 'Peleng OJSC', strength: 'strong' },
        ],
        type: 'company',
        countries: ['BY'],
        addresses: [],
        identifiers: [
          { scheme: 'by-unp', value: '100230519', country: 'BY' },
          { scheme: 'lei', value: '5299X' },
        ],
        dates: [],
        programs: ['BLR', 'RUS'],
        listedOn: expect.objectContaining({ text: '2022-03-02' }),
        delistedOn: expect.objectContaining({ text: '2024-05' }),
        url: 'https://example.org/p1',
        relations: [],
        place: { file: list.inputs[0]?.path, line: 2 },
      },
    ])
    expect(list).toMatchObject({
      name: 'EU FSF',
      complete: true,
      inputs: [{ role: 'list', format: 'csv', rows: 1, accepted: 1, entries: 1, list: 'EU FSF' }],
    })
    expect(list).not.toHaveProperty('day')
  })

  test('needs no more than names', async () => {
    const { list } = await own('Name\nAcme Ltd\n', 'my watch.list.csv', '2024-01-02')
    expect(list).toMatchObject({
      name: 'my watch.list',
      day: { text: '2024-01-02' },
      inputs: [{ publishedOn: '2024-01-02' }],
    })
    expect(list.entries[0]).toMatchObject({
      list: 'my watch.list',
      regime: 'us',
      kind: 'asset-freeze',
      entryId: 'Acme Ltd',
      type: 'unknown',
      countries: [],
    })
  })

  test('names all its lists, in code-point order', async () => {
    const { list } = await own('name,list\nA,UK\nB,EU\nC,UK\n')
    expect(list.name).toBe('EU, UK')
  })

  test('of JSON has arrays for several values', async () => {
    const { list } = await own(
      '[{"name":"A","aliases":["B; C","D"],"tax_id":7701},\n{"name":"E","kind":"watch"}]',
      'x.json',
    )
    expect(list.entries[0]?.names.map(({ text }) => text)).toEqual(['A', 'B; C', 'D'])
    expect(list.entries[0]?.identifiers).toEqual([{ scheme: 'tax_id', value: '7701' }])
    expect(list.entries.map(({ place, kind }) => [place.line, kind])).toEqual([
      [1, 'asset-freeze'],
      [2, 'watch'],
    ])
  })

  test('says the line on which a row begins', async () => {
    const { list } = await own('name,url\n"A","x\ny"\n\nB,z\n')
    expect(list.entries.map(({ place }) => place.line)).toEqual([2, 5])
  })

  test('does nothing with the names of objects', async () => {
    const { list } = await own('name,list,id\n__proto__,constructor,__proto__\n')
    expect(list.entries[0]).toMatchObject({ entryId: '__proto__', list: 'constructor' })
  })
})

describe('bad rows of an own list', () => {
  test.each([
    ['no name', 'name,country\n,BY\nOK,BY\n', ['error no-name:2'], 1],
    ['an unknown kind', 'name,kind\nA,freeze\nOK,watch\n', ['error bad-kind:2'], 1],
    ['an unknown regime', 'name,regime\nA,ch\nOK,none\n', ['error bad-regime:2'], 1],
    ['a short row', 'name,country\nA\nOK,BY\n', ['error row-short:2'], 1],
    ['a long row', 'name,country\nA,BY,x\nOK,BY\n', ['error row-long:2'], 1],
    ['a bad country', 'name,country\nA,Russlannd\nOK,BY\n', ['warning bad-country:2'], 0],
    ['a bad date', 'name,listed_on\nA,02.03.2022\nOK,2022\n', ['warning bad-date:2'], 0],
    ['a bad type', 'name,type\nA,firm\nOK,bank\n', ['warning bad-type:2'], 0],
    ['an identifier without a scheme', 'name,identifiers\nA,12345\nOK,lei:1\n', ['warning bad-identifier:2'], 0],
    ['a number that a spreadsheet spoilt', 'name,tax_id\nA,4.21E+11\nOK,1\n', ['error spoilt-identifier:2'], 0],
  ])('%s', async (_, content, expected, rejected) => {
    const { list, problems } = await own(content)
    expect(codes(problems)).toEqual(expected)
    expect(list.inputs[0]).toMatchObject({ rows: 2, accepted: 2 - rejected, rejected, degraded: 1 - rejected })
    expect(list.entries).toHaveLength(2 - rejected)
    // An entry without the number that it had is not the entry that was meant.
    expect(list.complete).toBe(!problems.some((problem) => problem.code === 'spoilt-identifier'))
  })

  test('an unknown column is named once', async () => {
    const { problems } = await own('name,colour\nA,red\nB,blue\n')
    expect(codes(problems)).toEqual(['warning unknown-columns:1'])
  })

  test.each([
    ['without a column for names', 'id,list,kind\n1,UK,watch\n', 'error missing-column:1'],
    ['with a column twice', 'name,country,Country\nA,BY,RU\n', 'error doubled-column:1'],
    ['with a header alone', 'name,country\n', 'error list-empty'],
    ['with no row that is good', 'name,country\n,BY\n', 'error no-name:2'],
  ])('%s it gives no entry and is not complete', async (_, content, expected) => {
    const { list, problems } = await own(content)
    expect(codes(problems)).toEqual([expected])
    expect(list).toMatchObject({ entries: [], complete: false })
  })

  test('an open quote spoils its own row', async () => {
    const { list, problems } = await own('name,country\n"A,BY\nB,BY\n')
    expect(codes(problems)).toEqual(['error broken-row:2'])
    expect(list.entries.map(({ entryId }) => entryId)).toEqual(['B'])
  })

  test('a JSON array that is cut off is not complete', async () => {
    const { list, problems } = await own('[{"name":"A"},\n{"name":"B"},\n', 'x.json')
    expect(problems.some(({ severity }) => severity === 'error')).toBe(true)
    expect(list.complete).toBe(false)
  })

  test('columns of a file of entities make it suspicious', async () => {
    const { problems } = await own('id,name,founded\n1,A,2001\n')
    expect(codes(problems)).toEqual(['warning list-like-entities', 'warning unknown-columns:1'])
  })
})

describe('rows of one id', () => {
  test('with one name are one entry with all that they say', async () => {
    const { list, problems } = await own(
      'id,name,aliases,country,identifiers\n1,Acme Ltd,,BY,lei:5\n1,ACME LTD.,Apex,RU,lei:5;imo:7\n',
    )
    expect(problems).toEqual([])
    expect(list.entries).toHaveLength(1)
    expect(list.entries[0]).toMatchObject({
      names: [{ text: 'Acme Ltd', strength: 'primary' }, { text: 'ACME LTD.', strength: 'strong' }, { text: 'Apex' }],
      countries: ['BY', 'RU'],
      identifiers: [{ scheme: 'lei' }, { scheme: 'imo' }],
    })
    expect(list.inputs[0]).toMatchObject({ rows: 2, accepted: 2, entries: 1 })
  })

  test('with two names are all rejected, and both lines are named', async () => {
    const { list, problems } = await own('id,name\n1,Acme\n1,Apex\n2,Other\n')
    expect(codes(problems)).toEqual(['error id-twice:2', 'error id-twice:3'])
    expect(problems[0]?.message).toContain('2, 3')
    expect(list.inputs[0]).toMatchObject({ rows: 3, accepted: 1, rejected: 2, entries: 1 })
    expect(list.complete).toBe(true)
  })

  test('of two kinds, two lists or two designations stay apart', async () => {
    const { list } = await own(
      'id,list,name,kind,listed_on\n1,UK,A,,2020\n1,UK,A,export-control,2020\n1,EU,A,,2020\n1,UK,A,,2023\n',
    )
    expect(list.entries).toHaveLength(4)
  })
})
