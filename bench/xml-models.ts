import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { documentOf } from '../test/lists/ofac/advanced/document.js'

export interface XmlModel {
  readonly document: () => XmlDocument
  /** Behind what the key of each turn goes, so that each entry is one of its own. */
  readonly keys: RegExp
}

export interface XmlDocument {
  readonly sections: readonly { readonly before: string; readonly repeated: string }[]
  readonly end: string
}

const LISTS = join(process.cwd(), '../shared/data/lists')
const read = (file: string): string => readFileSync(join(LISTS, file), 'utf8')

/** The entries of a published file, from the first to the last. */
function published(file: string, entry: string): XmlDocument {
  const text = read(file)
  const close = `</${entry}>`
  const first = text.search(new RegExp(`<${entry}[ >]`))
  const last = text.lastIndexOf(close) + close.length
  const sections = [{ before: text.slice(0, first), repeated: `${text.slice(first, last)}\n` }]
  return { sections, end: text.slice(last) }
}

/** The published fragments, put together in the order of the schema. */
function advanced(): XmlDocument {
  const part = (name: string): string =>
    read(`ofac-sdn-advanced-minified-2024-03-06/minified_${name}.xml`)
      .trim()
      .replaceAll(
        /^<(?:Locations|IDRegDocuments|SanctionsEntries)>|<\/(?:Locations|IDRegDocuments|SanctionsEntries)>$/g,
        '',
      )
  const entry = part('SanctionsEntries')
  const repeated = [
    part('Locations').replace('ID="201"', 'ID="25"'),
    part('IDRegistrationNo').replace('IdentityID="2327"', 'IdentityID="16761"'),
    part('DistinctParties') + part('ReferenceValueSets'),
    entry + entry.replaceAll('"36"', '"25057"').replaceAll('CUBA', 'SDGT'),
  ]
  const MARK = '<!-- here -->'
  const [first = '', ...others] = documentOf({ locations: MARK, documents: MARK, parties: MARK, entries: MARK }).split(
    MARK,
  )
  const [end = '', ...between] = others.toReversed()
  const befores = [first, ...between.toReversed()]
  return { sections: befores.map((before, at) => ({ before, repeated: repeated[at] ?? '' })), end }
}

export const XML_MODELS: ReadonlyMap<string, XmlModel> = new Map([
  ['un', { document: () => published('un-2026/UN_consolidated.xml', 'INDIVIDUAL'), keys: /(?=<\/REFERENCE_NUMBER>)/ }],
  [
    'uk',
    {
      document: () => published('uk-uksl-xml-extract-2026-09-07/UK-Sanctions-List.xml', 'Designation'),
      keys: /(?=<\/UniqueID>)/,
    },
  ],
  [
    'eu',
    {
      document: () => published('eu-fsf-xml-1.1-extract-2026-08-05/fsf.xml', 'sanctionEntity'),
      keys: /(?<=<sanctionEntity [^>]*euReferenceNumber="[^"]*)(?=")/,
    },
  ],
  ['ofac', { document: () => published('ofac-cons-xml-2024-05-06/consolidated.xml', 'sdnEntry'), keys: /(?=<\/uid>)/ }],
  ['ofac-advanced', { document: advanced, keys: /(?<=(?:\bID|FixedRef|ProfileID|IdentityID|LocationID)="\d+)(?=")/ }],
  [
    'ofac-enhanced',
    {
      document: () => published('ofac-enhanced-xml-2024-08-28/IRGC_sanctions_extract.xml', 'entity'),
      keys: /(?<=<entity id="\d+)(?=")/,
    },
  ],
])
