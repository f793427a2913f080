import { isCountryCode } from '../../model/country.js'
import type { ProblemSink } from '../../model/problem.js'
import { loadCsvList } from '../csv/load.js'
import type { TableRow } from '../csv/table.js'
import { tidy } from '../draft.js'
import type { ListFile, LoadedList } from '../loaded.js'
import { SCHEME_LABELS } from '../ofac/schemes.js'
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

/**
 * `RU, 7702235133, Tax ID No.`, or without the country, with the days of expiry and issue before the number
 * (`PK, 2013-09-09, 2008-09-09, 4117921, Passport`); since 2025 the other way round, `Passport, U00242309, TR`. A number may hold commas, a kind
 * of number does not, and no number is a day.
 */
function idOf(text: string): readonly CslId[] {
  const written = text.split(', ')
  const [first = '', last = ''] = [written[0], written.at(-1)]
  const isTypeFirst = !isIdType(last) && isIdType(first)
  const type = isTypeFirst ? first : last
  const ofNumber = isNumberType(type)
  const parts = (isTypeFirst ? written.slice(1) : written.slice(0, -1)).filter((part) => !ofNumber || !DAY.test(part))
  const place = (isTypeFirst ? parts.at(-1) : parts[0]) ?? ''
  const country = written.length > 2 && isCountryCode(place) ? place : ''
  if (country !== '') parts.splice(isTypeFirst ? -1 : 0, 1)
  const number = parts.join(', ')
  return number === '' ? [] : [{ type, number, country }]
}

const DAY = /^\d{4}-\d\d-\d\d$/
const ID_TYPES: ReadonlySet<string> = new Set(SCHEME_LABELS.map(({ label }) => label.toLowerCase()))

/** What else stands among the numbers and is read: OFAC's statements on a party. */
const STATEMENTS =
  /^(?:Executive Order|CAATSA|PEESA|Digital Currency Address|Target Type|Organization Established Date|Nationality of Registration|Aircraft Operator)\b|[:-]$/

function isNumberType(text: string): boolean {
  return ID_TYPES.has(text.replace(/ #$/, '').toLowerCase())
}

function isIdType(text: string): boolean {
  return isNumberType(text) || STATEMENTS.test(text)
}
