import type { PartialDate } from '../../model/date.js'
import type { ProblemSink } from '../../model/problem.js'
import { loadCsvList } from '../csv/load.js'
import type { TableRow } from '../csv/table.js'
import { dayFirst, namedMonth } from '../day-forms.js'
import { addName, addText, draftEntry, type EntryDraft } from '../draft.js'
import { readListDay } from '../list-day.js'
import type { ListFile, LoadedList } from '../loaded.js'
import { addUkAddress, addUkFacts, addUkName, UK_FIELDS, UK_LIST, ukType, type UkValues } from './designation.js'
import { isUkHeader } from './headers.js'
import { kindOfMeasures } from './measures.js'

const NAMES = ['Name 1', 'Name 2', 'Name 3', 'Name 4', 'Name 5', 'Name 6']
const LINES = [1, 2, 3, 4, 5, 6].map((number) => `Address Line ${number}`)
const KNOWN: ReadonlySet<string> = new Set([
  ...Object.values(UK_FIELDS).map(({ column }) => column),
  ...NAMES,
  ...LINES,
  ...['Unique ID', 'Name type', 'Alias strength', 'Name non-latin script', 'Non-latin script type'],
  ...['Address Postal Code', 'Address Country', 'Town of birth', 'Country of birth'],
  // Left alone, as in the XML.
  ...[
    'Last Updated',
    'Non-latin script language',
    'Designation source',
    'Phone number',
    'Website',
    'Email address',
    'Gender',
  ],
  ...[
    'National Identifier additional information',
    'Passport additional information',
    'Previous flags',
    'Type of ship',
  ],
  ...['Tonnage of ship', 'Length of ship', 'Year Built'],
])

const REPORT_DATE = /^report date:?\s*(.*)$/i

/** Reads the UK Sanctions List in CSV: a row for each name and address, all of one Unique ID being one designation. */
export function loadUkCsv(file: ListFile, problems: ProblemSink): Promise<LoadedList> {
  let day: PartialDate | undefined
  return loadCsvList(file, problems, {
    list: UK_LIST,
    format: 'uk-sanctions-csv',
    delimiter: ',',
    isTitle: (cells) => !isUkHeader(cells) && REPORT_DATE.test(cells[0]?.trim() ?? ''),
    onTitle: (cells) => {
      const text = [...cells].join(' ').trim()
      const written = REPORT_DATE.exec(text)?.[1]?.trim() ?? ''
      day = namedMonth(written) ?? dayFirst(written)
    },
    needed: [
      'Unique ID',
      'Name 6',
      'Name type',
      'Regime Name',
      'Designation Type',
      'Sanctions Imposed',
      'Date Designated',
    ],
    known: KNOWN,
    keyColumn: 'Unique ID',
    keyOf: (row) => row.get('Unique ID'),
    begin(row, sink) {
      const draft = draftEntry({
        list: UK_LIST,
        regime: 'uk',
        kind: kindOfMeasures(row.get('Sanctions Imposed').split('|')),
        entryId: row.get('Unique ID'),
        type: ukType(row.get('Designation Type')) ?? 'unknown',
        place: { file: file.path, line: row.line },
      })
      draft.listedOn = readListDay(draft, dayFirst, row.get('Date Designated'), 'Date Designated', sink).day
      return draft
    },
    add: addRow,
    day: () => day,
  })
}

/** Fields that may hold a bar as part of a sentence. */
const SENTENCES: ReadonlySet<string> = new Set(['information', 'reasons', 'regime'])

function addRow(draft: EntryDraft, row: TableRow): void {
  const values: UkValues = (field) => {
    const text = row.get(UK_FIELDS[field].column)
    const parts = SENTENCES.has(field) ? [text] : text.split('|')
    return parts.map((part) => part.trim()).filter((part) => part !== '')
  }
  const names = NAMES.map((column) => row.get(column)).filter((name) => name !== '')
  addUkName(draft, names, row.get('Name type'), row.get('Alias strength'))
  const script = row.get('Non-latin script type')
  addName(draft, row.get('Name non-latin script'), 'strong', script === '' ? {} : { script })
  addUkAddress(
    draft,
    [...LINES.map((column) => row.get(column)), row.get('Address Postal Code')],
    row.get('Address Country'),
  )
  const birth = [row.get('Town of birth'), row.get('Country of birth')].filter((part) => part !== '')
  addText(draft.birthPlaces, birth.join(', '))
  addUkFacts(draft, values)
}
