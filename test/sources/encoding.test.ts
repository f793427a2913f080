import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readCsv } from '../../src/sources/csv.js'
import { decoderOf } from '../../src/sources/encoding/decoder.js'
import { examine, type Examined } from '../../src/sources/examine.js'
import { encode } from './encode.js'
import { gzipped, memorySource } from './memory-source.js'

const FRENCH = 'id;name\n1;Société Générale\n2;Crème Müller\n3;Hôtel Français\n'
const RUSSIAN = 'id;название\n1;Пеленг ОАО\n2;Диапроектор\n3;ООО «Лазерные системы»\n'
const CHINESE = '编号,名称\n1,天津莫罗塔克科技有限公司\n2,深圳市绿色循环能源有限公司\n'

async function formOf(bytes: Buffer, encoding?: string): Promise<string> {
  const found = await examine(memorySource(bytes), encoding === undefined ? {} : { encoding })
  if (found.kind === 'failure') return `${found.problem.code}:${found.problem.line ?? ''}`
  return found.kind === 'workbook' ? 'workbook' : found.form.encoding
}

function noteOf(found: Examined): string {
  return 'notes' in found ? found.notes.map((note) => `${note.code}: ${note.message}`).join() : ''
}

describe('the encoding is told by the content', () => {
  test.each([
    ['plain ASCII', 'id,name\n1,Peleng\n', 'utf-8', 'utf-8'],
    ['Russian', RUSSIAN, 'utf-8', 'utf-8'],
    ['French', FRENCH, 'windows-1252', 'windows-1252'],
    ['one odd byte', 'id,name\n1,Müller GmbH\n2,Acme\n', 'windows-1252', 'windows-1252'],
    ['all capitals', 'id,name\n1,SOCIÉTÉ GÉNÉRALE\n2,MÜLLER\n', 'windows-1252', 'windows-1252'],
    ['a dash and an apostrophe', 'id,name\n1,Acme – Trading\n2,O’Neil\n', 'windows-1252', 'windows-1252'],
    ['a euro sign', 'id,name\n1,100 €\n', 'windows-1252', 'windows-1252'],
    ['a degree sign', 'id,goods\n1,sensor 5°\n', 'windows-1252', 'windows-1252'],
    ['Spanish', 'id,name\n1,Compañía Española\n2,São Paulo\n', 'windows-1252', 'windows-1252'],
    ['Swedish', 'id,name\n1,Åkerström & Björk AB\n2,Ørsted\n', 'windows-1252', 'windows-1252'],
    ['Russian', RUSSIAN, 'windows-1251', 'windows-1251'],
    ['one Russian word', 'id,name\n1,Пеленг\n', 'windows-1251', 'windows-1251'],
    ['Belarusian', 'id,name\n1,Беларускі завод\n', 'windows-1251', 'windows-1251'],
    ['Russian capitals', 'id,name\n1,ОАО ПЕЛЕНГ\n2,ДИАПРОЕКТОР\n', 'windows-1251', 'windows-1251'],
    ['Chinese', CHINESE, 'gb18030', 'gb18030'],
    ['one Chinese name', 'id,name\n1,华为技术\n', 'gb18030', 'gb18030'],
    ['UTF-16 without a mark', FRENCH, 'utf-16le', 'utf-16le'],
    ['UTF-16 BE without a mark', CHINESE, 'utf-16be', 'utf-16be'],
    ['UTF-16 with a mark', `\uFEFF${RUSSIAN}`, 'utf-16le', 'utf-16le'],
    ['UTF-16 BE with a mark', `\uFEFF${RUSSIAN}`, 'utf-16be', 'utf-16be'],
    ['Polish', 'id,name\n1,Spółka Łódź\n2,Zakład Żywność\n', 'windows-1250', 'unknown-encoding:2'],
    ['Czech', 'id,name\n1,Černý Dvořák\n2,Škoda Plzeň\n', 'windows-1250', 'unknown-encoding:2'],
    ['Turkish', 'id,name\n1,Türkiye Şirketi\n2,İstanbul Çağrı\n', 'windows-1254', 'unknown-encoding:2'],
    ['KOI8', 'id,name\n1,ПЕЛЕНГ ОАО\n2,ДИАПРОЕКТОР ЗАВОД\n', 'koi8-r', 'unknown-encoding:2'],
    ['DOS', RUSSIAN.replaceAll(/[«»]/g, ''), 'ibm866', 'unknown-encoding:1'],
    ['Korean', 'id,name\n1,삼성전자 주식회사\n2,현대자동차\n', 'euc-kr', 'unknown-encoding:2'],
    ['Taiwanese', 'id,name\n1,台灣積體電路股份有限公司\n', 'big5', 'unknown-encoding:2'],
    ['Japanese', 'id,name\n1,株式会社 トヨタ\n2,三菱電機\n', 'shift_jis', 'unknown-encoding:2'],
  ])('%s (%j) in %s is %s', async (_, text, encoding, told) => {
    const bytes = encode(text, encoding)
    expect(await formOf(bytes)).toBe(told)
    expect(await formOf(gzipped(bytes))).toBe(told)
    expect(await formOf(encode(text.replaceAll('\n', '\r\n'), encoding))).toBe(told)
  })

  test('a byte that comes late is seen', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => `${at},Plain name ${at}\n`).join('')
    expect(await formOf(encode(`id,name\n${rows}x,Société Générale\n`, 'windows-1252'))).toBe('windows-1252')
  })

  test('any that is not UTF-8 is a warning with three names and what to do', async () => {
    for (const [text, encoding, names] of [
      [FRENCH, 'windows-1252', ['Société Générale', 'Crème Müller', 'Hôtel Français']],
      [RUSSIAN, 'utf-16be', ['Пеленг ОАО', 'Диапроектор', 'ООО «Лазерные системы»']],
    ] as const) {
      const note = noteOf(await examine(memorySource(encode(text, encoding))))
      expect(note).toMatch(/^encoding-guessed: /)
      for (const name of names) expect(note).toContain(JSON.stringify(name))
    }
    expect(noteOf(await examine(memorySource(RUSSIAN)))).toBe('')
  })
})

describe('two encodings in one file', () => {
  test.each([
    [[encode('id,name\n1,Müller\n', 'utf-8'), encode('2,Société\n', 'windows-1252')], 'mixed-encodings:3'],
    [[encode('id,name\n1,Müller\n', 'windows-1252'), encode('2,Société\n', 'utf-8')], 'mixed-encodings:3'],
    [
      [encode('id,name\n1,Пеленг\n2,Диапроектор\n', 'windows-1251'), encode('3,Müller\n', 'windows-1252')],
      'mixed-encodings:4',
    ],
    [
      [encode('id,name\n1,天津科技有限公司\n', 'gb18030'), encode('2,Société Générale\n', 'windows-1252')],
      'mixed-encodings:3',
    ],
    [[encode('id,name\n1,天津科技有限公司\n', 'gb18030'), encode('2,Société\n', 'utf-8')], 'mixed-encodings:3'],
  ])('%# is an error that names the line', async (parts, told) => {
    expect(await formOf(Buffer.concat(parts))).toBe(told)
  })

  test('ideographs that are UTF-8 by chance do not make a second', async () => {
    expect(await formOf(encode('编号,名称\n1,天津科技有限公司\n2,拾壹\n3,贝宁\n4,馬達尼\n', 'gb18030'))).toBe('gb18030')
  })

  test('bytes that are nothing are said to be so', async () => {
    const noise = Buffer.from(Array.from({ length: 200 }, (_, at) => 128 + ((at * 73 + 11) % 128)))
    expect(await formOf(Buffer.concat([Buffer.from('id,name\n'), noise, Buffer.from('\n')]))).toBe('unknown-encoding:2')
  })
})

describe('a told encoding', () => {
  test.each([
    ['cp1250', encode('id,name\n1,Spółka Łódź\n', 'windows-1250'), 'windows-1250'],
    ['latin1', encode(FRENCH, 'windows-1252'), 'windows-1252'],
    ['GBK', encode(CHINESE, 'gb18030'), 'gbk'],
    ['utf-8', encode(FRENCH, 'windows-1252'), 'utf-8'],
    ['cp1251', Buffer.from(RUSSIAN), 'utf-8'],
    ['cp1251', encode(`\uFEFF${RUSSIAN}`, 'utf-16le'), 'utf-16le'],
    ['utf-16', encode(`\uFEFF${RUSSIAN}`, 'utf-16be'), 'utf-16be'],
    ['windoze', Buffer.from(RUSSIAN), 'unknown-encoding:'],
  ])('%s (%#)', async (told, bytes, form) => {
    expect(await formOf(bytes, told)).toBe(form)
  })

  test('is a warning where the file shows another', async () => {
    const told = (bytes: Buffer) => examine(memorySource(bytes), { encoding: 'cp1251' })
    expect(noteOf(await told(Buffer.from(RUSSIAN)))).toMatch(/^encoding-contradicted: .*windows-1251/)
    expect(noteOf(await told(Buffer.from('id,name\n1,Peleng\n')))).toBe('')
  })

  test('is no warning', async () => {
    expect(noteOf(await examine(memorySource(encode(FRENCH, 'windows-1252')), { encoding: 'cp1252' }))).toBe('')
  })
})

async function rowsOf(bytes: Buffer, chunkSize: number) {
  const found = await examine(memorySource(bytes))
  if (!('form' in found)) throw new Error(JSON.stringify(found))
  const rows: unknown[] = []
  const { failure } = await readCsv(memorySource(bytes, 'test.csv', chunkSize), {
    delimiter: found.delimiter,
    form: found.form,
    onRow: (cells, line) => rows.push([line, ...cells]),
    onBroken: (cells, line) => rows.push(['broken', line, ...cells]),
  })
  return { rows, failure }
}

describe('rows are the same in every encoding', () => {
  test.each(['utf-16le', 'utf-16be', 'windows-1251', 'windows-1252', 'gb18030'])('%s', async (encoding) => {
    const text = encoding === 'windows-1251' ? RUSSIAN : encoding === 'gb18030' ? CHINESE : FRENCH
    const plain = await rowsOf(Buffer.from(text), 1 << 16)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), async (chunkSize) => {
        expect(await rowsOf(encode(text, encoding), chunkSize)).toEqual(plain)
      }),
      { numRuns: 20 },
    )
  })

  test('CR alone ends lines', async () => {
    const plain = await rowsOf(Buffer.from(FRENCH), 1 << 16)
    for (const encoding of ['utf-8', 'windows-1252', 'utf-16le'])
      for (const size of [3, 1 << 16])
        expect(await rowsOf(encode(FRENCH.replaceAll('\n', '\r'), encoding), size)).toEqual(plain)
  })

  test('bytes that the encoding does not have end the reading and name the line', async () => {
    const bytes = Buffer.concat([encode(CHINESE, 'gb18030'), Buffer.from([0x33, 0x2c, 0xff, 0x0a])])
    const { failure } = await readCsvAs(bytes, 'gb18030')
    expect(failure).toMatchObject({ code: 'bad-encoding', line: 4 })
    const odd = encode(`${FRENCH}x`, 'utf-16le').subarray(0, -1)
    expect((await readCsvAs(odd, 'utf-16le')).failure).toMatchObject({ code: 'bad-encoding', line: 5 })
  })
})

function readCsvAs(bytes: Buffer, encoding: string) {
  return readCsv(memorySource(bytes), {
    delimiter: ',',
    form: { encoding, lineEnds: 'lf' },
    onRow: () => {},
    onBroken: () => {},
  })
}

test('windows-1252 is decoded to the last character', () => {
  expect(decoderOf('windows-1252').decode(Buffer.from([0x80, 0x92, 0x96, 0x9f, 0xe9, 0x41]))).toBe('€’–ŸéA')
  expect(decoderOf('windows-1252').decode()).toBe('')
})
