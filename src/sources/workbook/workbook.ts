import { posix } from 'node:path'
import { openArchive, type Archive, type Trouble } from './archive.js'
import { unescapeText } from './cell-value.js'
import { formatOf, type NumberFormat } from './number-format.js'
import { readSheetRows, type SheetRow, type SheetRules } from './sheet-rows.js'
import { readXmlPart } from './xml-part.js'

export type { SheetRow } from './sheet-rows.js'

export interface Sheet {
  readonly name: string
  readonly isHidden: boolean
  /** Its rows, until there are enough. */
  rows(onRow: (row: SheetRow) => void, enough?: () => boolean): Promise<Trouble | undefined>
}

export interface Workbook {
  /** In the order of their tabs; sheets that are only a chart or a macro are none. */
  readonly sheets: readonly Sheet[]
}

/** Of parts that are held in memory: texts, and what describes the book. */
const MOST_TEXTS = 1 << 27
const MOST_OF_BOOK = 1 << 24

interface SheetEntry {
  readonly name: string
  readonly relation: string
  readonly isHidden: boolean
}

interface Relation {
  readonly type: string
  /** The name of the part. */
  readonly part: string
}

/** Other documents that are ZIP archives, by a part that they have. */
const OTHERS: readonly (readonly [part: string, what: string, hint: string])[] = [
  ['xl/workbook.bin', 'an XLSB workbook', 'save it as XLSX'],
  ['word/document.xml', 'a Word document', 'save the table as CSV UTF-8'],
  ['ppt/presentation.xml', 'a PowerPoint presentation', 'save the table as CSV UTF-8'],
  ['content.xml', 'an OpenDocument file', 'save the sheet as XLSX or as CSV UTF-8'],
  ['Index/Document.iwa', 'a file of Apple iWork', 'export it as XLSX or CSV'],
]

function noWorkbook(names: readonly string[]): Trouble {
  const other = OTHERS.find(([part]) => names.includes(part))
  const what = other?.[1] ?? 'a ZIP archive without one in it'
  const hint = other?.[2] ?? 'unpack the archive, and give the files in it'
  return { code: 'not-text', message: `expected records or an XLSX workbook, got ${what}`, hint }
}

/** What the relations of a part lead to, by id; never anything outside the archive. */
async function relationsOf(archive: Archive, part: string): Promise<ReadonlyMap<string, Relation> | Trouble> {
  const found = new Map<string, Relation>()
  const folder = posix.dirname(part)
  const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`)
  if (!archive.names.includes(name)) return found
  const trouble = await readXmlPart(archive, name, MOST_OF_BOOK, {
    open(tag, { Id: id, Type: type = '', Target: target = '', TargetMode: mode }) {
      if (tag !== 'Relationship' || id === undefined || mode === 'External') return
      const at = target.startsWith('/') ? target.slice(1) : posix.join(folder, target)
      found.set(id, { type: type.slice(type.lastIndexOf('/') + 1), part: at })
    },
  })
  return trouble ?? found
}

async function workbookPart(archive: Archive): Promise<string | Trouble> {
  const root = await relationsOf(archive, '')
  if ('code' in root) return root
  const main = [...root.values()].find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml'
  return archive.names.includes(main) && main.endsWith('.xml') && !main.startsWith('word/') && !main.startsWith('ppt/')
    ? main
    : noWorkbook(archive.names)
}

async function readBook(archive: Archive, part: string) {
  const sheets: SheetEntry[] = []
  let is1904 = false
  const trouble = await readXmlPart(archive, part, MOST_OF_BOOK, {
    open(tag, attributes) {
      if (tag === 'workbookPr') is1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '')
      if (tag !== 'sheet') return
      const relation = Object.entries(attributes).find(([name]) => /^(?:[^:]+:)id$/.test(name))?.[1] ?? ''
      sheets.push({
        name: attributes['name'] ?? '',
        relation,
        isHidden: (attributes['state'] ?? 'visible') !== 'visible',
      })
    },
  })
  return trouble ?? { sheets, is1904 }
}

async function readFormats(archive: Archive, part: string | undefined): Promise<readonly NumberFormat[] | Trouble> {
  if (part === undefined || !archive.names.includes(part)) return []
  const codes = new Map<number, string>()
  const ids: number[] = []
  let isCells = false
  const trouble = await readXmlPart(archive, part, MOST_OF_BOOK, {
    open(tag, { numFmtId: id = '0', formatCode: code = '' }) {
      if (tag === 'numFmt') codes.set(Number(id), code)
      else if (tag === 'cellXfs') isCells = true
      else if (tag === 'xf' && isCells) ids.push(Number(id))
    },
    close(tag) {
      if (tag === 'cellXfs') isCells = false
    },
  })
  return trouble ?? ids.map((id) => formatOf(id, codes.get(id)))
}

async function readShared(archive: Archive, part: string | undefined): Promise<readonly string[] | Trouble> {
  if (part === undefined || !archive.names.includes(part)) return []
  const texts: string[] = []
  let text = ''
  let isText = false
  let phonetic = 0
  const trouble = await readXmlPart(archive, part, MOST_TEXTS, {
    open(tag) {
      if (tag === 'si') text = ''
      else if (tag === 'rPh') phonetic++
      else if (tag === 't') isText = phonetic === 0
    },
    text(piece) {
      if (isText) text += piece
    },
    close(tag) {
      if (tag === 'si') texts.push(unescapeText(text))
      else if (tag === 'rPh') phonetic--
      else if (tag === 't') isText = false
    },
  })
  return trouble ?? texts
}

/**
 * Opens an XLSX workbook (ECMA-376; XLSM is one too). Only cells are read: no macro, no formula, no link to another file.
 * Texts are held in memory, rows are given as they are unpacked.
 */
export async function openWorkbook(bytes: Buffer): Promise<Workbook | Trouble> {
  const archive = await openArchive(bytes)
  if ('code' in archive) return archive
  const main = await workbookPart(archive)
  if (typeof main !== 'string') return main
  const book = await readBook(archive, main)
  const relations = await relationsOf(archive, main)
  if ('code' in book) return book
  if ('code' in relations) return relations
  const partOf = (type: string) => [...relations.values()].find((relation) => relation.type === type)?.part
  const formats = await readFormats(archive, partOf('styles'))
  const shared = await readShared(archive, partOf('sharedStrings'))
  if ('code' in formats) return formats
  if ('code' in shared) return shared
  const rules: SheetRules = { formats, shared, is1904: book.is1904 }
  const sheets = book.sheets.flatMap(({ name, relation, isHidden }): Sheet[] => {
    const its = relations.get(relation)
    if (its?.type !== 'worksheet') return []
    return [{ name, isHidden, rows: (onRow, enough) => readSheetRows(archive, its.part, rules, onRow, enough) }]
  })
  return { sheets }
}
