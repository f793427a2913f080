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
