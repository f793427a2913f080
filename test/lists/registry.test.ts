import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { LIST_FORMATS } from '../../src/lists/registry.js'
import { codes, folderOf, load, loadOne } from './given.js'
import { SET } from './ofac/legacy-set.js'

const OWN = 'name,list\nACME,UK\n'

async function given(content: string | Buffer, name = 'list.csv') {
  return loadOne(join(folderOf({ [name]: content }), name))
}

describe('a file is told by its content', () => {
  test.each([
    ['sdn.csv', OWN, 'UK'],
    ['list.txt', OWN.replaceAll(',', ';'), 'UK'],
    ['list.json', '[{"name": "ACME", "list": "UK"}]', 'UK'],
    ['list.dat', '{"name": "ACME", "list": "UK"}\n', 'UK'],
    ['list.csv.gz', OWN, 'UK'],
    ['words.csv', SET['sdn.csv'] ?? '', 'OFAC SDN'],
    ['ids.csv', 'id,name\n1,ACME\n2,APEX\n', 'ids'],
    [
      'twelve.csv',
      'id,name,type,country,aliases,identifiers,programs,listed_on,list,regime,kind,url\n1,ACME,,,,,,,,,,\n2,APEX,vessel,,,,,,,,,\n',
      'twelve',
    ],
  ])('%s', async (name, content, expected) => {
    const { list, problems } = await given(content, name)
    expect(list.name).toBe(expected)
    expect(list.complete).toBe(true)
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  })
})

describe('a file that is no list is an error that says what it is', () => {
  test.each([
    ['alt.csv', SET['alt.csv'] ?? '', 'list-companion', 'aliases', 'give sdn.csv'],
    ['add.csv', SET['add.csv'] ?? '', 'list-companion', 'addresses', 'give sdn.csv'],
    ['c.csv', '5,"x; a.k.a. \'Y\'."\r\n\u001A', 'list-companion', 'continued remarks', 'give sdn.csv'],
    ['t.csv', 'seller,buyer,date\nA,B,2024-01-01\n', 'not-a-list', 'transactions', '--transactions'],
    ['r.csv', 'kind,from,to\nowns,A,B\n', 'not-a-list', 'relations', '--relations'],
    [
      'csl.csv',
      '_id,source,entity_number,type,programs,name\n1,SDN,36,Entity,CUBA,ACME\n',
      'list-unknown',
      'Consolidated Screening List',
      LIST_FORMATS[0]?.title ?? '',
    ],
    [
      'os.csv',
      'id,schema,name,aliases,dataset,first_seen\nx,Company,ACME,,d,2020\n',
      'list-unknown',
      'OpenSanctions',
      LIST_FORMATS[1]?.title ?? '',
    ],
    [
      'x.xml',
      '<?xml version="1.0"?>\n<!-- a --><catalogue><sdnList/></catalogue>',
      'list-unknown',
      '"catalogue"',
      LIST_FORMATS[0]?.title ?? '',
    ],
    ['x.csv', 'a,b,c\n1,2,3\n', 'list-unknown', '"a, b, c"', LIST_FORMATS[1]?.title ?? ''],
    ['x.json', '[]', 'list-unknown', 'JSON array without a record', 'known'],
    ['empty.csv', '', 'empty-file', 'empty', ''],
    ['p.png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'not-text', 'PNG', ''],
  ])('%s', async (name, content, code, what, hint) => {
    const { list, problems } = await given(content, name)
    expect(codes(problems)).toEqual([`error ${code}`])
    expect(problems[0]?.message).toContain(what)
    expect(problems[0]?.hint ?? '').toContain(hint)
    expect(problems[0]?.file).toContain(name)
    expect(list).toMatchObject({ complete: false, entries: [], inputs: [{ role: 'list', format: 'unknown', rows: 0 }] })
    expect(list.inputs[0]?.bytes).toBe(Buffer.byteLength(content))
  })

  test('no such file', async () => {
    const { list, problems } = await loadOne(join(folderOf({}), 'nothing.csv'))
    expect(codes(problems)).toEqual(['error unreadable'])
    expect(list).toMatchObject({ complete: false, entries: [] })
  })
})

describe('several lists', () => {
  test('come in the order in which they were asked for, and one that is given twice counts once', async () => {
    const folder = folderOf({ 'b.csv': OWN, 'a.csv': OWN.replace('UK', 'EU') })
    const { lists, problems } = await load(join(folder, 'b.csv'), join(folder, 'a.csv'), join(folder, 'b.csv'))
    expect(lists.map(({ name }) => name)).toEqual(['UK', 'EU'])
    expect(codes(problems)).toEqual(['warning list-repeated'])
  })
})

describe('a folder', () => {
  test('is every list in it, in code-point order, with the companions at their main file', async () => {
    const folder = folderOf({
      ...SET,
      'own.csv': OWN,
      'Z.csv': OWN.replace('UK', 'EU'),
      '.hidden.csv': 'a,b,c\n1,2,3\n',
    })
    const { lists, problems } = await load({ path: `${folder}/`, day: '2023-12-28' })
    expect(problems).toEqual([])
    expect(lists.map(({ name }) => name)).toEqual(['EU', 'UK', 'OFAC SDN'])
    expect(lists.map(({ day }) => day?.text)).toEqual(Array.from({ length: 3 }, () => '2023-12-28'))
    expect(lists.flatMap(({ inputs }) => inputs.map(({ path }) => path))).toEqual(
      ['Z.csv', 'own.csv', 'sdn.csv', 'alt.csv', 'add.csv', 'sdn_comments.csv'].map((name) => `${folder}/${name}`),
    )
  })

  test('names once what is no list, and goes on', async () => {
    const folder = folderOf({
      'own.csv': OWN,
      'README.md': '# Lists\n\nSome words.\n',
      'logo.png': Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      't.csv': 'from,to\nA,B\n',
    })
    const { lists, problems } = await load(folder)
    expect(codes(problems)).toEqual(['warning not-lists'])
    expect(problems[0]?.message).toContain('"README.md", "logo.png", "t.csv"')
    expect(lists.map(({ name }) => name)).toEqual(['UK'])
  })

  test.each([
    ['a list of a format that is not read', 'eu.xml', '<export/>', 'error list-unknown'],
    ['a table of unknown columns', 'x.csv', 'a,b,c\n1,2,3\n', 'error list-unknown'],
    ['an empty file', 'x.csv', '', 'error empty-file'],
    ['aliases without their list', 'alt.csv', SET['alt.csv'] ?? '', 'error list-companion'],
  ])('%s is an error, because a list may be missing', async (_, name, content, expected) => {
    const { lists, problems } = await load(folderOf({ 'own.csv': OWN, [name]: content }))
    expect(codes(problems)).toEqual([expected])
    expect(lists.map(({ complete }) => complete)).toEqual([true, false])
  })

  test.each([[{}], [{ 'README.md': 'words\n' }]])('without a list is an error', async (files) => {
    const { lists, problems } = await load(folderOf(files))
    expect(codes(problems)).toContain('error no-lists')
    expect(lists).toEqual([])
  })

  test('within it is not gone into', async () => {
    const folder = folderOf({ 'own.csv': OWN })
    mkdirSync(join(folder, 'old'))
    writeFileSync(join(folder, 'old', 'x.csv'), OWN)
    expect((await load(folder)).lists).toHaveLength(1)
  })
})
