import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { takeIn } from '../../src/intake/intake.js'
import type { Problem } from '../../src/model/problem.js'
import type { Source } from '../../src/sources/source.js'
import { DEFAULTS } from '../inputs.js'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scan-entities-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function source(bytes: Buffer, location?: string): Source {
  return {
    path: 'e.csv',
    ...(location === undefined ? {} : { location }),
    open: () => Promise.resolve(Readable.from([bytes])),
  }
}

/** All that an intake knows of the records, and how many of them are columns alone. */
async function read(entities: readonly Source[]) {
  const problems: Problem[] = []
  const sources = { entities, transactions: [], relations: [] }
  const say = (problem: Problem): void => void problems.push(problem)
  const { records, ends, tallies } = await takeIn(sources, DEFAULTS, 19_900, say, { scanFrom: 0 })
  const told = Array.from({ length: records.count }, (_, record) => ({
    its: records.at(record),
    name: records.names.textOf(records.nameAt(record)),
    id: records.ids.textAt(record),
    type: records.typeAt(record),
    file: records.fileOf(record),
    row: records.rowOf(record),
  }))
  return {
    plain: records.count - [...records.further()].length,
    told: {
      told,
      problems,
      inputs: tallies.map((tally) => tally.input()),
      ends: Array.from({ length: ends.count }, (_, end) => [ends.texts.textOf(end), ends.placeOf(end)]),
    },
  }
}

let files = 0
/** How many records were taken from bytes; all is as when they are read as text. */
async function plainIn(...texts: readonly (string | Buffer)[]): Promise<number> {
  const all = texts.map((text) => Buffer.from(text))
  const byText = await read(all.map((bytes) => source(bytes)))
  expect(byText.plain).toBe(0)
  const scanned = await read(
    all.map((bytes) => {
      const location = join(folder, `${files++}.csv`)
      writeFileSync(location, bytes)
      return source(bytes, location)
    }),
  )
  expect(scanned.told).toEqual(byText.told)
  return scanned.plain
}

const HEADER = 'id,name,type,country,address,aliases,identifiers,lei,founded,colour'
const GOOD = 'P1,Acme Ltd,company,CN,"1 Main St, Minsk",,,,,'

describe('a scan of entities gives what reading the text gives', () => {
  const rows: readonly (readonly [what: string, row: string, plain: boolean])[] = [
    ['all of it fine', 'P2,Beta GmbH,bank,DE,,,,,,blue', true],
    ['empty cells', ',Beta,,,,,,,,', true],
    ['blanks around cells', ' P2 ,\tBeta  Ltd , Bank , de , x ,, ,,\t,', true],
    ['quoted cells', '"P2","Beta, Inc","bank","DE","a, b","","","","",""', true],
    ['blanks inside quotes', '" P2 "," Beta "," bank ",,,,,,,', true],
    ['an id in another script', 'Б,ОАО Пеленг,company,BY,Минск,,,,,', false],
    [
      'names in other scripts',
      'P2,ОАО Пеленг,company,BY,Минск,,,,,\nP3,"北京有限公司",,China,,,,,,\nP4,Ümit,,,,,,,,',
      true,
    ],
    ['scripts that are not known at once', 'P2,คำ,,,,,,,,\nP3,ㄅㄆ,,,,,,,,\nP4,×÷,,,,,,,,', false],
    ['a doubled quote', 'P2,"The ""Beta"" Ltd",,,,,,,,', false],
    ['a quote in a cell', 'P2,Beta 12" Ltd,,,,,,,,', false],
    ['a line break in quotes', 'P2,"Beta\nLtd",,,"a\r\nb",,,,,', false],
    ['text after a closing quote', 'P2,"Beta" Ltd,,,,,,,,', false],
    ['too few fields', 'P2,Beta', false],
    ['too many fields', `${GOOD},more`, false],
    ['blank lines', '\n \t ', false],
    ['delimiters alone', ',,,,,,,,,', false],
    ['the header again', HEADER, false],
    ['the header again, with signs', HEADER.replaceAll(/\w+/g, '_$&*'), false],
    ['the header again, in another order', HEADER.split(',').toReversed().join(' ,'), false],
    ['a party that is called as the column', 'P2,name,,,,,,,,', false],
    ['no name', 'P2,,bank,DE,,Beta;Gamma,,,,', false],
    ['a name without a letter', 'P2,--,,,,,,,,', false],
    ['a total', ',,Total,5,,,,,,', false],
    ['a company called Total', '5,Total,,,,,,,,', true],
    ['a spoilt number', '1.2E+10,Beta,,,,,,,,', false],
    ['a spoilt number for a name', 'P2,1.2E+10,,,,,,,,\nP3,"1,2E+10",,,,,,,,', false],
    ['an error of a spreadsheet for a name', 'P2,#N/A,,,,,,,,\nP3,#BEZUG!,,,,,,,,', false],
    ['ids of signs', '(2),Beta,,,,,,,,\n№2,Gamma,,,,,,,,', true],
    ['ids of signs alone', '--,Beta,,,,,,,,', false],
    ['words in other writing', 'P2,Beta,Public Body,Germany,,,,,,\nP3,Gamma,PUBLIC_BODY,DEU,,,,,,', true],
    ['bad words', 'P2,Beta,ship,Atlantis,,,,,,\nP3,Gamma,,ZQ,,,,,,', false],
    ['wide blanks', '\u00a0P2,\u3000Beta\u2003,\ufeffbank,DE\u00a0,,,,,,', false],
    ['aliases', 'P2,Beta,,,,Gamma; Delta,,,,', false],
    ['identifiers', 'P2,Beta,,BY,,,by-unp:100185185;x,,,', false],
    ['a column that is an identifier', 'P2,Beta,,,,,,253400V1H6ART1UQ0N98,,', false],
    ['a date', 'P2,Beta,,,,,,,1999-05,\nP3,Gamma,,,,,,,31.12.1999,', false],
    ['a control', 'P2,Beta\u0001Ltd,,,,,,,,', true],
    ['a CR in a cell', 'P2,Be\rta,,,\r,,,,,\r', true],
    ['__proto__', '__proto__,constructor,,,,,,,,', true],
  ]
  test.each(rows)('%s', async (_, row, plain) => {
    const lines = row.split('\n').length
    const expected = plain ? 3 + 2 * lines : 3
    expect(await plainIn([HEADER, GOOD, row, GOOD, row, GOOD].join('\n'))).toBe(expected)
    expect(await plainIn(`\ufeff${[HEADER, row, GOOD, row].join('\r\n')}\r\n`)).toBe(plain ? 1 + 2 * lines : 1)
  })

  const whole: readonly (readonly [string, string, number])[] = [
    ['other words for its columns', 'Vendor No;Vendor name;Land\n1;Beta;DE\n2;Gamma;\n', 2],
    ['tabs', 'id\tname\n1\tBeta, Ltd\n', 1],
    ['a hint of the delimiter', 'sep=;\nid;name\n1;Beta\n', 1],
    ['unknown columns', 'id,name,color,nmae\n1,Beta,x,y\n', 1],
    ['no rows', 'id,name\n', 0],
    ['a header alone, without a line end', 'id,name', 0],
    ['one column', 'name\nBeta\nGamma\n', 0],
    ['a title above', 'Vendors of 2024\n\nid,name\n1,Beta\n', 0],
    ['a column that is there twice', 'id,name,name\n1,Beta,Gamma\n', 0],
    ['no column of names', 'id,title\n1,Beta\n', 0],
    ['names in two columns', 'LIFNR,NAME1,NAME2,LAND1\n1,Beta,Gamma,DE\n', 0],
    ['more columns than any sheet has', `id,name${','.repeat(16_383)}\n1,Beta${','.repeat(16_383)}\n`, 0],
    ['an open quote', `${HEADER}\n${GOOD}\nP2,"Beta,,,,,,,,\n${GOOD}\n${GOOD}\n`, 2],
    ['nothing', '', 0],
  ]
  test.each(whole)('a file with %s', async (_, text, plain) => expect(await plainIn(text)).toBe(plain))

  test('bytes that are no UTF-8 beyond the first block, and NUL', async () => {
    const street = 'Long Street '.repeat(100)
    const many = Array.from({ length: 1000 }, (_, at) => `P${at},Beta ${at},bank,DE,${street},,,,,`).join('\n')
    expect(await plainIn(`${HEADER}\n${many}`)).toBe(1000)
    expect(await plainIn(Buffer.from(`${HEADER}\n${many}\nX,Caf\xe9,,,,,,,,\n`, 'latin1'))).toBe(0)
    expect(await plainIn(`${HEADER}\n${GOOD}\nP2,Be\0ta,,,,,,,,\n`)).toBe(0)
  })

  test('more odd lines than the scanner takes', async () => {
    const odd = Array.from({ length: 2100 }, (_, at) => `P${at},"The ""Beta"" ${at}",,,,,,,,`).join('\n')
    expect(await plainIn(`${HEADER}\n${GOOD}\n${odd}`)).toBe(0)
  })

  test('a packed file', async () => {
    const packed = gzipSync(`${HEADER}\n${GOOD}\nP2,Beta GmbH,bank,DE,,,,,,blue\nP3\n`)
    for (const [bytes, plain] of [
      [packed, 2],
      [packed.subarray(0, -9), 0],
    ] as const) {
      const byText = await read([{ ...source(bytes), said: { delimiter: ',' } }])
      const scanned = await read([source(bytes)])
      expect(scanned.told).toEqual(byText.told)
      expect([byText.plain, scanned.plain]).toEqual([0, plain])
    }
  })

  test('several files', async () => {
    expect(await plainIn(`${HEADER}\n${GOOD}\n,,,,,Gamma,,,,\n`, `${HEADER}\n${GOOD}\nP2\n`, `id,name\n1,Beta\n`)).toBe(
      3,
    )
  })

  const piece = fc.constantFrom(
    'A',
    'Пе',
    '"',
    '""',
    ',',
    ';',
    '\n',
    '\r\n',
    '\r',
    ' ',
    '\u00a0',
    '--',
    'name',
    '1E+5',
    '福',
    'é',
  )
  const cell = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('A', 'B Ltd', 'bank', 'DE', '', 'name', '"A, B"', '"x ""y"""', 'id', '5') },
    { weight: 1, arbitrary: fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join('')) },
  )
  const good = fc.tuple(
    fc.constantFrom('P1', 'P2', '', '3'),
    fc.constantFrom('A', 'B Ltd', '"C, D"', 'Пе', '#N/A', '1E+5'),
    fc.constantFrom('', 'bank', 'x'),
    cell,
  )
  const row = fc.oneof(
    { weight: 3, arbitrary: good.map((cells) => cells.join(',')) },
    { weight: 1, arbitrary: fc.array(cell, { minLength: 3, maxLength: 5 }).map((cells) => cells.join(',')) },
  )
  test('any text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 30 }),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.constantFrom('id,name,type,country', 'id,name,type,address', 'name,id,country,aliases'),
        async (some, end, last, header) => {
          await plainIn(`${header}${end}${some.join(end)}${last ? end : ''}`)
        },
      ),
      { numRuns: 150 },
    )
  })
})
