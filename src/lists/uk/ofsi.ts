import type { PartialDate } from '../../model/date.js'
import type { ProblemSink } from '../../model/problem.js'
import { loadCsvList } from '../csv/load.js'
import { perhapsWindows1252 } from '../csv/source.js'
import type { TableRow } from '../csv/table.js'
import { dayFirst } from '../day-forms.js'
import { addAddress, addCountry, addIdentifier, addName, addText, draftEntry, type EntryDraft } from '../draft.js'
import { readListDay } from '../list-day.js'
import type { ListFile, LoadedList } from '../loaded.js'
import { nationsOf } from '../demonyms.js'
import { documentNumbers } from './document-number.js'
import { isOfsiHeader } from './headers.js'
import { numbered } from './numbered.js'

export const OFSI_LIST = 'UK OFSI Consolidated List'

const NAMES = ['Name 1', 'Name 2', 'Name 3', 'Name 4', 'Name 5', 'Name 6']
const LINES = [1, 2, 3, 4, 5, 6].map((number) => `Address ${number}`)
const KNOWN: ReadonlySet<string> = new Set([
  ...NAMES,
  ...LINES,
  ...[
    'DOB',
    'Town of Birth',
    'Country of Birth',
    'Nationality',
    'Passport Details',
    'NI Number',
    'Position',
    'Post/Zip Code',
  ],
  ...['Country', 'Other Information', 'Group Type', 'Alias Type', 'Regime', 'Listed On', 'Group ID'],
  // Columns of the layout of 36.
  ...[
    'Name Non-Latin Script',
    'Non-Latin Script Type',
    'Alias Quality',
    'Passport Number',
    'National Identification Number',
  ],
  ...['UK Sanctions List Date Designated'],
  // Left alone: titles, when the text was changed, and words about numbers that stand in columns of their own.
  ...['Title', 'Last Updated', 'Non-Latin Script Language', 'Passport Details', 'National Identification Details'],
])

/**
 * Reads OFSI's consolidated list, which was retired on 28 January 2026: a row for each alias, address and date, all of one Group ID being one
 * target. Every one is a target of an asset freeze; those of the investment bans stood on a list of their own.
 */
export async function loadOfsi(file: ListFile, problems: ProblemSink): Promise<LoadedList> {
  let day: PartialDate | undefined
  return loadCsvList(
    file,
    problems,
    {
      list: OFSI_LIST,
      format: 'uk-ofsi-csv',
      delimiter: ',',
      isTitle: (cells) => !isOfsiHeader(cells) && /^last updated$/i.test(cells[0]?.trim() ?? ''),
      onTitle: (cells) => (day = dayFirst(cells[1] ?? '')),
      needed: ['Name 6', 'Group ID', 'Group Type', 'Alias Type', 'Regime', 'Listed On', 'Country'],
      known: KNOWN,
      keyColumn: 'Group ID',
      keyOf: (row) => row.get('Group ID'),
      begin(row, sink) {
        const draft = draftEntry({
          list: OFSI_LIST,
          regime: 'uk',
          kind: 'asset-freeze',
          entryId: row.get('Group ID'),
          type: typeOf(row.get('Group Type')),
          place: { file: file.path, line: row.line },
        })
        draft.listedOn = readListDay(draft, dayFirst, row.get('Listed On'), 'Listed On', sink).day
        return draft
      },
      add: addRow,
      day: () => day,
    },
    await perhapsWindows1252(file.source),
  )
}

/** The country of an address may say more than which: `Afghanistan (since 2009)`, `In Syria as at June 2013`. */
const WHEN = /^In (?=\p{Lu})|\s*\(.*$|\s+as (?:at|of)\b.*$/gu

function typeOf(text: string): EntryDraft['type'] {
  if (/^individual$/i.test(text)) return 'person'
  if (/^ship$/i.test(text)) return 'vessel'
  return /^entity$/i.test(text) ? 'company' : 'unknown'
}

function addRow(draft: EntryDraft, row: TableRow): void {
  const name = NAMES.map((column) => row.get(column))
    .filter((part) => part !== '')
    .join(' ')
  const alias = row.get('Alias Type')
  const primary = /^prim(?:e|ary)\b/i.test(alias) && !/variation/i.test(alias)
  const weak = /low/i.test(row.get('Alias Quality'))
  const former = /^f\.?k\.?a/i.test(alias) ? { former: true } : {}
  addName(draft, name, primary ? 'primary' : weak ? 'weak' : 'strong', former)
  const script = row.get('Non-Latin Script Type')
  addName(draft, row.get('Name Non-Latin Script'), 'strong', script === '' ? {} : { script })
  const country = row.get('Country')
  addAddress(draft, [...LINES.map((column) => row.get(column)), row.get('Post/Zip Code')], country)
  addCountry(draft, country.replace(WHEN, ''))
  for (const text of numbered(row.get('Nationality'))) for (const code of nationsOf(text)) draft.countries.add(code)
  const born = row.get('DOB')
  const date = dayFirst(born)
  if (date !== undefined) draft.dates.push(date)
  else if (born !== '') draft.uncertainDate = true
  const birth = [row.get('Town of Birth'), row.get('Country of Birth')].filter((part) => part !== '')
  addText(draft.birthPlaces, birth.join(', '))
  addDocuments(draft, 'passport', row.get('Passport Number') || row.get('Passport Details'))
  addDocuments(draft, 'national-id', row.get('National Identification Number') || row.get('NI Number'))
  addText(draft.programs, row.get('Regime'))
  // A target of two regimes has the day of each: it was frozen from the first on.
  const listed = dayFirst(row.get('Listed On'))
  if (listed !== undefined && listed.first < (draft.listedOn?.first ?? listed.first)) draft.listedOn = listed
  addText(draft.remarks, row.get('Other Information'))
  const position = row.get('Position')
  if (position !== '') addText(draft.remarks, `Position: ${position}`)
  const reference = /\bUN Ref(?:erence)?:? *((?:QD|TA|TI|KP|IQ|LY|CD|CF|SO|SD|SS|YE|IR|GB|HT|ML)[ie]\.\d{3})/i.exec(
    row.get('Other Information'),
  )?.[1]
  if (reference !== undefined) addIdentifier(draft, 'un-reference', reference)
}

function addDocuments(draft: EntryDraft, scheme: string, cell: string): void {
  for (const phrase of numbered(cell))
    for (const number of documentNumbers(phrase)) addIdentifier(draft, scheme, number)
}
