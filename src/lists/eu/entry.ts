import { parsePartialDate, type PartialDate } from '../../model/date.js'
import type { PartyType } from '../../model/record.js'
import { dayFirst, partial } from '../day-forms.js'
import { addAddress, addCountry, addIdentifier, addName, addText, yearsBetween, type EntryDraft } from '../draft.js'
import { kindOfRegulations } from './kinds.js'

export const EU_LIST = 'EU FSF'

/** What one part of an entity says under one word: an attribute of the XML, a column of the CSV. */
export type EuField = (name: string) => string

/** `P` and `person`, `E` and `enterprise`: the CSV has the code and the word the other way round. */
export function euType(...words: readonly string[]): PartyType {
  if (words.some((word) => /^(?:P|person)$/i.test(word))) return 'person'
  return words.some((word) => /^(?:E|enterprise)$/i.test(word)) ? 'company' : 'unknown'
}

/**
 * Adds an alias. The file marks none as the primary one. It says of all that they are strong; which are weak stands in the remark, in the words of
 * the UN's lists.
 */
export function addEuName(draft: EntryDraft, field: EuField, remark: string): void {
  const parts = ['firstName', 'middleName', 'lastName'].map(field).filter((part) => part !== '')
  const weak = field('strong') === 'false' || /low quality/i.test(remark)
  const former = /\bformerly\b|\bf\.?k\.?a\b/i.test(remark) ? { former: true } : {}
  addName(draft, field('wholeName') || parts.join(' '), weak ? 'weak' : 'strong', former)
  if (field('function') !== '') addText(draft.remarks, `Function: ${field('function')}`)
  addText(draft.remarks, remark)
}

/** The name that the entry is called by: the first strong one in Latin letters, which the others are also known as. */
export function choosePrimary(draft: EntryDraft): void {
  const strong = draft.names.filter((name) => name.strength === 'strong' && name.former !== true)
  const first = strong.find((name) => /\p{Script=Latin}/u.test(name.text)) ?? strong[0]
  if (first !== undefined) draft.names[draft.names.indexOf(first)] = { ...first, strength: 'primary' }
}

export function addEuAddress(draft: EntryDraft, field: EuField): void {
  const parts = ['street', 'poBox', 'zipCode', 'city', 'place', 'region'].map(field)
  const described = field('countryDescription')
  addAddress(draft, parts, /^unknown$/i.test(described) ? '' : described)
  addCountry(draft, field('countryIso2Code'))
}

export function addEuCitizenship(draft: EntryDraft, field: EuField): void {
  addCountry(draft, field('countryIso2Code'))
}

export function addEuBirth(draft: EntryDraft, field: EuField): void {
  const place = ['city', 'place', 'region', 'countryDescription'].map(field)
  addText(draft.birthPlaces, place.filter((part) => part !== '' && !/^unknown$/i.test(part)).join(', '))
  const dates = birthDates(field)
  const calendar = field('calendarType')
  if (dates.length === 0) return
  if (field('circa') === 'true' || (calendar !== '' && calendar !== 'GREGORIAN')) draft.uncertainDate = true
  else draft.dates.push(...dates)
}

function birthDates(field: EuField): readonly PartialDate[] {
  const range = yearsBetween(field('yearRangeFrom'), field('yearRangeTo'))
  if (range !== undefined) return range
  const date = dayFirst(field('birthdate')) ?? partial(field('year'), field('monthOfYear'), field('dayOfMonth'))
  return date === undefined ? [] : [date]
}

/** Codes of kinds of document, in the file's own words. */
const DOCUMENTS: ReadonlyMap<string, string> = new Map([
  ['passport', 'passport'],
  ['diplomaticpassport', 'passport'],
  ['id', 'national-id'],
  ['ssn', 'ssn'],
  ['regnumber', 'registration'],
  ['fiscalcode', 'tax'],
  ['swiftbic', 'swift'],
  ['imo', 'imo'],
  ['lei', 'lei'],
  ['electoral', 'electoral'],
  ['tradelic', 'trade-license'],
  ['residentperm', 'residence-permit'],
  ['travelperm', 'travel-document'],
])

export function addEuIdentification(draft: EntryDraft, field: EuField): void {
  const code = field('identificationTypeCode').toLowerCase()
  const scheme = DOCUMENTS.get(code) ?? (code === '' ? 'document' : code)
  for (const number of new Set([field('number'), field('latinNumber')])) {
    if (number !== '') addIdentifier(draft, scheme, number, field('countryIso2Code'))
  }
}

export function addEuRegulation(draft: EntryDraft, field: EuField): void {
  addText(draft.programs, field('programme'))
  addText(draft.legalBasis, field('numberTitle'))
  draft.kind = kindOfRegulations(draft.legalBasis)
  // An amendment's day is not that of the listing, which may be years before; a regulation without a designation date is.
  const published = dayFirst(field('publicationDate'))
  if (/^regulation$/i.test(field('regulationType')) && published !== undefined) draft.listedOn ??= published
  const url = field('publicationUrl')
  if (url !== '') draft.url ??= url
}

/** Adds what the entity itself says. */
export function addEuEntity(draft: EntryDraft, field: EuField): void {
  const designated = dayFirst(field('designationDate'))
  if (designated !== undefined) draft.listedOn = designated
  const delisted = parsePartialDate(field('delistingDate'))
  if (delisted !== undefined) draft.delistedOn = delisted
  addText(draft.remarks, field('designationDetails'))
  addIdentifier(draft, 'un-reference', field('unitedNationId'))
}
