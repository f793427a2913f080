import { zip } from './zip.js'

/** A cell: a text goes to the shared texts, a number is one, XML stands for itself. */
export type Cell = string | number | { readonly xml: string } | undefined

export interface SheetOf {
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
  readonly state?: 'hidden' | 'veryHidden'
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
const letters = (column: number): string =>
  (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))

/** Formats by their index, which a cell's `s` names. */
export const STYLES = {
  plain: 0,
  day: 1,
  month: 2,
  percent: 3,
  zeros: 4,
  dotted: 5,
  year: 6,
  time: 7,
  money: 8,
} as const
const FORMATS: readonly (readonly [id: number, code?: string])[] = [
  [0],
  [14],
  [17],
  [9],
  [164, '000000'],
  [165, '[$-407]dd\\.mm\\.yyyy;@'],
  [166, 'yyyy'],
  [20],
  [167, '#,##0.00\\ "EUR";[Red]-#,##0.00'],
]

/** A cell with a style, a type and a stored value. */
export const cell = (style: keyof typeof STYLES, value: string, type?: string): Cell => ({
  xml: `s="${STYLES[style]}"${type === undefined ? '' : ` t="${type}"`}><v>${value}</v>`,
})

const NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** The parts of a workbook, as a spreadsheet program writes them. */
export function xlsxParts(sheets: readonly SheetOf[], is1904 = false): Record<string, string> {
  const texts: string[] = []
  const shared = (text: string): number => {
    const at = texts.indexOf(text)
    return at === -1 ? texts.push(text) - 1 : at
  }
  const cellXml = (its: Cell, name: string): string => {
    if (its === undefined) return ''
    if (typeof its === 'string') return `<c r="${name}" t="s"><v>${shared(its)}</v></c>`
    if (typeof its === 'number') return `<c r="${name}"><v>${its}</v></c>`
    return `<c r="${name}" ${its.xml}</c>`
  }
  const sheetXml = ({ rows }: SheetOf): string => {
    const body = rows.map((row, at) => {
      const cells = row.map((its, column) => cellXml(its, `${letters(column)}${at + 1}`)).join('')
      return cells === '' ? '' : `<row r="${at + 1}">${cells}</row>`
    })
    return `${HEAD}<worksheet ${NS}><sheetData>${body.join('')}</sheetData></worksheet>`
  }
  const files = Object.fromEntries(sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet)]))
  const codes = FORMATS.flatMap(([id, code]) =>
    code === undefined ? [] : `<numFmt numFmtId="${id}" formatCode="${escape(code)}"/>`,
  )
  const xfs = FORMATS.map(([id]) => `<xf numFmtId="${id}"/>`).join('')
  const tabs = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${escape(name)}" sheetId="${at + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${at + 1}"/>`,
  )
  const relations = [
    ...sheets.map(
      (_, at) => `<Relationship Id="rId${at + 1}" Type="${REL}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
    ),
    `<Relationship Id="s1" Type="${REL}/styles" Target="styles.xml"/>`,
    `<Relationship Id="s2" Type="${REL}/sharedStrings" Target="/xl/sharedStrings.xml"/>`,
  ]
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': `${HEAD}<Relationships ${PACKAGE}><Relationship Id="r" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook ${NS} xmlns:r="${REL}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${tabs.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships ${PACKAGE}>${relations.join('')}</Relationships>`,
    'xl/styles.xml': `${HEAD}<styleSheet ${NS}><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${xfs}</cellXfs></styleSheet>`,
    ...files,
    'xl/sharedStrings.xml': `${HEAD}<sst ${NS}>${texts.map((text) => `<si><t xml:space="preserve">${escape(text)}</t></si>`).join('')}</sst>`,
  }
}

export function xlsx(sheets: readonly SheetOf[], is1904 = false): Buffer {
  return zip(xlsxParts(sheets, is1904))
}
