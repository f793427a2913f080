import { elementNames } from '../../xml/names.js'
import { REFERENCE_TABLES } from './references.js'

/** Reference tables that nothing here is looked up in. */
const OTHER_TABLES =
  'AreaCodeType CalendarType CountryRelevance DecisionMakingBody DetailType DocNameStatus EntryLinkType ExRefType FeatureTypeGroup IDRegDocDateType IdentityFeatureLinkType LegalBasisType LocPartValueStatus LocPartValueType Organisation RelationQuality Reliability SanctionsProgram ScriptStatus SubsidiaryBody SupInfoType TargetType Validity'

export const CONTAINERS: readonly string[] = [
  ...[
    'ReferenceValueSets',
    'Locations',
    'IDRegDocuments',
    'DistinctParties',
    'ProfileRelationships',
    'SanctionsEntries',
  ],
  ...REFERENCE_TABLES.map((name) => `${name}Values`),
]

export const IGNORED: readonly string[] = [
  'SanctionsEntryLinks',
  ...OTHER_TABLES.split(' ').map((name) => `${name}Values`),
]

export const KNOWN = elementNames(
  'Alias Comment Date DatePeriod Day Month Year From To Start End DocumentedName DocumentedNamePart NamePartValue',
  'EntryEvent Feature FeatureVersion VersionDetail VersionLocation Identity NamePartGroups MasterNamePartGroup NamePartGroup',
  'IDRegistrationNo LocationCountry LocationPart LocationPartValue Value Profile SanctionsMeasure',
  // Left alone: references back, the dates of documents, and what says how sure a statement is.
  'LocationAreaCode FeatureVersionReference IDRegDocumentReference IDRegDocumentMention IdentityReference IssuingAuthority',
  'DocumentDate DocumentedNameReference DocumentedNameCountry ProfileRelationshipReference SanctionsEntryReference',
  'LimitationsToListing SupportingInfo Text ExternalReference ExRefValue DirectURL SubLink Description Days Months Years',
  'DurationMinimum DurationMaximum',
)

/** Those of its schema, but for those that a file of changes has: such a one is no list, and a warning says so. */
export const ATTRIBUTES = elementNames(
  'Acronym AliasTypeID Approximate AreaCodeID AreaCodeTypeID CalendarTypeID Comment CountryID CountryRelevanceID',
  'DayFixed DecisionMakingBodyID Description DetailCode DetailReferenceID DetailTypeID DocNameStatusID',
  'DocumentedNameID EntryA-SanctionsEntryID EntryB-SanctionsEntryID EntryEventTypeID EntryLinkTypeID',
  'EntryProfileRef ExRefTypeID False FeatureTypeGroupID FeatureTypeID FeatureVersionID FixedRef Former',
  'From-ProfileID ID IDRegDocDateTypeID IDRegDocTypeID IDRegDocumentID IS03166-3Code ISO2 ISO3',
  'IdentityFeatureLinkTypeID IdentityID IssuedBy-CountryID IssuedIn-LocationID LeadingChars LegalBasisID',
  'LegalBasisShortRef LegalBasisTypeID ListID LocPartTypeID LocPartValueStatusID LocPartValueTypeID LocationID',
  'LowQuality MonthFixed NamePartGroupID NamePartTypeID Notional OrganisationID PartySubTypeID PartyTypeID Primary',
  'ProfileID ProfileRelationshipID ReferenceType RelationQualityID RelationTypeID ReliabilityID SanctionsEntryID',
  'SanctionsProgramID SanctionsTypeID ScriptCode ScriptID ScriptStatusID SubsidiaryBodyID SupInfoTypeID Symmetrical',
  'TargetTypeID To-ProfileID TrailingChars ValidityID YearFixed',
)
