import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import type { ListEntry } from '../../src/model/entry.js'
import type { Problem } from '../../src/model/problem.js'
import { asked } from '../cli/in-process.js'
import { folderOf, loadOne } from './given.js'
import {
  BROKEN_TABLE,
  BROKEN_XML,
  bytesOf,
  HEADER_AGAIN,
  renamedInJson,
  renamedInTable,
  renamedInXml,
  SAME_XML,
  SPOILT,
  tableOf,
  turnedRound,
} from './hostile-changes.js'
import { MUTATED_FILES, type MutatedFile } from './mutated-files.js'
import { readMutant, type ReadMutant } from './mutants.js'
import { publishedData } from './published-data.js'

/** `refused`: no entry counts; `error`: exit code 2; `warned`: the entries are the same, or what is missing is named. */
type Verdict = 'refused' | 'error' | 'warned' | 'the same' | 'in silence'

/** At so many places a file is cut off. */
const PARTS = 30
const LF = 0x0a

const said = ({ severity, code, message }: Problem): string => `${severity} ${code} ${message}`
/** What the entries say, without where they stand. */
const bag = (entries: readonly ListEntry[]): string =>
  entries
    .map(({ place: _, ...entry }) => JSON.stringify(entry))
    .toSorted()
    .join('\n')

function verdictOn(whole: ReadMutant, read: ReadMutant): Verdict {
  const before = new Set(whole.problems.map(said))
  const fresh = read.problems.filter((problem) => !before.has(said(problem)))
  if (fresh.some(({ severity }) => severity === 'error')) return read.entries.length === 0 ? 'refused' : 'error'
  if (fresh.length > 0) return 'warned'
  return bag(read.entries) === bag(whole.entries) ? 'the same' : 'in silence'
}

const byName = (name: string): MutatedFile => {
  const file = MUTATED_FILES.find((each) => each.name.includes(name))
  if (file === undefined) throw new Error(`no file ${name}`)
  return file
}

const XML = ['un-2026', 'ofac-cons-xml', 'ofac-enhanced-xml', 'OFAC advanced XML', 'uk-uksl-xml', 'eu-fsf-xml'] as const
const TABLES = ['uk-uksl-csv', 'uk-ofsi-conlist', 'us-csl-csv-2022', 'EU FSF 1.1, CSV', 'targetssimple'] as const
const JSONS = ['us-csl-json-samples/sdn', 'targets.nested', 'zala.entities.ftm'] as const
const SET = ['2023-12-28/sdn.csv', '2023-12-28/alt.csv', '2023-12-28/add.csv'] as const

/** Calls back with how a change of the file is judged; says by the file's name where it is missing. */
function withFile(name: string, body: (bytes: Buffer, judge: (changed: Buffer) => Promise<Verdict>) => Promise<void>) {
  const file = byName(name)
  return async (): Promise<void> => {
    if (!file.there) return
    const whole = await readMutant(file.bytes(), file.beside)
    await body(file.bytes(), async (changed) => verdictOn(whole, await readMutant(changed, file.beside)))
  }
}

type Row = readonly [what: string, verdict: Verdict]

describe.each([...XML, ...TABLES, ...JSONS, ...SET])('%s', (name) => {
  test(
    'spoilt, it is refused, or an error names what is lost',
    withFile(name, async (bytes, judge) => {
      const found: Row[] = []
      for (const [what, change] of SPOILT) found.push([what, await judge(change(bytes))])
      // Every byte is a letter of Windows-1252, in which OFSI wrote.
      const letters = name.includes('ofsi') ? ['a byte of another encoding', 'a byte of none'] : []
      const wrong = found.filter(
        ([what, verdict]) => verdict !== 'refused' && verdict !== 'error' && !letters.includes(what),
      )
      expect(wrong).toEqual([])
    }),
  )

  test(
    'cut off anywhere, that is said',
    withFile(name, async (bytes, judge) => {
      const silent: number[] = []
      for (let part = 1; part < PARTS; part++) {
        const at = Math.floor((bytes.length * part) / PARTS)
        // A table that ends with a row, with or without its line end, is a whole one.
        const length = bytes[at - 1] === LF || bytes[at] === LF ? at - 2 : at
        if ((await judge(bytes.subarray(0, length))) === 'in silence') silent.push(length)
      }
      expect(silent).toEqual([])
    }),
  )
})

describe.each(XML)('%s', (name) => {
  test(
    'that is no document, it is refused',
    withFile(name, async (bytes, judge) => {
      const found: Row[] = []
      for (const [what, change] of BROKEN_XML) found.push([what, await judge(change(bytes))])
      expect(found.filter(([, verdict]) => verdict !== 'refused')).toEqual([])
    }),
  )

  test(
    'written otherwise, it is the same',
    withFile(name, async (bytes, judge) => {
      const found: Row[] = []
      for (const [what, change] of SAME_XML) found.push([what, await judge(change(bytes))])
      expect(found.filter(([, verdict]) => verdict !== 'the same')).toEqual([])
    }),
  )

  test(
    'with an element or an attribute renamed, that is said',
    withFile(name, async (bytes, judge) => {
      const silent: string[] = []
      for (const [what, changed] of renamedInXml(bytes)) if ((await judge(changed)) === 'in silence') silent.push(what)
      expect(silent).toEqual([])
    }),
  )
})

describe.each(TABLES)('%s', (name) => {
  const delimiter = name.startsWith('EU') ? ';' : ','

  test(
    'with rows or a header that do not fit, it is refused, or the row is rejected',
    withFile(name, async (bytes, judge) => {
      const table = tableOf(bytes, delimiter)
      expect(await judge(bytesOf(table))).toBe('the same')
      const found: Row[] = []
      for (const [what, change] of BROKEN_TABLE) found.push([what, await judge(bytesOf(change(table)))])
      expect(found.filter(([, verdict]) => verdict !== 'refused' && verdict !== 'error')).toEqual([])
    }),
  )

  test(
    'with its columns turned round it is the same, with its header again that is said',
    withFile(name, async (bytes, judge) => {
      const table = tableOf(bytes, delimiter)
      expect(await judge(bytesOf(turnedRound(table)))).toBe('the same')
      for (const [what, change] of HEADER_AGAIN)
        expect([what, await judge(bytesOf(change(table)))]).toEqual([what, 'warned'])
    }),
  )

  test(
    'with a column renamed, that is said',
    withFile(name, async (bytes, judge) => {
      const quiet: Row[] = []
      for (const [what, changed] of renamedInTable(tableOf(bytes, delimiter))) {
        const verdict = await judge(changed)
        if (verdict === 'in silence' || verdict === 'the same') quiet.push([what, verdict])
      }
      expect(quiet).toEqual([])
    }),
  )
})

describe.each(JSONS)('%s', (name) => {
  test(
    'with a field renamed, that is said',
    withFile(name, async (bytes, judge) => {
      const silent: string[] = []
      for (const [what, changed] of renamedInJson(bytes)) if ((await judge(changed)) === 'in silence') silent.push(what)
      // Nobody has all properties of OpenSanctions' model: what is asked of them needs more entities than these.
      const properties = new Set(
        bytes
          .toString()
          .split('\n')
          .filter((line) => line !== '' && !name.includes('csl'))
          .flatMap((line) => propertiesOf(JSON.parse(line))),
      )
      expect(silent.filter((what) => !properties.has(what))).toEqual([])
    }),
  )
})

/** Names of the properties of an entity, and of those within. */
function propertiesOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]: readonly [string, unknown]) => [
    ...(key === 'properties' && typeof inner === 'object' && inner !== null ? Object.keys(inner) : []),
    ...propertiesOf(inner),
  ])
}

describe("OFAC's files, which have no header", () => {
  const columns: readonly (readonly [file: (typeof SET)[number], ...pair: readonly [number, number]])[] = [
    ['2023-12-28/sdn.csv', 0, 1],
    ['2023-12-28/sdn.csv', 1, 2],
    ['2023-12-28/sdn.csv', 2, 3],
    ['2023-12-28/alt.csv', 0, 1],
    ['2023-12-28/alt.csv', 1, 2],
    ['2023-12-28/alt.csv', 2, 3],
    ['2023-12-28/add.csv', 0, 1],
    ['2023-12-28/add.csv', 1, 2],
  ]
  test.each(columns)('%s with columns %i and %i changed over is an error', async (name, a, b) => {
    await withFile(name, async (bytes, judge) => {
      const table = tableOf(bytes, ',')
      const turn = (row: readonly string[]): readonly string[] =>
        row.length === 1 ? row : row.map((cell, at) => (at === a ? row[b] : at === b ? row[a] : cell) ?? '')
      const turned = {
        ...table,
        titles: table.titles.map(turn),
        header: turn(table.header),
        rows: table.rows.map(turn),
      }
      expect(['refused', 'error']).toContain(await judge(bytesOf(turned)))
    })()
  })

  const days = ['ofac-sdn-2023-12-28', 'ofac-sdn-2021-07'] as const
  const text = (day: string, name: string) => publishedData(`${day}/${name}`)
  const allThere = days.every((day) => ['sdn.csv', 'alt.csv', 'add.csv'].every((name) => text(day, name).there))
  const testHere = allThere ? test : test.skip
  testHere.each([
    [days[0], days[1]],
    [days[1], days[0]],
  ])('the main file of %s beside the others of %s is an error', async (main, others) => {
    const folder = folderOf({
      'sdn.csv': text(main, 'sdn.csv').text(),
      'alt.csv': text(others, 'alt.csv').text(),
      'add.csv': text(others, 'add.csv').text(),
    })
    const { list, problems } = await loadOne(join(folder, 'sdn.csv'), '2023-12-28')
    expect(list.complete).toBe(false)
    expect(problems.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^(?:companion-orphans|addresses-missing)$/)]),
    )
  })
})

describe('an answer that is no list ends in 2, and what was expected is said', () => {
  const PAGE = '<html><head><title>Sign in</title></head><body><form action="/login"></form></body></html>'
  test.each<[what: string, content: string | Buffer, message: RegExp]>([
    [
      'an error page',
      '<html><body><h1>503 Service Unavailable</h1></body></html>\n',
      /expected a list .*, got an HTML page/,
    ],
    ['a login page', `<!DOCTYPE html>\n${PAGE}`, /expected a list .*, got an HTML page/],
    ['a login page in capitals', `\uFEFF\n <!doctype HTML PUBLIC "x">\n${PAGE.toUpperCase()}`, /got an HTML page/],
    ['a login page in XHTML', `<?xml version="1.0"?>\n${PAGE.replace('<html', '<html xmlns="x"')}`, /got an HTML page/],
    ['a packed error page', gzipSync(PAGE), /got an HTML page/],
    ['an error in JSON', '{"error":{"code":401,"message":"Access denied"}}', /expected a list .*, got JSON/],
    ['an error in JSON over lines', '{\n  "message": "Forbidden"\n}\n', /expected (?:a list|JSON Lines)/],
    ['an error in a JSON array', '[{"status":"error","detail":"quota"}]', /expected a list .*, got a JSON array/],
    ['an empty JSON array', '[]', /expected a list .*, got a JSON array without a record/],
    [
      'an error in XML',
      '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>',
      /expected a list .*, got XML with the root element "Error"/,
    ],
    ['an error in words', 'Service Unavailable\n', /expected a list .*, got CSV with the fields "Service Unavailable"/],
    ['a zip', Buffer.from('PK\u0003\u0004\u0014\0\0\0\b\0sdn.xml', 'latin1'), /expected .*(?:zip|workbook)/i],
    ['a PDF', '%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n', /expected .*PDF/],
    ['nothing', '', /expected|empty/],
    ['blank lines', '\n \r\n\n', /expected|empty/],
    ['NULs', Buffer.alloc(512), /expected/],
  ])('%s', async (_, content, message) => {
    const path = join(folderOf({ 'list.xml': content }), 'list.xml')
    const { status, stderr } = await asked(['match', 'Peleng', '-l', path], '', {})
    expect(stderr).toMatch(message)
    expect(stderr).toMatch(/^error: .*list\.xml/)
    expect(status).toBe(2)
  })
})
