import { parsePartialDate } from '../../model/date.js'
import type { ProblemSink } from '../../model/problem.js'
import { loadCsvList } from '../csv/load.js'
import type { TableRow } from '../csv/table.js'
import { addCountry, addIdentifier, addName, addText, draftEntry, type EntryDraft } from '../draft.js'
import type { ListFile, LoadedList } from '../loaded.js'
import { cellItems } from './cell-items.js'
import { NON_COMMERCIAL, openSanctionsList, regimesOf, type DatasetRegime } from './datasets.js'
import { addPlace, typeOfSchema } from './entity.js'

const KNOWN: ReadonlySet<string> = new Set([
  ...[
    'id',
    'schema',
    'name',
    'aliases',
    'birth_date',
    'countries',
    'addresses',
    'identifiers',
    'sanctions',
    'dataset',
    'program_ids',
  ],
  // Left alone: ways to reach the party, and when their crawler saw it, but for the last.
  ...['phones', 'emails', 'first_seen', 'last_seen', 'last_change'],
])

/**
 * Reads OpenSanctions' `targets.simple.csv`: a row for each target. It does not say which of the sources says what, so the target becomes one
 * entry for the weightiest of its regimes, and its identifiers have no scheme.
 */
export function loadOpenSanctionsSimple(file: ListFile, problems: ProblemSink): Promise<LoadedList> {
  let latest = ''
  return loadCsvList(file, problems, {
    list: 'OpenSanctions',
    format: 'opensanctions-simple',
    delimiter: ',',
    needed: ['id', 'schema', 'name', 'aliases', 'countries', 'sanctions', 'dataset'],
    known: KNOWN,
    keyColumn: 'id',
    keyOf: (row) => row.get('id'),
    begin(row) {
      const { regime, kind } = mainRegime(row)
      return draftEntry({
        list: openSanctionsList(regime),
        regime,
        kind,
        entryId: row.get('id'),
        type: typeOfSchema(row.get('schema'), []),
        place: { file: file.path, line: row.line },
      })
    },
    add(draft, row) {
      if (row.get('last_seen') > latest) latest = row.get('last_seen')
      addRow(draft, row)
    },
    remarks: () => [NON_COMMERCIAL],
    day: () => parsePartialDate(latest.slice(0, 10)),
  })
}

const REGIME_ORDER = ['us', 'eu', 'uk', 'un', 'none'] as const

function mainRegime(row: TableRow): DatasetRegime {
  const sanctioned = row.get('sanctions') !== ''
  const kind = sanctioned ? 'asset-freeze' : 'watch'
  const regimes = regimesOf(cellItems(row.get('dataset')), kind, sanctioned)
  const freezing = regimes.filter((each) => each.kind === 'asset-freeze')
  const candidates = freezing.length > 0 ? freezing : regimes
  for (const regime of REGIME_ORDER) {
    const found = candidates.find((each) => each.regime === regime)
    if (found !== undefined) return found
  }
  return { regime: 'none', kind, datasets: [] }
}

function addRow(draft: EntryDraft, row: TableRow): void {
  addName(draft, row.get('name'), 'primary')
  for (const name of cellItems(row.get('aliases'))) addName(draft, name, 'strong')
  for (const code of cellItems(row.get('countries'))) addCountry(draft, code.toUpperCase())
  for (const text of cellItems(row.get('addresses'))) addPlace(draft, text)
  for (const text of cellItems(row.get('identifiers'))) addIdentifier(draft, 'identifier', text)
  for (const text of cellItems(row.get('birth_date'))) {
    const date = parsePartialDate(text)
    if (date === undefined) draft.uncertainDate = true
    else draft.dates.push(date)
  }
  for (const text of cellItems(row.get('program_ids'))) addText(draft.programs, text)
  for (const text of cellItems(row.get('sanctions'))) addText(draft.legalBasis, text)
  for (const text of cellItems(row.get('dataset'))) addText(draft.remarks, `Source: ${text}`)
}
