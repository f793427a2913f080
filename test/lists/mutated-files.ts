import { rowsOf } from './eu/rows.js'
import { ADDRESSES, ENTRIES, IDS, keys, NAMES, tags, type Beside, type RawCount, type ReadCount } from './mutants.js'
import { documentOf, ON, PARTY } from './ofac/advanced/document.js'
import { publishedData } from './published-data.js'
import { rawRows } from './raw-table.js'

export interface MutatedFile {
  readonly name: string
  readonly there: boolean
  /** The file, or a part of it that is whole by itself. */
  bytes(): Buffer
  readonly count: RawCount
  readonly read: ReadCount
  readonly beside?: Beside
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
  read: ReadCount = ENTRIES,
): MutatedFile {
  const published = publishedData(name)
  const bytes = (): Buffer => Buffer.from(part(published.text(encoding)), encoding)
  return { name, there: published.there, count, bytes, read }
}

const column =
  (...names: readonly string[]) =>
  (row: ReadonlyMap<string, string>) =>
    names.map((name) => row.get(name) ?? '').find((value) => value !== '') ?? ''
/** A source is known by its code, whatever becomes of the words around it. */
const sourceCode = (row: ReadonlyMap<string, string>): string =>
  /\(([^)]*)\)/.exec(row.get('source') ?? '')?.[1] ?? row.get('source') ?? ''
const lines: RawCount = (text) => text.split('\n').filter((line) => line.trim() !== '').length

/** Distinct targets of entities in JSON, which stand on several lines of them. */
const targets: RawCount = (text) =>
  new Set(
    text
      .split('\n')
      .filter((line) => /"target"\s*:\s*true/.test(line))
      .map((line) => /"id"\s*:\s*"([^"]*)"/.exec(line)?.[1]),
  ).size

const SET = 'ofac-sdn-2023-12-28'
const PARTS = ['sdn.csv', 'alt.csv', 'add.csv', 'sdn_comments.csv'] as const
const NULL = '-0-'

/** The first entries of OFAC's four files, each with what the others say of them. */
function firstOfSet(): Readonly<Record<string, string>> {
  const main = firstLines(publishedData(`${SET}/sdn.csv`).text())
  const uids = new Set(rawRows(main).map(([uid]) => uid))
  const ofThem = (name: string): string =>
    publishedData(`${SET}/${name}`)
      .text()
      .split('\n')
      .filter((line) => uids.has(line.split(',', 1)[0]))
      .join('\n')
  const files = PARTS.map((name) => [name, `${name === 'sdn.csv' ? main : `${ofThem(name)}\n`}\u001A`] as const)
  return Object.fromEntries(files)
}

/** Distinct rows of so many cells that say anything in those that tell them apart. */
const distinct =
  (width: number, ...told: readonly number[]): RawCount =>
  (text) =>
    new Set(
      rawRows(text)
        .filter((row) => row.length === width && told.some((at) => at > 0 && row[at]?.trim() !== NULL))
        .map((row) => told.map((at) => row[at]?.trim()).join('|')),
    ).size

/** One of the files of OFAC's set, beside the others. */
function ofSet(mutated: (typeof PARTS)[number], count: RawCount, read: ReadCount): MutatedFile {
  const there = PARTS.every((name) => publishedData(`${SET}/${name}`).there)
  const files = there ? firstOfSet() : {}
  const bytes = (): Buffer => Buffer.from(files[mutated] ?? '')
  return { name: `${SET}/${mutated}`, there, count, read, bytes, beside: { main: 'sdn.csv', mutated, files } }
}

const numbers = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => String(at + 1))

/** Of the advanced format only fragments are there: parties of the tests' own, in its form. */
const advanced: MutatedFile = {
  name: 'OFAC advanced XML',
  there: true,
  count: tags('DistinctParty'),
  read: ENTRIES,
  bytes: () =>
    Buffer.from(
      documentOf({
        parties: numbers(40)
          .map((id) => `${PARTY(id, `ZORIN WORKS NO. ${id}`)}\n`)
          .join(''),
        relations: numbers(10)
          .map(
            (id) =>
              `<ProfileRelationship ID="${id}" From-ProfileID="${id}" To-ProfileID="1" RelationTypeID="15003" Former="false"/>\n`,
          )
          .join(''),
        entries: numbers(40)
          .map((id) => `${ON(id, '1550', '2022', 'SDGT')}\n`)
          .join(''),
      }),
    ),
}

/** Of the EU's table only the header is there: rows of the tests' own under it. */
function euTable(): MutatedFile {
  const columns = publishedData('eu-fsf-csv-1.1-header-only/columns.csv')
  const rows = numbers(40).flatMap((id) => {
    const entity = {
      fileGenerationDate: '05/08/2026',
      Entity_LogicalId: id,
      Entity_EU_ReferenceNumber: `EU.${id}.9`,
      Entity_SubjectType: 'E',
      Entity_SubjectType_ClassificationCode: 'enterprise',
      Entity_Regulation_NumberTitle: '2023/329 (OJ L43I)',
      Entity_Regulation_Programme: 'BLR',
    }
    return [
      { ...entity, NameAlias_WholeName: `Zorin Works No. ${id}`, NameAlias_NameLanguage: 'EN' },
      { ...entity, NameAlias_WholeName: `Завод Зорина № ${id}`, NameAlias_NameLanguage: 'RU' },
      { ...entity, Address_City: 'Minsk', Address_CountryIso2Code: 'BY', Address_CountryDescription: 'BELARUS' },
    ]
  })
  return {
    name: 'EU FSF 1.1, CSV',
    there: columns.there,
    count: keys(column('Entity_LogicalId'), 0, ';'),
    read: ENTRIES,
    bytes: () => Buffer.from(rowsOf(columns.text(), rows)),
  }
}

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
  file('opensanctions-samples/zala.entities.ftm.json', targets, undefined, 'utf8', IDS),
  file('opensanctions-samples/wikidata-peps-2024-03/entities.ftm.json', targets, firstLines, 'utf8', IDS),
  ofSet('sdn.csv', distinct(12, 0, 1), ENTRIES),
  ofSet('alt.csv', distinct(5, 0, 3), NAMES),
  ofSet('add.csv', distinct(6, 0, 2, 3, 4), ADDRESSES),
  advanced,
  euTable(),
]
