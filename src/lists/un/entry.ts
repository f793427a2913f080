import { parsePartialDate, type PartialDate } from '../../model/date.js'
import type { ListEntry, ListKind } from '../../model/entry.js'
import type { ProblemSink } from '../../model/problem.js'
import { countryOf } from '../countries.js'
import {
  addAddress,
  addCountry,
  addIdentifier,
  addName,
  addText,
  draftEntry,
  finishDraft,
  yearsBetween,
  type EntryDraft,
} from '../draft.js'
import { isoDay } from '../day-forms.js'
import { readListDay } from '../list-day.js'
import { childrenOf, childTexts, elementsAt, fieldNames, textsAt, type XmlElement } from '../xml/element.js'

export const UN_LIST = 'UN Security Council'

/** Regimes of committees by the word that the file uses; `GB` is Guinea-Bissau, as its reference numbers (GBi.001) tell. */
const REGIME_WORDS: ReadonlyMap<string, string> = new Map([['GB', 'Guinea-Bissau']])

/** The kinds of document that the list names, in English, French and Spanish. */
const DOCUMENTS: readonly { readonly words: RegExp; readonly scheme: string }[] = [
  { words: /passe?po/i, scheme: 'passport' },
  { words: /national identification/i, scheme: 'national-id' },
]

/** Words before a number that say again what it is, as in `Libyan passport No. 513519`, `Social Security Number 423-31-3021`. */
const ANNOUNCED = /^(?:[\p{L}() ]* )?(?:no\.|number)[ :]*(?=\S)/iu
/** What is said of a number behind it: until when it holds. */
const EXPIRY = / \(Expire[sd] [^()]*\)$/
/** The state that issued it, as in `403062567 (US)`; elsewhere it stands behind a comma. */
const STATE = / \(([A-Z]{2})\)$/

const OWN = fieldNames(
  'REFERENCE_NUMBER',
  'UN_LIST_TYPE',
  'LISTED_ON',
  'COMMENTS1',
  'FIRST_NAME',
  'SECOND_NAME',
  'THIRD_NAME',
  'FOURTH_NAME',
)
const ADDRESS = fieldNames('STREET', 'CITY', 'STATE_PROVINCE', 'ZIP_CODE', 'COUNTRY')
const BIRTH_PLACE = fieldNames('STREET', 'CITY', 'STATE_PROVINCE', 'COUNTRY')
const ALIAS = fieldNames('QUALITY', 'ALIAS_NAME')
const BIRTH = fieldNames('TYPE_OF_DATE', 'FROM_YEAR', 'TO_YEAR', 'DATE', 'YEAR')
const DOCUMENT = fieldNames('TYPE_OF_DOCUMENT', 'TYPE_OF_DOCUMENT2', 'NUMBER', 'ISSUING_COUNTRY', 'COUNTRY_OF_ISSUE')

/**
 * Reads an INDIVIDUAL or an ENTITY. Every listing is an asset freeze, but for those whose own text names the travel ban alone
 * (resolution 1970 (2011), paragraph 15 without 17): the file has no field for the measure.
 */
export function readUnEntry(
  element: XmlElement,
  file: string,
  problems: ProblemSink,
): { readonly entry: ListEntry; readonly degraded: boolean } {
  const person = element.name === 'INDIVIDUAL'
  const [entryId = '', regime = '', listedOn = '', comments = '', ...parts] = childTexts(element, OWN)
  const draft = draftEntry({
    list: UN_LIST,
    regime: 'un',
    kind: kindOf(comments),
    entryId,
    type: person ? 'person' : 'company',
    place: { file, line: element.line },
  })
  addName(draft, parts.filter((part) => part !== 'na').join(' '), 'primary')
  for (const name of textsAt(element, 'NAME_ORIGINAL_SCRIPT')) addName(draft, name, 'strong')
  for (const alias of childrenOf(element, 'INDIVIDUAL_ALIAS', 'ENTITY_ALIAS')) addAlias(draft, alias)
  for (const text of [...textsAt(element, 'NATIONALITY', 'VALUE'), ...textsAt(element, 'NATIONALITY2')])
    addCountry(draft, text)
  for (const address of childrenOf(element, 'INDIVIDUAL_ADDRESS', 'ENTITY_ADDRESS')) {
    const fields = childTexts(address, ADDRESS)
    addAddress(draft, fields.slice(0, -1), fields.at(-1) ?? '')
  }
  for (const birth of childrenOf(element, 'INDIVIDUAL_DATE_OF_BIRTH')) addBirth(draft, birth)
  for (const birth of childrenOf(element, 'INDIVIDUAL_PLACE_OF_BIRTH')) {
    const fields = childTexts(birth, BIRTH_PLACE).filter((field) => field !== '')
    addText(draft.birthPlaces, fields.join(', '))
  }
  for (const document of childrenOf(element, 'INDIVIDUAL_DOCUMENT')) addDocument(draft, document)
  addText(draft.programs, REGIME_WORDS.get(regime) ?? regime)
  addText(draft.remarks, comments)
  for (const note of textsAt(element, 'DESIGNATION', 'VALUE')) addText(draft.remarks, `Designation: ${note}`)

  const listed = readListDay(draft, isoDay, listedOn, 'LISTED_ON', problems)
  const [delisted] = elementsAt(element, 'DELISTED_ON')
  draft.listedOn = listed.day
  draft.delistedOn = delisted === undefined ? undefined : isoDay(delisted.text)
  return { entry: finishDraft(draft), degraded: listed.bad }
}

function kindOf(comments: string): ListKind {
  return /\bTravel Ban\b/i.test(comments) && !/\bAssets? Freeze\b/i.test(comments) ? 'watch' : 'asset-freeze'
}

/** The UN calls an alias of a person of good or low quality; that of an entity also known or formerly known; often nothing at all. */
function addAlias(draft: EntryDraft, alias: XmlElement): void {
  const [written = '', name = ''] = childTexts(alias, ALIAS)
  const quality = written.toLowerCase()
  const former = quality.startsWith('f') ? { former: true } : {}
  addName(draft, name, quality === 'low' ? 'weak' : 'strong', former)
}

function addBirth(draft: EntryDraft, birth: XmlElement): void {
  const [type, from = '', to = '', date = '', year = ''] = childTexts(birth, BIRTH)
  const dates = birthDates(from, to, date || year)
  if (dates.length === 0) return
  if (type === 'APPROXIMATELY') draft.uncertainDate = true
  else draft.dates.push(...dates)
}

function birthDates(from: string, to: string, single: string): readonly PartialDate[] {
  const range = yearsBetween(from, to)
  if (range !== undefined) return range
  const date = parsePartialDate(single)
  return date === undefined ? [] : [date]
}

function addDocument(draft: EntryDraft, document: XmlElement): void {
  const [type = '', type2 = '', text = '', issuing = '', issue = ''] = childTexts(document, DOCUMENT)
  const kind = `${type} ${type2}`
  const scheme = DOCUMENTS.find(({ words }) => words.test(kind))?.scheme ?? 'document'
  const written = text.replace(ANNOUNCED, '').replace(EXPIRY, '').replace(STATE, ', $1')
  const [number = '', ...more] = written.split(', ')
  const place = more.join(', ')
  const isPlace = countryOf(place) !== undefined
  const country = issuing || issue || (isPlace ? place : '')
  addIdentifier(draft, scheme, isPlace || place === '' ? number : `${number}, ${place}`, country)
}
