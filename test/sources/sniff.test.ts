import { describe, expect, test } from '@jest/globals'
import { fileSource } from '../../src/sources/file.js'
import { sniff } from '../../src/sources/sniff.js'
import { gzipped, memorySource } from './memory-source.js'

describe('content decides, whatever the name', () => {
  test.each([
    ['id,name\n1,Peleng\n', 'csv'],
    ['name\nPeleng\n', 'csv'],
    ['{"name":"Peleng"}\n', 'jsonl'],
    ['\n  [\n{"name":"Peleng"}]', 'json'],
    ['\uFEFF[{"name":"Peleng"}]', 'json'],
    ['<?xml version="1.0"?><a/>', 'xml'],
    ['', 'empty'],
    [' \n\r\n', 'empty'],
    ['\uFEFF', 'empty'],
  ])('%j is %s', async (text, kind) => {
    expect((await sniff(memorySource(text, 'records.png'))).kind).toBe(kind)
    const zipped = await sniff(memorySource(gzipped(text), 'records.csv'))
    expect(zipped).toMatchObject({ kind, compression: 'gzip' })
  })

  test.each([
    [Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), 'a PNG image'],
    [Buffer.from('%PDF-1.7\n'), 'a PDF document'],
    [Buffer.from('PK\x03\x04\x14\0', 'latin1'), 'XLSX'],
    [Buffer.from('\uFEFFid,name\n', 'utf16le'), 'UTF-16'],
    [Buffer.from('id,name\n1,Peleng\n', 'utf16le'), 'UTF-16'],
    [Buffer.from([1, 0, 0, 7, 0, 9, 0, 0]), 'no text'],
  ])('%j is said to be what it is', async (bytes, what) => {
    const sniffed = await sniff(memorySource(bytes))
    expect(sniffed).toMatchObject({ kind: 'binary', problem: { severity: 'error', file: 'test.csv' } })
    expect('problem' in sniffed && sniffed.problem.message).toContain(what)
    expect('problem' in sniffed && sniffed.problem.hint).toBeTruthy()
  })

  test.each([
    ['a pretty-printed object', Buffer.from('{\n  "name": "Peleng"\n}\n'), 'json-object'],
    ['lines that end in CR', Buffer.from('id,name\r1,Peleng\r'), 'cr-lines'],
    ['gzip without its contents', gzipped('id,name\n').subarray(0, 12), 'broken-gzip'],
    [
      'gzip that is damaged',
      Buffer.concat([gzipped('id,name\n').subarray(0, 10), Buffer.from('rubbish, no deflate')]),
      'broken-gzip',
    ],
  ])('%s is a failure', async (_, bytes, code) => {
    expect(await sniff(memorySource(bytes))).toMatchObject({ kind: 'failure', problem: { code, file: 'test.csv' } })
  })

  test('no such file and a folder are failures in words', async () => {
    expect(await sniff(fileSource('no/such.csv'))).toMatchObject({
      kind: 'failure',
      problem: { file: 'no/such.csv', message: "the file can't be read: no such file" },
    })
    expect(await sniff(fileSource('src'))).toMatchObject({
      kind: 'failure',
      problem: { file: 'src', message: "the file can't be read: expected a file, got a folder" },
    })
  })
})

describe('the delimiter', () => {
  test.each([
    ['id,name\n1,Peleng\n', ','],
    ['id;name\n1;Peleng, JSC\n', ';'],
    ['id\tname\n1\tPeleng; JSC\n', '\t'],
    ['id|name\n1|Peleng\n', '|'],
    ['name;country\nPeleng, of Minsk, JSC;BY\nVTB, Bank, of Moscow;RU\n', ';'],
    ['"name, in full";country;id\n"a";BY;1\n', ';'],
    ['name,aliases\nPeleng,ПЕЛЕНГ;Peleng OAO;Peleng JSC\n', ','],
    ['"a\nb",c;d\n"e\n\nf",g;h\n', ','],
    ['sep=|\nid|name,x\n', '|'],
    ['name\nPeleng\n', ','],
    ['36,"AEROCARIBBEAN AIRLINES",-0- ,"CUBA",-0- \n', ','],
  ])('of %j is %j', async (text, delimiter) => {
    expect(await sniff(memorySource(text))).toMatchObject({ delimiter })
    expect(await sniff(memorySource(text.replaceAll('\n', '\r\n')))).toMatchObject({ delimiter })
  })
})

test('the head is text of at most 64 KiB, without BOM and without half a character', async () => {
  const sniffed = await sniff(memorySource(`\uFEFFname\n${'ПЕЛЕНГ\n'.repeat(20_000)}`))
  if (!('head' in sniffed)) throw new Error('no head')
  expect(sniffed.head.startsWith('name\nПЕЛЕНГ')).toBe(true)
  expect(sniffed.head).not.toContain('\uFFFD')
  expect(Buffer.byteLength(sniffed.head)).toBeLessThanOrEqual(65_536)
})
