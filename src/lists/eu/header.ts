const REGULATION = [
  'Type',
  'OrganisationType',
  'PublicationDate',
  'EntryIntoForceDate',
  'NumberTitle',
  'Programme',
  'PublicationUrl',
]
const PARTS: readonly (readonly [part: string, fields: string])[] = [
  ['NameAlias', 'LastName FirstName MiddleName WholeName NameLanguage Gender Title Function'],
  ['Address', 'City Street PoBox ZipCode Region Place AsAtListingTime ContactInfo CountryIso2Code CountryDescription'],
  [
    'BirthDate',
    'BirthDate Day Month Year YearRangeFrom YearRangeTo Circa CalendarType ZipCode Region Place City CountryIso2Code CountryDescription',
  ],
  [
    'Identification',
    'Number Diplomatic KnownExpired KnownFalse ReportedLost RevokedByIssuer IssuedBy IssuedDate ValidFrom ValidTo LatinNumber NameOnDocument TypeCode TypeDescription Region CountryIso2Code CountryDescription',
  ],
  ['Citizenship', 'Region CountryIso2Code CountryDescription'],
]
const ENTITY =
  'LogicalId EU_ReferenceNumber UnitedNationId DesignationDate DesignationDetails Remark SubjectType SubjectType_ClassificationCode'

/** The 118 columns of version 1.1. */
export const EU_COLUMNS: ReadonlySet<string> = new Set([
  'fileGenerationDate',
  ...ENTITY.split(' ').map((field) => `Entity_${field}`),
  ...REGULATION.map((field) => `Entity_Regulation_${field}`),
  ...PARTS.flatMap(([part, fields]) => [
    ...fields.split(' ').map((field) => `${part}_${field}`),
    ...['LogicalId', 'RegulationLanguage', 'Remark'].map((field) => `${part}_${field}`),
    ...REGULATION.map((field) => `${part}_Regulation_${field}`),
  ]),
])

export function isEuHeader(names: readonly string[]): boolean {
  const folded = new Set(names.map((name) => name.trim().toLowerCase()))
  return ['entity_logicalid', 'namealias_wholename'].every((name) => folded.has(name))
}

/** The table of before version 1.1, of 57 columns with names such as `Naal_wholename`: it lacks the day and the kind of what it says. */
export function isOldEuTable(text: string): boolean {
  return /\bNaal_(?:wholename|logical_id)\b/i.test(text.slice(0, 4096))
}
