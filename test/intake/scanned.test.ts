import { mkdtempSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { takeIn, type Intake } from '../../src/intake/intake.js'
import { readBack } from '../../src/intake/readback.js'
import type { Problem } from '../../src/model/problem.js'
import type { ToldLink } from '../../src/model/record.js'
import { viaOf } from '../../src/graph/links.js'
import type { Source } from '../../src/sources/source.js'
import { DEFAULTS } from '../inputs.js'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scan-test-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const ASOF = 19_900

function source(bytes: Buffer, location?: string): Source {
  return {
    path: 't.csv',
    ...(location === undefined ? {} : { location }),
    open: () => Promise.resolve(Readable.from([bytes])),
  }
}

interface Options {
  readonly self?: string
  readonly scanParts?: number
}

async function read(
  files: readonly Source[],
  { self, scanParts }: Options,
): Promise<{ readonly intake: Intake; readonly problems: readonly Problem[] }> {
  const problems: Problem[] = []
  const options = { ...DEFAULTS, ...(self === undefined ? {} : { self }) }
  const hooks = { scanFrom: 0, ...(scanParts === undefined ? {} : { scanParts }) }
  const sources = { entities: [], transactions: files, relations: [] }
  return { intake: await takeIn(sources, options, ASOF, (problem) => void problems.push(problem), hooks), problems }
}

/** All that an intake knows of the links, and what is read back of them, in a form that can be compared. */
async function told({ intake, problems }: Awaited<ReturnType<typeof read>>, self: string | undefined) {
  const { links, ends } = intake
  const all = Array.from({ length: links.count }, (_, link) => link)
  const trouble: Problem[] = []
  const records = await readBack(
    intake,
    Int32Array.from(all),
    self,
    (record) => record,
    (problem) => void trouble.push(problem),
  )
  const rows = Array.from({ length: links.count }, (_, link) => ({
    from: ends.texts.textOf(links.from[link] ?? -1),
    to: ends.texts.textOf(links.to[link] ?? -1),
    kind: links.kind[link],
    first: links.first[link],
    last: links.last[link],
    file: links.file.at(link),
    row: links.row.at(link),
    line: links.line.at(link),
    flags: links.flags[link],
    via: viaOf(links, link).map((end) => ends.texts.textOf(end)),
  }))
  return {
    rows,
    records: all.map((link) => beyondEnds(records.get(link))),
    trouble,
    problems,
    inputs: intake.tallies.map((tally) => tally.input()),
    ends: Array.from({ length: ends.count }, (_, end) => [ends.texts.textOf(end), ends.placeOf(end)]),
    sameAs: intake.sameAs.map((pair) => pair.map((end) => ends.texts.textOf(end))),
    leftOut: intake.leftOut,
  }
}

/** Without who takes part, whom the columns tell: of a row that is kept by what it says they are not read again. */
function beyondEnds(record: ToldLink | undefined) {
  const ends = ['from', 'to', 'via']
  return record && Object.fromEntries(Object.entries(record).filter(([field]) => !ends.includes(field)))
}

function isScanned(intake: Intake): boolean {
  return [...intake.linkFiles.values()].every((file) => file.offsets !== undefined)
}

let files = 0
async function expectSame(texts: readonly (string | Buffer)[], self?: string): Promise<boolean> {
  const all = texts.map((text) => Buffer.from(text))
  const locations = all.map((bytes) => {
    const location = join(folder, `${files++}.csv`)
    writeFileSync(location, bytes)
    return location
  })
  const options = self === undefined ? {} : { self }
  const byText = await told(
    await read(
      all.map((bytes) => source(bytes)),
      options,
    ),
    self,
  )
  let scanned = true
  for (const scanParts of [1, 2, 3, 7]) {
    const outcome = await read(
      all.map((bytes, at) => source(bytes, locations[at])),
      { ...options, scanParts },
    )
    expect(await told(outcome, self)).toEqual(byText)
    scanned &&= isScanned(outcome.intake)
  }
  return scanned
}

const HEADER = 'id,kind,from,to,date,amount,currency,goods,hs_code,via,known_on'
const GOOD = 'T1,supply,A,B,2024-02-01,10.5,USD,laser diodes,8541.41,Bank,2024'

describe('a scan gives what reading the text gives', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['all of it fine', GOOD],
    ['empty cells', ',payment,A,B,,,,,,,'],
    ['blanks around cells', ' T1 ,\tsupply , A , B , 2024-02-01 , 1 , usd , x , 8541 , a ; b ;; , 2024 '],
    [
      'quoted cells',
      '"T1","supply","A, Inc","B","2024-02-01","10.5","USD","laser, diodes","85","Bank; Other","2024-01"',
    ],
    ['a doubled quote where nothing is looked at', 'T1,supply,A,B,,,,"12"" pipe",,,'],
    ['a doubled quote in an end', 'T1,supply,"A ""x"" Ltd",B,,,,,,,'],
    ['a quote inside a cell', 'T1,supply,A 12" pipe,B,,,,2" x,,,'],
    ['a line break in quotes', 'T1,supply,A,B,,,,"laser\ndiodes",,,'],
    ['text after a closing quote', 'T1,supply,A,B,,,,"laser" diodes,,,'],
    ['an open quote', 'T1,supply,A,B,,,,"laser diodes,,,'],
    ['too few fields', 'T1,supply,A,B'],
    ['too many fields', `${GOOD},more`],
    ['a blank line', ''],
    ['a line of blanks', ' \t '],
    ['no end', 'T1,supply,,B,,,,,,,'],
    ['neither end', 'T1,supply,,,,,,,,,'],
    ['ends without a letter', 'T1,supply,--,B,,,,,,,'],
    ['an end of a spoilt number', 'T1,supply,1.2E+10,B,,,,,,,'],
    ['ends that begin with digits', 'T1,supply,3M,4 + 5 Ltd,,,,,,,'],
    ['ends of signs and letters', 'T1,supply,(A),"«Пеленг»",,,,,,,'],
    ['ends in other scripts', 'T1,supply,ОАО Пеленг,福建省,,,,激光,,银行;Банк,'],
    ['wide blanks', 'T1,supply,\u00a0A\u3000,\ufeffB\u2003,\u00a02024\u2009,,,,,\u00a0x\u00a0;y,'],
    ['a long id', 'T1,supply,A company with a long name of its own,A company with a long name of its own too,,,,,,,'],
    ['ids of twelve and thirteen', 'T1,supply,ABCDEFGHIJKL,ABCDEFGHIJKLM,,,,,,,'],
    ['no kind', 'T1,,A,B,,,,,,,'],
    ['an unknown kind', 'T1,gift,A,B,,,,,,,'],
    [
      'kinds in other writing',
      'T1,SUPPLY,A,B,,,,,,,\nT2,Acts_With,A,B,,,,,,,\nT3,member  of,A,B,,,,,,,\nT4,member of,A,B,,,,,,,',
    ],
    ['records of one party', 'T1,same-as,A,B,,,,,,,'],
    [
      'dates',
      '2024,2024-02,2024-02-29,0001,9999-12-31,1900-02-28'
        .replaceAll(/[^,]+/g, 'T,supply,A,B,$&,,,,,,')
        .replaceAll(',T', '\nT'),
    ],
    [
      'bad dates',
      'T,supply,A,B,2023-02-29,,,,,,\nT,supply,A,B,0000,,,,,,\nT,supply,A,B,2024-13,,,,,,\nT,supply,A,B,01.02.2024,,,,,,',
    ],
    ['later dates', 'T,supply,A,B,2031,,,,,,\nT,same-as,A,B,2031,,,,,,\nT,supply,A,B,2024-06-26,,,,,,'],
    [
      'bad amounts',
      'T,supply,A,B,,1e5,,,,,\nT,supply,A,B,,"1,000",,,,,\nT,supply,A,B,,.5,,,,,\nT,supply,A,B,,-5.0,,,,,',
    ],
    ['bad codes', 'T,supply,A,B,,,RMBX,,854,,\nT,supply,A,B,,,R1B,,8.5.4.1,,\nT,supply,A,B,,,,,1234567890123,,'],
    ['handlers without a letter', 'T,supply,A,B,,,,,,--;Bank;--,\nT,supply,A,B,,,,,,Bank;Bank; A,'],
  ]
  test.each(rows)('%s', async (_, row) => {
    expect(await expectSame([[HEADER, GOOD, row, GOOD, row, GOOD].join('\n')])).toBe(true)
    expect(await expectSame([`\ufeff${[HEADER, row, GOOD, row].join('\r\n')}\r\n`])).toBe(true)
  })

  const whole: readonly (readonly [string, string, boolean])[] = [
    ['implied kind', 'seller,buyer,date\nA,B,2024\nC,D,\n', true],
    ['implied kind beside a column', 'seller,buyer,kind\nA,B,component\nC,D,\nC,D,payment\n', true],
    ['columns that contradict', 'seller,payee,kind\nA,B,supply\nA,B,\n', true],
    ['semicolons', 'kind;from;to;via\nsupply;A;B;"x;y"\nsupply;A;B;x\n', true],
    ["what is Excel's first line where it is no first line", `seller,buyer\nA,B\n${'sep=;\nC,D\n'.repeat(9)}`, true],
    ['tabs', 'kind\tfrom\tto\nsupply\tA\tB\n\t\t\nsupply\t\tB\n', true],
    ['a hint of the delimiter', 'sep=;\nkind;from;to\nsupply;A;B\n', true],
    ['unknown columns', 'kind,from,to,colour,fron\nsupply,A,B,"r""ed",x\n', true],
    ['a quoted header over lines', '"kind","from","to","a\nb"\nsupply,A,B,x\n', true],
    ['the header again', 'seller,buyer\nA,B\nseller,buyer\nC,D\n', true],
    [
      'the header again, in another case and order',
      'Seller,Buyer,x\r\nA,B,1\r\nX,BUYER,SELLER\r\nBUYER,x,SELLER',
      true,
    ],
    ['a header in Cyrillic letters again', 'Поставщик,Покупатель\nA,B\nПОСТАВЩИК,ПОКУПАТЕЛЬ\nПоставщик,C\n', true],
    [
      'the header again, with signs around and within its words',
      'seller,buyer\nA,B\n_seller,*buyer_\n"Se-ller:",(b u y e r)\n«seller»,buyer\n_seller,C\nC,D\n',
      true,
    ],
    [
      'the header again, in letters that become others',
      'seller,buyer,état,b%\nA,B,1,2\nse\uff4cler,buyer,état,b%\ne\u0301tat,buyer,seller,b %\nb percent,ÉTAT,seller,buyer\n',
      true,
    ],
    ['parties that are called as columns are', 'seller,buyer,name\nName,Buyer Ltd,x\nSeller,Buyer,Peleng\n', true],
    ['errors of a spreadsheet', 'seller,buyer,via\n#N/A,B,\nA,#REF!,\nA,#12 Works,#NV;Bank\n', true],
    [
      'handlers that are ends',
      'seller,buyer,via\nA,B,Same as Consignee\nA,B,SAME AS SHIPPER;Samsung\nA,B,Same\n',
      true,
    ],
    ['no rows', 'kind,from,to\n', true],
    ['a header alone, without a line end', 'kind,from,to', false],
    ['a column that is there twice', 'kind,from,to,to\nsupply,A,B,C\n', false],
    ['a missing column', 'kind,from\nsupply,A\n', false],
    ['as many columns as a sheet has', `seller,buyer${','.repeat(16_382)}\nA,B${','.repeat(16_382)}\n`, true],
    ['more columns than any sheet has', `seller,buyer${','.repeat(16_383)}\nA,B${','.repeat(16_383)}\n`, false],
    ['a broken header', '"kind"x,from,to\nsupply,A,B\n', false],
    ['nothing', '', false],
  ]
  test.each(whole)('a file with %s', async (_, text, scanned) => {
    expect(await expectSame([text])).toBe(scanned)
  })

  test('bytes that are no UTF-8, and NUL', async () => {
    expect(await expectSame([Buffer.from(`${HEADER}\n${GOOD}\nT,supply,\xe4,B,,,,,,,\n`, 'latin1')])).toBe(false)
    expect(await expectSame([`${HEADER}\n${GOOD}\nT,supply,A\0,B,,,,,,,\n`])).toBe(false)
  })

  test('a packed file is unpacked once, and one that is broken is left to the reader of texts', async () => {
    const text = `${HEADER}\n${`${GOOD}\nT,gift,X,Y,,,,,,,\n`.repeat(50)}`
    const packed = gzipSync(text)
    // A folder of its own for what is unpacked: other tests put files into the common one at the same time.
    const [common, own] = [process.env['TMPDIR'], join(folder, 'unpacked')]
    mkdirSync(own, { recursive: true })
    process.env['TMPDIR'] = own
    for (const bytes of [packed, packed.subarray(0, -9), Buffer.concat([packed, Buffer.from('x')])]) {
      const byText = await read([{ ...source(bytes), said: { delimiter: ',' } }], {})
      const scanned = await read([source(bytes)], { scanParts: 2 })
      expect(await told(scanned, undefined)).toEqual(await told(byText, undefined))
      expect(isScanned(byText.intake)).toBe(false)
      expect(isScanned(scanned.intake)).toBe(bytes === packed)
      expect(readdirSync(own)).toEqual([])
    }
    if (common === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = common
  })

  test('several files, and parties that meet in them', async () => {
    const second = `${HEADER}\nT,supply,B,ABCDEFGHIJKLM,,,,,,New;Bank,\nT,gift,X,Y,,,,,,,\n${GOOD}\n`
    expect(await expectSame([`${HEADER}\n${GOOD}\n`, second, second])).toBe(true)
  })

  test('a missing end that the own company stands in for', async () => {
    expect(await expectSame([`${HEADER}\n${GOOD}\nT,supply,,B,,,,,,,\nT,supply,A,,,,,,,,\n`], 'Us')).toBe(true)
    expect(await expectSame(['seller,amount\nA,1\nB,x\n'], 'Us')).toBe(true)
  })

  test('a file that changed between the readings is said', async () => {
    const location = join(folder, 'changing.csv')
    const text = `${HEADER}\n${GOOD}\n${GOOD}\n`
    const others = [text.replaceAll('2024-02-01', '2024-02-02'), text.replaceAll('10.5', '99.5')]
    for (const later of [text.slice(0, -20), `${text}\n`, ...others]) {
      writeFileSync(location, text)
      utimesSync(location, 1, 1)
      const { intake } = await read([source(Buffer.from(text), location)], {})
      expect(isScanned(intake)).toBe(true)
      writeFileSync(location, later)
      if (later.length === text.length) utimesSync(location, 1, 1)
      const problems: Problem[] = []
      const found = await readBack(
        intake,
        Int32Array.of(0, 1),
        undefined,
        () => true,
        (problem) => void problems.push(problem),
      )
      expect([found.get(0), found.get(1)]).toEqual([undefined, undefined])
      expect(problems).toEqual([expect.objectContaining({ severity: 'error', code: 'file-changed', file: 't.csv' })])
    }
  })

  const piece = fc.constantFrom(
    'A',
    'B2',
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
    '2024',
    '1E+5',
    'supply',
    '福',
  )
  const cell = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.constantFrom('A', 'B', 'supply', 'payment', '', '2024-02-01', '10', '"A, B"', '"x ""y"""'),
    },
    { weight: 1, arbitrary: fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join('')) },
  )
  const good = fc.tuple(
    fc.constantFrom('supply', 'payment'),
    fc.constantFrom('A', 'B', '"C, D"', 'Пе'),
    cell,
    fc.constantFrom('', '2024', 'x'),
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
        async (some, end, last) => {
          await expectSame([`kind,from,to,date${end}${some.join(end)}${last ? end : ''}`])
        },
      ),
      { numRuns: 300 },
    )
  })
})
