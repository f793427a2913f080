import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { readCsv } from '../../src/sources/csv.js'
import type { ReadOutcome } from '../../src/sources/outcome.js'
import { publishedData } from '../lists/published-data.js'
import { gzipped, memorySource } from './memory-source.js'

interface Reading {
  readonly rows: (readonly [cells: readonly string[], line: number])[]
  readonly broken: (readonly [cells: readonly string[], line: number, message: string])[]
  readonly outcome: ReadOutcome
}

async function read(content: string | Buffer, delimiter = ',', chunkSize?: number): Promise<Reading> {
  const rows: Reading['rows'] = []
  const broken: Reading['broken'] = []
  const outcome = await readCsv(memorySource(content, 'test.csv', chunkSize), {
    delimiter,
    onRow: (cells, line) => rows.push([cells, line]),
    onBroken: (cells, line, message) => broken.push([cells, line, message]),
  })
  return { rows, broken, outcome }
}

describe('what is a row', () => {
  const cases: readonly (readonly [what: string, text: string, rows: Reading['rows']])[] = [
    [
      'plain lines',
      'a,b\nc,d\n',
      [
        [['a', 'b'], 1],
        [['c', 'd'], 2],
      ],
    ],
    [
      'no line break at the end',
      'a,b\nc,d',
      [
        [['a', 'b'], 1],
        [['c', 'd'], 2],
      ],
    ],
    [
      'CRLF',
      'a,b\r\nc,d\r\n',
      [
        [['a', 'b'], 1],
        [['c', 'd'], 2],
      ],
    ],
    ['a BOM', '\uFEFFa,b\n', [[['a', 'b'], 1]]],
    [
      'blank lines',
      '\n\r\na,b\n   \n\nc,d\n\n',
      [
        [['a', 'b'], 3],
        [['c', 'd'], 6],
      ],
    ],
    [
      'a quoted line break',
      'a,"x\ny"\nc,d\n',
      [
        [['a', 'x\ny'], 1],
        [['c', 'd'], 3],
      ],
    ],
    [
      'a quoted CRLF and a blank line within',
      '"x\r\n\r\ny",b\r\nc,d',
      [
        [['x\r\n\r\ny', 'b'], 1],
        [['c', 'd'], 4],
      ],
    ],
    ['doubled quotes', '"say ""yes""",b\n', [[['say "yes"', 'b'], 1]]],
    ['quotes within an unquoted cell', 'OAO "Peleng",12" pipe\n', [[['OAO "Peleng"', '12" pipe'], 1]]],
    [
      'an empty quoted cell alone',
      'a\n""\nb\n',
      [
        [['a'], 1],
        [[''], 2],
        [['b'], 3],
      ],
    ],
    [
      'empty cells',
      ',\n"",\n',
      [
        [['', ''], 1],
        [['', ''], 2],
      ],
    ],
    ['a delimiter in quotes', '"a,b",c\n', [[['a,b', 'c'], 1]]],
    ["Excel's first line", 'sep=,\na,b\n', [[['a', 'b'], 2]]],
    [
      'names of any script',
      'Пеленг,俄罗斯\n"ААТ «Пеленг»",\n',
      [
        [['Пеленг', '俄罗斯'], 1],
        [['ААТ «Пеленг»', ''], 2],
      ],
    ],
    [
      'rows of any length',
      'a\nb,c,d\n',
      [
        [['a'], 1],
        [['b', 'c', 'd'], 2],
      ],
    ],
    [
      '0x1A at the end',
      'a,b\r\n\x1a',
      [
        [['a', 'b'], 1],
        [['\x1a'], 2],
      ],
    ],
  ]
  test.each(cases)('%s', async (_, text, rows) => {
    const found = await read(text)
    expect(found.rows).toEqual(rows)
    expect(found.broken).toEqual([])
    expect(found.outcome.failure).toBeUndefined()
  })
})

describe('broken quotes take no other row along', () => {
  test('text after a closing quote', async () => {
    const { rows, broken } = await read('a,b\n"Peleng" OJSC,BY\nc,d\n')
    expect(rows.map(([, line]) => line)).toEqual([1, 3])
    expect(broken).toEqual([[['Peleng OJSC', 'BY'], 2, expect.stringContaining('closing quote')]])
  })

  test('a quote that is never closed names its own line, and the rows after it are read', async () => {
    const { rows, broken } = await read('a,b\nx,"Peleng\nc,d\ne,f\n')
    expect(rows).toEqual([
      [['a', 'b'], 1],
      [['c', 'd'], 3],
      [['e', 'f'], 4],
    ])
    expect(broken).toEqual([[['x', 'Peleng'], 2, 'expected the quote that opens here to be closed']])
  })

  test('a stray quote far above a quoted row', async () => {
    const { rows, broken } = await read('x,"Peleng\nc,d\ne,"f"\ng,h\n')
    expect(rows).toEqual([
      [['c', 'd'], 2],
      [['e', 'f'], 3],
      [['g', 'h'], 4],
    ])
    expect(broken.map(([, line]) => line)).toEqual([1])
  })

  test('a file of nothing but open quotes ends', async () => {
    const { rows, broken } = await read('a","c\n'.repeat(3000))
    expect(rows.length + broken.length).toBe(3000)
  })
})

describe('bytes', () => {
  test('hash and size are those of the stored bytes, gzip or not', async () => {
    for (const stored of [Buffer.from('a,b\n'), gzipped('a,b\n')]) {
      const { outcome } = await read(stored)
      expect(outcome.facts.sha256).toBe(createHash('sha256').update(stored).digest('hex'))
      expect(outcome.facts.bytes).toBe(stored.length)
    }
  })

  test('gzip of several members is one file', async () => {
    const { rows, outcome } = await read(Buffer.concat([gzipped('a,b\nc'), gzipped(',d\n')]), ',', 1)
    expect(rows).toEqual([
      [['a', 'b'], 1],
      [['c', 'd'], 2],
    ])
    expect(outcome.facts.compression).toBe('gzip')
  })

  test('gzip that is cut off gives its rows, a failure, and the hash of all of it', async () => {
    const whole = gzipped(Array.from({ length: 5000 }, (_, i) => `${i},${i * 7919}\n`).join(''))
    const stored = whole.subarray(0, whole.length - 20)
    const { outcome } = await read(stored)
    expect(outcome.failure).toMatchObject({ severity: 'error', code: 'broken-gzip', file: 'test.csv' })
    expect(outcome.facts.bytes).toBe(stored.length)
  })

  test.each(['c,d\n', '\0\0c,d\n'])('what follows the gzip is not lost in silence: %j', async (after) => {
    const { outcome } = await read(Buffer.concat([gzipped('a,b\n'), Buffer.from(after)]))
    expect(outcome.failure?.code).toBe('broken-gzip')
  })

  test.each([1, 2, 7, 1000])('bytes that are no UTF-8 name their line, chunks of %s', async (size) => {
    const text = Buffer.concat([Buffer.from('name\nПеленг\n'), Buffer.from([0x4d, 0xfc, 0x6c]), Buffer.from('\nx\n')])
    const { rows, outcome } = await read(text, ',', size)
    expect(rows).toEqual([
      [['name'], 1],
      [['Пеленг'], 2],
    ])
    expect(outcome.failure).toMatchObject({ code: 'not-utf8', line: 3, message: expect.stringContaining('0xFC') })
    expect(outcome.facts.bytes).toBe(text.length)
  })

  test('a NUL byte names its line', async () => {
    const { outcome } = await read('a\nb\0\n')
    expect(outcome.failure).toMatchObject({ code: 'not-text', line: 2 })
  })

  test('an exception in who takes the rows is not a bad file', async () => {
    const thrown = readCsv(memorySource(gzipped('a\n')), {
      delimiter: ',',
      onRow: () => {
        throw new Error('bug')
      },
      onBroken: () => {},
    })
    await expect(thrown).rejects.toThrow('bug')
  })
})

const cell = fc.string({ unit: fc.constantFrom('a', 'Ü', '"', ',', ';', '\n', '\r\n', ' ', 'я', '😀'), maxLength: 6 })
const lineBreak = fc.constantFrom('\n', '\r\n')

function written(text: string, quoted: boolean): string {
  return quoted || /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const file = fc.array(
  fc.record({
    cells: fc.array(fc.tuple(cell, fc.boolean()), { minLength: 1, maxLength: 4 }),
    end: lineBreak,
    blanks: fc.array(lineBreak, { maxLength: 2 }),
  }),
  { maxLength: 12 },
)

test('whatever is written is read, on the line where it was written', async () => {
  await fc.assert(
    fc.asyncProperty(file, fc.integer({ min: 1, max: 40 }), fc.boolean(), async (records, chunkSize, zip) => {
      let text = ''
      const expected: (readonly [readonly string[], number])[] = []
      for (const { cells, end, blanks } of records) {
        const row = cells.map(([its, quoted]) => written(its, quoted)).join(',')
        if (row.trim() !== '') expected.push([cells.map(([its]) => its), text.split('\n').length])
        text += row + end + blanks.join('')
      }
      const { rows, broken } = await read(zip ? gzipped(text) : text, ',', chunkSize)
      expect(broken).toEqual([])
      expect(rows).toEqual(expected)
      // With a mark at the end of each row nothing is a blank line to either of them.
      const marked = expected.map(([cells]) => [...cells.map((its) => written(its, false)), '.'].join(',')).join('\n')
      const reference = parse(marked, { record_delimiter: '\n', relax_column_count: true, relax_quotes: true })
      expect((await read(marked, ',', chunkSize)).rows.map(([cells]) => cells)).toEqual(reference)
    }),
    { numRuns: 300 },
  )
})

test('any text is read to its end, and every line that is not blank belongs to a row', async () => {
  const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', ' '), maxLength: 60 })
  await fc.assert(
    fc.asyncProperty(text, async (its) => {
      const { rows, broken, outcome } = await read(its)
      expect(outcome.failure).toBeUndefined()
      const lines = [...rows, ...broken].map(([, line]) => line)
      expect(new Set(lines).size).toBe(lines.length)
      const filled = its.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : index + 1))
      const first = filled[0]
      if (first !== undefined) expect(Math.min(...lines)).toBeLessThanOrEqual(first)
    }),
    { numRuns: 500 },
  )
})

test.each([
  'ofac-sdn-2023-12-28/sdn.csv',
  'us-csl-csv-2022-05/consolidated.csv',
  'opensanctions-samples/targetssimple-2022.csv',
])(
  'the published %s is split as csv-parse does',
  async (name) => {
    const published = publishedData(name)
    if (!published.there) return
    const { rows, broken } = await read(published.text())
    const text = published.text().replaceAll('\r\n', '\n')
    expect(broken).toEqual([])
    expect(rows.map(([cells]) => cells)).toEqual(parse(text, { relax_column_count: true, relax_quotes: true }))
  },
  60_000,
)
