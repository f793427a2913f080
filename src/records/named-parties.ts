import type { Identifier } from '../model/identifier.js'
import type { NamedParty } from '../model/record.js'
import { BANKS, type PartyDetail, type Role } from './columns.js'
import { quote } from './quote.js'
import type { RowCheck } from './row-check.js'
import { headerOf, isName, textAt, textOf, valuesOf, type Row } from './row.js'
import { readCountry, type Reading } from './values.js'

/** ISO 9362: bank, country, place, and a branch or none. */
const BIC = /^[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/

function detailOf(row: Row, role: Role, detail: PartyDetail): string {
  const index = row.layout.details?.find((one) => one.role === role)?.at.get(detail)
  return index === undefined ? '' : textAt(row, index)
}

/** By what a row names a party: its id or name, else the name beside it, else a bank's code. */
export function partyText(row: Row, role: Role): string {
  const text = textOf(row, role)
  if (text !== '' || row.layout.details === undefined) return text
  return detailOf(row, role, 'name') || detailOf(row, role, 'bic')
}

/** Bills of lading say so of a party to notify that is an end of the link already, some with its address: then nobody else handled it. */
const SAME_AS_END =
  /^same(?: party)? as (?:above|(?:the )?(?:consignee|shipper|notify|notify party|buyer|importer|exporter|seller|receiver|cnee))(?:[.,].*)?$/i

// Most are names, of which few begin so.
const isSameAsEnd = (text: string): boolean => /^same/i.test(text) && SAME_AS_END.test(text)

/** Who handled what a row tells of: the values of `via`, and the banks that have columns of their own. */
export function handlersIn(row: Row): readonly string[] {
  const via = valuesOf(row, 'via').filter((text) => !isSameAsEnd(text))
  const banks = row.layout.details === undefined ? [] : BANKS.map((role) => partyText(row, role))
  return [...new Set([...via, ...banks].filter(isName))]
}

/** What a row says of the parties that it names; `undefined` where it says nothing more than their names. */
export function readParties(check: RowCheck): readonly NamedParty[] | undefined {
  const { row } = check
  const parties = (row.layout.details ?? []).flatMap(({ role }): readonly NamedParty[] => {
    const text = partyText(row, role)
    return isName(text) ? readParty(check, role, text) : []
  })
  return parties.length === 0 ? undefined : parties
}

function readParty(check: RowCheck, role: Role, text: string): readonly NamedParty[] {
  const name = detailOf(check.row, role, 'name')
  const country = check.optional(`${role}_country`, readCountry)
  const identifiers = [
    ...identifier(check, role, 'bic', 'swift', readBic),
    ...identifier(check, role, 'lei', 'lei', (value) => ({ ok: true, value })),
    ...identifier(check, role, 'tax_id', 'tax_id', (value) => ({ ok: true, value })),
  ]
  const isBank = BANKS.includes(role)
  const ofCountry = country === undefined ? {} : { country }
  const named = name === '' || name === text ? {} : { name }
  if (!isBank && name === '' && country === undefined && identifiers.length === 0) return []
  return [{ text, ...named, type: isBank ? 'bank' : 'unknown', ...ofCountry, identifiers }]
}

function identifier(
  check: RowCheck,
  role: Role,
  detail: PartyDetail,
  scheme: string,
  read: (text: string) => Reading<string>,
): readonly Identifier[] {
  const text = detailOf(check.row, role, detail)
  if (text === '') return []
  const reading = read(text)
  if (reading.ok) return [{ scheme, value: reading.value }]
  check.drop(reading, headerOf(check.row, `${role}_${detail}`))
  return []
}

function readBic(text: string): Reading<string> {
  const value = text.replaceAll(/\s/g, '').toUpperCase()
  if (BIC.test(value)) return { ok: true, value }
  const message = `expected a BIC of 8 or 11 characters (ISO 9362), got ${quote(text)}`
  return { ok: false, code: 'bad-identifier', message }
}
