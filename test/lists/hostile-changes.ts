import { gzipSync } from 'node:zlib'
import { rawRows } from './raw-table.js'

/** What somebody, or a line that broke, makes of a whole file; byte for byte, so that no encoding comes between. */
export type Change = (bytes: Buffer) => Buffer

const onText =
  (change: (text: string) => string): Change =>
  (bytes) =>
    Buffer.from(change(bytes.toString('latin1')), 'latin1')

/** Some bytes into the line behind the middle, or in the middle where there is none. */
function middle(bytes: Buffer): number {
  const half = bytes.length >> 1
  const end = bytes.indexOf(0x0a, half)
  return end === -1 || end + 5 >= bytes.length ? half : end + 5
}
const insert =
  (...codes: readonly number[]): Change =>
  (bytes) =>
    Buffer.concat([bytes.subarray(0, middle(bytes)), Buffer.from(codes), bytes.subarray(middle(bytes))])
const wide = (bytes: Buffer): Buffer => Buffer.from(bytes.toString('utf8').replace(/^\uFEFF/, ''), 'utf16le')
const marked =
  (...mark: readonly number[]) =>
  (bytes: Buffer) =>
    Buffer.concat([Buffer.from(mark), bytes])
const ERROR_PAGE = Buffer.from('<html><body><h1>504 Gateway Time-out</h1></body></html>\n')

/** Of any format: what is refused, or an error at least. */
export const SPOILT: readonly (readonly [what: string, change: Change])[] = [
  ['UTF-16, little end first, with its mark', (bytes) => marked(0xff, 0xfe)(wide(bytes))],
  ['UTF-16, little end first', wide],
  ['UTF-16, big end first, with its mark', (bytes) => marked(0xfe, 0xff)(wide(bytes).swap16())],
  ['UTF-16, big end first', (bytes) => wide(bytes).swap16()],
  ['a NUL in it', insert(0)],
  ['a NUL behind it', (bytes) => Buffer.concat([bytes, Buffer.from([0])])],
  ['a byte of another encoding', insert(0xe9)],
  ['a byte of none', insert(0xff)],
  ['an error page in place of its end', (bytes) => Buffer.concat([bytes.subarray(0, middle(bytes)), ERROR_PAGE])],
  ['an error page behind it', (bytes) => Buffer.concat([bytes, ERROR_PAGE])],
  ['an error page before it', (bytes) => Buffer.concat([ERROR_PAGE, bytes])],
  ['a line of a log before it', marked(...Buffer.from('Warning: something happened\n'))],
]

const rootOf = (text: string): string => /<([A-Za-z_][\w.-]*)/.exec(text.replace(/<\?[^>]*\?>/, ''))?.[1] ?? ''
const beforeRoot = (text: string, what: string): string => {
  const at = text.indexOf(`<${rootOf(text)}`)
  return `${text.slice(0, at)}${what}${text.slice(at)}`
}
const FIRST_TEXT = />[^<>&\s][^<>&]*</
/** The start of the first attribute's value or text, whichever says something. */
const inFirstText = (text: string, what: string): string =>
  FIRST_TEXT.test(text)
    ? text.replace(FIRST_TEXT, (found) => `>${what}${found.slice(1)}`)
    : text.replace(/ wholeName="/, (found) => found + what)

/** Of XML: what is no well-formed document, or may not stand in a list. */
export const BROKEN_XML: readonly (readonly [what: string, change: Change])[] = [
  ['a document type', onText((text) => beforeRoot(text, `<!DOCTYPE ${rootOf(text)} [<!ENTITY e "x">]>`))],
  ['a document type alone', onText((text) => beforeRoot(text, `<!DOCTYPE ${rootOf(text)} SYSTEM "list.dtd">`))],
  ['an entity of its own', onText((text) => inFirstText(text, '&e;'))],
  ['an entity of HTML', onText((text) => inFirstText(text, '&eacute;'))],
  ['a bare ampersand', onText((text) => inFirstText(text, 'A & B'))],
  ['a prefix that nothing declares', onText((text) => text.replaceAll(/<(\/?)(?=[A-Za-z_])/g, '<$1p:'))],
  ['a second root', onText((text) => `${text}<${rootOf(text)}/>`)],
  ['itself again behind it', onText((text) => text + text)],
  ['a root around it', onText((text) => `${beforeRoot(text, '<answer>')}</answer>`)],
  [
    'another encoding in its declaration',
    onText((text) => `<?xml version="1.0" encoding="ISO-8859-1"?>${beforeRoot(text, '\0').split('\0')[1]}`),
  ],
]

const TEXT = />([^<>&]*[A-Za-z][^<>&]*)</g

/** Of XML: other ways to write the same. */
export const SAME_XML: readonly (readonly [what: string, change: Change])[] = [
  ['another namespace', onText((text) => text.replace(/ xmlns="[^"]*"/, ' xmlns="urn:list:2030"'))],
  ['no namespace', onText((text) => text.replace(/ xmlns="[^"]*"/, ''))],
  [
    'a prefix',
    onText((text) =>
      text.replaceAll(/<(\/?)(?=[A-Za-z_])/g, '<$1p:').replace(`<p:${rootOf(text)}`, (tag) => `${tag} xmlns:p="urn:p"`),
    ),
  ],
  ['CDATA', onText((text) => text.replaceAll(TEXT, '><![CDATA[$1]]><'))],
  ['comments', onText((text) => text.replaceAll(TEXT, '><!-- <x> -->$1<'))],
  [
    'character references',
    onText((text) => text.replaceAll(/>([A-Z])/g, (_, letter: string) => `>&#x${letter.charCodeAt(0).toString(16)};`)),
  ],
  ['a mark of UTF-8', marked(0xef, 0xbb, 0xbf)],
  ['gzip', (bytes) => gzipSync(bytes)],
]

/** The file with each of its elements, and then each of its attributes, under another name. */
export function renamedInXml(bytes: Buffer): ReadonlyMap<string, Buffer> {
  const text = bytes.toString('latin1')
  const elements = new Set([...text.matchAll(/<([A-Za-z_][\w.-]*)/g)].map(([, name = '']) => name))
  const attributes = new Set([...text.matchAll(/\s([A-Za-z_][\w.-]*)="/g)].map(([, name = '']) => name))
  for (const own of ['version', 'encoding', 'standalone', 'xmlns']) attributes.delete(own)
  const renamed = (pattern: string, to: string): Buffer =>
    Buffer.from(text.replaceAll(new RegExp(pattern, 'g'), to), 'latin1')
  return new Map([
    ...[...elements].map((name) => [`<${name}>`, renamed(`<(/?)${name}(?=[\\s/>])`, `<$1${name}New`)] as const),
    ...[...attributes].map((name) => [`${name}=`, renamed(`(\\s)${name}="`, `$1${name}New="`)] as const),
  ])
}

/** The file with each of the keys in it under another name. */
export function renamedInJson(bytes: Buffer): ReadonlyMap<string, Buffer> {
  const text = bytes.toString('latin1')
  const keys = new Set([...text.matchAll(/"([A-Za-z_]\w*)"\s*:/g)].map(([, key = '']) => key))
  return new Map(
    [...keys].map((key) => [
      key,
      Buffer.from(text.replaceAll(new RegExp(`"${key}"(\\s*:)`, 'g'), `"${key}New"$1`), 'latin1'),
    ]),
  )
}

/** A table taken apart: what stands above its header, the header, its rows. */
export interface Table {
  readonly titles: readonly (readonly string[])[]
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly delimiter: string
}

const MANY = 5

export function tableOf(bytes: Buffer, delimiter: string): Table {
  const all = rawRows(bytes.toString('latin1'), delimiter)
  const at = all.findIndex((row) => row.filter((cell) => cell !== '').length > MANY)
  return { titles: all.slice(0, at), header: all[at] ?? [], rows: all.slice(at + 1), delimiter }
}

export function bytesOf({ titles, header, rows, delimiter }: Table): Buffer {
  const cell = (text: string): string => (/[",;\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const lines = [...titles, header, ...rows].map((row) => row.map(cell).join(delimiter))
  return Buffer.from(`${lines.join('\n')}\n`, 'latin1')
}

type OnTable = (table: Table) => Table
const first = (change: (row: readonly string[]) => readonly string[]): OnTable => {
  return (table) => ({ ...table, rows: table.rows.map((row, at) => (at === 0 ? change(row) : row)) })
}

/** Of a table: what is refused, or rejects a row. */
export const BROKEN_TABLE: readonly (readonly [what: string, change: OnTable])[] = [
  ['a row too short', first((row) => row.slice(0, -1))],
  ['a row too long', first((row) => [...row, 'x'])],
  ['every row too short', (table) => ({ ...table, rows: table.rows.map((row) => row.slice(0, -1)) })],
  ['its header alone', (table) => ({ ...table, rows: [] })],
  ['no header', (table) => ({ ...table, header: table.rows[0] ?? [], rows: table.rows.slice(1) })],
  [
    'a column twice',
    (table) => {
      const again = (row: readonly string[]): readonly string[] => [...row, row[0] ?? '']
      return { ...table, header: again(table.header), rows: table.rows.map(again) }
    },
  ],
  ['tabs between its cells', (table) => ({ ...table, delimiter: '\t' })],
  ['bars between its cells', (table) => ({ ...table, delimiter: '|' })],
]

/** Of a table: the header once more, which is no row and is said. */
export const HEADER_AGAIN: readonly (readonly [what: string, change: OnTable])[] = [
  ['its header twice', (table) => ({ ...table, rows: [table.header, ...table.rows] })],
  [
    'its header in the middle',
    (table) => ({
      ...table,
      rows: table.rows.flatMap((row, at) => (at === table.rows.length - 1 ? [table.header, row] : [row])),
    }),
  ],
]

/** The columns in the other order: the header says which is which. */
export const turnedRound: OnTable = (table) => ({
  ...table,
  header: table.header.toReversed(),
  rows: table.rows.map((row) => row.toReversed()),
})

/** The table with each of its columns under another name. */
export function renamedInTable(table: Table): ReadonlyMap<string, Buffer> {
  return new Map(
    table.header.map((name, at) => [
      name,
      bytesOf({ ...table, header: table.header.map((each, i) => (i === at ? `${each} New` : each)) }),
    ]),
  )
}
