import { isCountryCode } from '../../model/country.js'
import type { ProblemSink } from '../../model/problem.js'
import { loadCsvList } from '../csv/load.js'
import type { TableRow } from '../csv/table.js'
import { tidy } from '../draft.js'
import type { ListFile, LoadedList } from '../loaded.js'
import { addCsl, beginCsl, CSL_FIELDS, cslKey, cslList, type CslAddress, type CslId, type CslRecord } from './entry.js'
import { newSources } from './new-sources.js'

/**
 * Reads the Consolidated Screening List in CSV, by the names of its columns: 27 of them in 2016, 28 in 2019, 29 since 2022. It says no day of its
 * own.
 */
export function loadCslCsv(file: ListFile, problems: ProblemSink): Promise<LoadedList> {
  const seen = newSources()
  return loadCsvList(file, problems, {
    list: 'US CSL',
    format: 'us-csl-csv',
    delimiter: ',',
    needed: ['source', 'name', 'entity_number', 'type', 'programs', 'addresses', 'alt_names', 'start_date'],
    known: CSL_FIELDS,
    keyColumn: 'source',
    keyOf: (row) => {
      const record = recordOf(row)
      return record.text('source') === '' ? '' : JSON.stringify([cslList(record), cslKey(record)])
    },
    begin(row) {
      const record = recordOf(row)
      seen.look(record)
      return beginCsl(record, file.path)
    },
    add: (draft, row) => addCsl(draft, recordOf(row)),
    remarks: () => seen.problems(),
  })
}

function recordOf(row: TableRow): CslRecord {
  const list = (field: string): readonly string[] =>
    row
      .get(field)
      .split(/;\s/)
      .map((part) => tidy(part).replace(/;$/, ''))
      .filter((part) => part !== '')
  return {
    line: row.line,
    text: (field) => tidy(row.get(field)),
    list,
    get addresses() {
      return list('addresses').map(addressOf)
    },
    get ids() {
      return list('ids').flatMap(idOf)
    },
  }
}

/** The country stands at the end, by its code: `23 Makaenka St., Minsk, 220114, BY`, or alone. */
function addressOf(text: string): CslAddress {
  const last = text.split(', ').at(-1) ?? ''
  return { text, country: isCountryCode(last) ? last : '' }
}

/** `RU, 7702235133, Tax ID No.`, or without the country. A number may hold commas, a kind of number does not. */
function idOf(text: string): readonly CslId[] {
  const parts = text.split(', ')
  const type = parts.at(-1) ?? ''
  const [first = ''] = parts
  const country = parts.length > 2 && isCountryCode(first) ? first : ''
  const number = parts.slice(country === '' ? 0 : 1, -1).join(', ')
  return number === '' ? [] : [{ type, number, country }]
}
