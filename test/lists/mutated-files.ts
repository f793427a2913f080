import { keys, tags, type RawCount } from './mutants.js'
import { publishedData } from './published-data.js'

export interface MutatedFile {
  readonly name: string
  readonly there: boolean
  /** The file, or a part of it that is whole by itself. */
  bytes(): Buffer
  readonly count: RawCount
}

/** So much of a long file: each mutant is read whole, and a small one says as much as a long one. */
const ENOUGH = 60_000

/** The first entries of a document, with its end. */
function firstEntries(text: string, entry: string, end: string): string {
  const close = `</${entry}>`
  const at = text.indexOf(close, ENOUGH)
  return at === -1 ? text : `${text.slice(0, at + close.length)}\n${end}\n`
}

function firstLines(text: string): string {
  const at = text.indexOf('\n', ENOUGH)
  return at === -1 ? text : text.slice(0, at + 1)
}

function file(
  name: string,
  count: RawCount,
  part: (text: string) => string = (text) => text,
  encoding: BufferEncoding = 'utf8',
): MutatedFile {
  const published = publishedData(name)
  return { name, there: published.there, count, bytes: () => Buffer.from(part(published.text(encoding)), encoding) }
}

const column =
  (...names: readonly string[]) =>
  (row: ReadonlyMap<string, string>) =>
    names.map((name) => row.get(name) ?? '').find((value) => value !== '') ?? ''
/** A source is known by its code, whatever becomes of the words around it. */
const sourceCode = (row: ReadonlyMap<string, string>): string =>
  /\(([^)]*)\)/.exec(row.get('source') ?? '')?.[1] ?? row.get('source') ?? ''
const lines: RawCount = (text) => text.split('\n').filter((line) => line.trim() !== '').length

export const MUTATED_FILES: readonly MutatedFile[] = [
  file('un-2026/UN_consolidated.xml', tags('INDIVIDUAL', 'ENTITY'), (text) =>
    firstEntries(text, 'INDIVIDUAL', '</INDIVIDUALS></CONSOLIDATED_LIST>'),
  ),
  file('ofac-cons-xml-2024-05-06/consolidated.xml', tags('sdnEntry'), (text) =>
    firstEntries(text, 'sdnEntry', '</sdnList>'),
  ),
  file('ofac-sdn-xml-sample/sdn.xml', tags('sdnEntry')),
  file('ofac-enhanced-xml-2024-08-28/IRGC_sanctions_extract.xml', tags('entity')),
  file('uk-uksl-xml-extract-2026-09-07/UK-Sanctions-List.xml', tags('Designation')),
  file('uk-uksl-csv-extract-2026-10-08/UK-Sanctions-List.csv', keys(column('Unique ID'), 1)),
  file('uk-ofsi-conlist-2018-04-13/sanctionsconlist.csv', keys(column('Group ID'), 1), firstLines, 'latin1'),
  file(
    'us-csl-csv-2022-05/consolidated.csv',
    keys((row) => `${sourceCode(row)} ${column('entity_number', '_id')(row)}`),
    firstLines,
  ),
  file(
    'us-csl-csv-2019-12-sample/csl.csv',
    keys((row) => `${sourceCode(row)} ${column('entity_number', 'name')(row)}`),
  ),
  file('us-csl-json-samples/sdn.json', (text) => text.split('"source":').length - 1),
  file(
    'us-csl-json-samples/el.json',
    (text) => text.split('"source":').length - 1,
    (text) => `{"total":${JSON.stringify(text).split('\\"source\\":').length - 1},"results":${text}}`,
  ),
  file('eu-fsf-xml-1.1-extract-2026-08-05/fsf.xml', tags('sanctionEntity')),
  file('opensanctions-samples/targetssimple-2022.csv', keys(column('id')), firstLines),
  file('opensanctions-samples/wikidata-peps-2024-03/targets.nested.json', lines),
]
