import type { PartyType } from '../../model/record.js'
import { dayFirst } from '../day-forms.js'
import { addAddress, addCountry, addIdentifier, addName, addText, type EntryDraft } from '../draft.js'

export const UK_LIST = 'UK Sanctions List'

/** Where a value stands: the column of the table, and the path of the document. */
interface UkField {
  readonly column: string
  readonly path: readonly string[]
}

const PERSON = ['IndividualDetails', 'Individual'] as const
const ENTITY = ['EntityDetails', 'Entity'] as const
const SHIP = ['ShipDetails', 'Ship'] as const

/** The fields of a designation that may have several values, in both forms of the list. */
export const UK_FIELDS = {
  title: { column: 'Title', path: ['Titles', 'Title'] },
  regime: { column: 'Regime Name', path: ['RegimeName'] },
  type: { column: 'Designation Type', path: ['IndividualEntityShip'] },
  imposed: { column: 'Sanctions Imposed', path: ['SanctionsImposed'] },
  information: { column: 'Other Information', path: ['OtherInformation'] },
  reasons: { column: 'UK Statement of Reasons', path: ['UKStatementofReasons'] },
  unReference: { column: 'UN Reference Number', path: ['UNReferenceNumber'] },
  ofsiGroup: { column: 'OFSI Group ID', path: ['OFSIGroupID'] },
  designated: { column: 'Date Designated', path: ['DateDesignated'] },
  birthDay: { column: 'D.O.B', path: [...PERSON, 'DOBs', 'DOB'] },
  nationality: { column: 'Nationality(/ies)', path: [...PERSON, 'Nationalities', 'Nationality'] },
  position: { column: 'Position', path: [...PERSON, 'Positions', 'Position'] },
  nationalId: {
    column: 'National Identifier number',
    path: [...PERSON, 'NationalIdentifierDetails', 'NationalIdentifier', 'NationalIdentifierNumber'],
  },
  passport: { column: 'Passport number', path: [...PERSON, 'PassportDetails', 'Passport', 'PassportNumber'] },
  entityType: { column: 'Type of entity', path: [...ENTITY, 'TypeOfEntities', 'TypeOfEntity'] },
  subsidiary: { column: 'Subsidiaries', path: [...ENTITY, 'Subsidiaries', 'Subsidiary'] },
  parent: { column: 'Parent company', path: [...ENTITY, 'ParentCompanies', 'ParentCompany'] },
  registration: {
    column: 'Business registration number (s)',
    path: [...ENTITY, 'BusinessRegistrationNumbers', 'BusinessRegistrationNumber'],
  },
  imo: { column: 'IMO number', path: [...SHIP, 'IMONumbers', 'IMONumber'] },
  owner: {
    column: 'Current owner/operator (s)',
    path: [...SHIP, 'CurrentOwnerOperators', 'CurrentOwnerOperator'],
  },
  formerOwner: {
    column: 'Previous owner/operator (s)',
    path: [...SHIP, 'PreviousOwnerOperators', 'PreviousOwnerOperator'],
  },
  flag: {
    column: 'Current believed flag of ship',
    path: [...SHIP, 'CurrentBelievedFlagOfShips', 'CurrentBelievedFlagOfShip'],
  },
  hull: {
    column: 'Hull identification number (HIN)',
    path: [...SHIP, 'HullIdentificationNumbers', 'HullIdentificationNumber'],
  },
} as const satisfies Readonly<Record<string, UkField>>

/** What one field says, whichever the form of the list. */
export type UkValues = (field: keyof typeof UK_FIELDS) => readonly string[]

export function ukType(text: string): PartyType | undefined {
  const types: ReadonlyMap<string, PartyType> = new Map([
    ['individual', 'person'],
    ['entity', 'company'],
    ['ship', 'vessel'],
  ])
  return types.get(text.toLowerCase())
}

/** Adds a name: `Name 6` is the family name or the organisation, the others stand before it. */
export function addUkName(draft: EntryDraft, names: readonly string[], type: string, strength: string): void {
  const primary = /^primary name$/i.test(type)
  const weak = /low/i.test(strength) || /low quality/i.test(type)
  const former = /\bf\.?k\.?a\b|former/i.test(type) ? { former: true } : {}
  addName(draft, names.join(' '), primary ? 'primary' : weak ? 'weak' : 'strong', former)
}

export function addUkAddress(draft: EntryDraft, lines: readonly string[], country: string): void {
  addAddress(draft, lines, country)
}

/** Labels of registers that stand before a number. */
const REGISTERS: readonly { readonly label: RegExp; readonly scheme: string; readonly country: string }[] = [
  { label: /^(?:tax|INN|ИНН)\b/i, scheme: 'tax', country: 'RU' },
  { label: /^OGRN(?:IP)?\b/i, scheme: 'registration', country: 'RU' },
  { label: /^OKPO\b/i, scheme: 'gazette', country: 'RU' },
  { label: /^KPP\b/i, scheme: 'kpp', country: 'RU' },
  { label: /^UNP\b/i, scheme: 'tax', country: 'BY' },
  { label: /^(?:USCC|unified social credit)/i, scheme: 'uscc', country: 'CN' },
  { label: /^LEI\b/i, scheme: 'lei', country: '' },
]

/** What stands before a number: words without a digit, and a mark or a blank. */
const LABEL = /^([\p{L}().,/ ]*?)\s*(?:[-:–]|\bno\.?|\bnumber)?\s*(?=\S*\d)/iu

function addRegistration(draft: EntryDraft, text: string): void {
  const label = LABEL.exec(text)?.[0] ?? ''
  const register = REGISTERS.find((each) => each.label.test(label))
  // A label of another kind is left in front: its number alone could be any register's.
  const value =
    register === undefined && !/^(?:registration|company|business)/i.test(label) ? text : text.slice(label.length)
  addIdentifier(draft, register?.scheme ?? 'registration', value, register?.country ?? '')
}

/** Adds what a designation says beside its names and addresses. */
export function addUkFacts(draft: EntryDraft, values: UkValues): void {
  for (const text of values('nationality')) addCountry(draft, text)
  for (const text of values('birthDay')) addBirthDay(draft, text)
  for (const text of values('nationalId')) addIdentifier(draft, 'national-id', text)
  for (const text of values('passport')) addIdentifier(draft, 'passport', text)
  for (const text of values('registration')) addRegistration(draft, text)
  for (const text of values('imo')) addIdentifier(draft, 'imo', text.replace(/^IMO\s*(?:no\.?|number)?[\s:]*/i, ''))
  for (const text of values('hull')) addIdentifier(draft, 'hull', text)
  for (const text of values('unReference')) addIdentifier(draft, 'un-reference', text)
  for (const text of values('ofsiGroup')) addIdentifier(draft, 'ofsi-group', text)
  for (const text of values('regime')) {
    addText(draft.programs, text)
    addText(draft.legalBasis, text)
  }
  for (const text of values('flag')) draft.flag ??= addCountry(draft, text)
  for (const text of values('reasons')) addText(draft.reasons, text)
  for (const text of values('information')) addText(draft.remarks, text)
  for (const text of values('position')) addText(draft.remarks, `Position: ${text}`)
  for (const text of values('entityType')) addText(draft.remarks, `Type of entity: ${text}`)
  addRelations(draft, values)
  if (values('entityType').some((text) => /\bbank\b/i.test(text)) && draft.type === 'company') draft.type = 'bank'
}

const RELATIONS = [
  { field: 'parent', kind: 'Parent company' },
  { field: 'subsidiary', kind: 'Subsidiary' },
  { field: 'owner', kind: 'Current owner/operator' },
  { field: 'formerOwner', kind: 'Previous owner/operator' },
] as const

function addRelations(draft: EntryDraft, values: UkValues): void {
  for (const { field, kind } of RELATIONS) {
    for (const name of values(field)) {
      if (draft.relations.some((each) => each.kind === kind && each.name === name)) continue
      draft.relations.push({ kind, name, ...(field === 'formerOwner' ? { former: true } : {}) })
    }
  }
}

/** `15/08/19yy` and other forms that leave out the year say nothing that a date can be compared with. */
function addBirthDay(draft: EntryDraft, text: string): void {
  const day = dayFirst(text)
  if (day === undefined) draft.uncertainDate = true
  else draft.dates.push(day)
}
