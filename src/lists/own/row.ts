import { LIST_KINDS, REGIMES, type ListEntry, type ListKind, type ListName, type Regime } from '../../model/entry.js'
import { compareCodePoints } from '../../model/order.js'
import { PARTY_TYPES } from '../../model/record.js'
import { quote } from '../../records/quote.js'
import type { RowCheck } from '../../records/row-check.js'
import { headerOf, isName, textOf, valuesOf } from '../../records/row.js'
import { isSpoiltNumber, readCountry, readDate, readWord, spoiltNumber, type Reading } from '../../records/values.js'
import { readIdentifiers } from './identifiers.js'
import { readRegime, regimeOfList } from './regime.js'

/** The entry of one row, on the list of that name where the row names none; `undefined` where the row is rejected, which is then said. */
export function readOwnEntry(check: RowCheck, defaultList: string): ListEntry | undefined {
  const { row, place } = check
  const name = textOf(row, 'name')
  if (!isName(name)) {
    check.reject('no-name', `expected a name, got ${name === '' ? 'nothing' : quote(name)}`, 'name')
    return undefined
  }
  const list = textOf(row, 'list') || defaultList
  const kind = readKind(check)
  const regime = kind === undefined ? undefined : readRowRegime(check, list)
  if (kind === undefined || regime === undefined) return undefined

  const id = check.optional<string>('id', (text) =>
    isSpoiltNumber(text) ? spoiltNumber(text) : { ok: true, value: text },
  )
  const listedOn = check.optional('listed_on', readDate)
  const delistedOn = check.optional('delisted_on', readDate)
  const url = textOf(row, 'url')
  return {
    list,
    regime,
    kind,
    entryId: id ?? name,
    names: namesOf(name, valuesOf(row, 'aliases').filter(isName)),
    type: check.optional('type', (text) => readWord(text, PARTY_TYPES, 'bad-type')) ?? 'unknown',
    countries: readCountries(check),
    addresses: [],
    identifiers: readIdentifiers(check),
    dates: [],
    programs: [...new Set(valuesOf(row, 'programs'))],
    ...(listedOn === undefined ? {} : { listedOn }),
    ...(delistedOn === undefined ? {} : { delistedOn }),
    ...(url === '' ? {} : { url }),
    relations: [],
    place,
  }
}

function namesOf(name: string, aliases: readonly string[]): readonly ListName[] {
  const others = [...new Set(aliases)].filter((alias) => alias !== name)
  return [{ text: name, strength: 'primary' }, ...others.map((text): ListName => ({ text, strength: 'strong' }))]
}

/** What a designation does can't be guessed from a word that nobody knows, so the row is rejected. */
function readKind(check: RowCheck): ListKind | undefined {
  const text = textOf(check.row, 'kind')
  if (text === '') return 'asset-freeze'
  return required(check, 'kind', readWord(text, LIST_KINDS, 'bad-kind'))
}

function readRowRegime(check: RowCheck, list: string): Regime | undefined {
  const text = textOf(check.row, 'regime')
  if (text === '') return regimeOfList(list)
  const regime = readRegime(text)
  return regime ?? required(check, 'regime', readWord(text, REGIMES, 'bad-regime'))
}

function required<T>(check: RowCheck, field: string, reading: Reading<T>): T | undefined {
  if (reading.ok) return reading.value
  check.reject(reading.code, reading.message, field, reading.hint)
  return undefined
}

function readCountries(check: RowCheck): readonly string[] {
  const codes = new Set<string>()
  for (const text of valuesOf(check.row, 'country')) {
    const reading = readCountry(text)
    if (reading.ok) codes.add(reading.value)
    else check.drop(reading, headerOf(check.row, 'country'))
  }
  return [...codes].sort(compareCodePoints)
}
