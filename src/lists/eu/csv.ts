import type { PartialDate } from '../../model/date.js'
import type { ProblemSink } from '../../model/problem.js'
import { loadCsvList } from '../csv/load.js'
import type { TableRow } from '../csv/table.js'
import { dayFirst } from '../day-forms.js'
import { addText, draftEntry, type EntryDraft } from '../draft.js'
import { readListDay } from '../list-day.js'
import type { ListFile, LoadedList } from '../loaded.js'
import {
  addEuAddress,
  addEuBirth,
  addEuCitizenship,
  addEuEntity,
  addEuIdentification,
  addEuName,
  addEuRegulation,
  choosePrimary,
  EU_LIST,
  euType,
  type EuField,
} from './entry.js'
import { EU_COLUMNS } from './header.js'

/** Columns that are not called as the attributes of the XML are. */
const COLUMNS: ReadonlyMap<string, string> = new Map([
  ['Entity_unitedNationId', 'Entity_UnitedNationId'],
  ['BirthDate_dayOfMonth', 'BirthDate_Day'],
  ['BirthDate_monthOfYear', 'BirthDate_Month'],
  ['Identification_identificationTypeCode', 'Identification_TypeCode'],
  ['Entity_Regulation_regulationType', 'Entity_Regulation_Type'],
])

/**
 * Reads the EU's Financial Sanctions File, version 1.1, in CSV: 118 columns, and a row for each alias, address, birth date, number and citizenship
 * of an entity. It has no mark of strength; the remarks of the aliases say which are of low quality.
 */
export function loadEuCsv(file: ListFile, problems: ProblemSink): Promise<LoadedList> {
  let day: PartialDate | undefined
  return loadCsvList(file, problems, {
    list: EU_LIST,
    format: 'eu-fsf-csv',
    delimiter: ';',
    needed: [
      'Entity_LogicalId',
      'Entity_SubjectType',
      'Entity_DesignationDate',
      'NameAlias_WholeName',
      'Entity_Regulation_Programme',
    ],
    known: EU_COLUMNS,
    keyColumn: 'Entity_LogicalId',
    keyOf: (row) => row.get('Entity_LogicalId'),
    begin(row, sink) {
      day ??= dayFirst(row.get('fileGenerationDate'))
      const own = fieldOf(row, 'Entity')
      const draft = draftEntry({
        list: EU_LIST,
        regime: 'eu',
        kind: 'asset-freeze',
        entryId: row.get('Entity_EU_ReferenceNumber') || row.get('Entity_LogicalId'),
        type: euType(row.get('Entity_SubjectType'), row.get('Entity_SubjectType_ClassificationCode')),
        place: { file: file.path, line: row.line },
      })
      addEuEntity(draft, own)
      draft.listedOn = readListDay(draft, dayFirst, own('designationDate'), 'Entity_DesignationDate', sink).day
      return draft
    },
    add: addRow,
    complete: choosePrimary,
    day: () => day,
  })
}

function fieldOf(row: TableRow, prefix: string): EuField {
  return (name) => {
    const column = `${prefix}_${name}`
    return row.get(COLUMNS.get(column) ?? column)
  }
}

function addRow(draft: EntryDraft, row: TableRow): void {
  addText(draft.remarks, row.get('Entity_Remark'))
  addEuRegulation(draft, fieldOf(row, 'Entity_Regulation'))
  addEuName(draft, fieldOf(row, 'NameAlias'), row.get('NameAlias_Remark'))
  addEuAddress(draft, fieldOf(row, 'Address'))
  addEuBirth(draft, fieldOf(row, 'BirthDate'))
  addEuIdentification(draft, fieldOf(row, 'Identification'))
  addEuCitizenship(draft, fieldOf(row, 'Citizenship'))
}
