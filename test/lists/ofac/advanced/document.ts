/** The words of the numbers that the fragments use, as OFAC publishes them. */
const REFERENCES = `<ReferenceValueSets>
<AliasTypeValues><AliasType ID="1400">A.K.A.</AliasType><AliasType ID="1401">F.K.A.</AliasType><AliasType ID="1403">Name</AliasType></AliasTypeValues>
<CountryValues><Country ID="11082" ISO2="CU">Cuba</Country><Country ID="11066" ISO2="CO">Colombia</Country><Country ID="11115" ISO2="JP">Japan</Country></CountryValues>
<DetailReferenceValues><DetailReference ID="91526">Male</DetailReference></DetailReferenceValues>
<FeatureTypeValues><FeatureType ID="8">Birthdate</FeatureType><FeatureType ID="25">Location</FeatureType><FeatureType ID="224">Gender</FeatureType></FeatureTypeValues>
<IDRegDocTypeValues><IDRegDocType ID="1570">Cedula No.</IDRegDocType><IDRegDocType ID="1571">Passport</IDRegDocType></IDRegDocTypeValues>
<LegalBasisValues><LegalBasis ID="1" LegalBasisShortRef="Unknown">Unknown</LegalBasis><LegalBasis ID="2" LegalBasisShortRef="EO 14024">x</LegalBasis></LegalBasisValues>
<ListValues><List ID="1550">SDN List</List><List ID="91507">Sectoral Sanctions Identifications List</List></ListValues>
<LocPartTypeValues><LocPartType ID="1451">ADDRESS1</LocPartType><LocPartType ID="1454">CITY</LocPartType><LocPartType ID="1456">POSTAL CODE</LocPartType></LocPartTypeValues>
<NamePartTypeValues><NamePartType ID="1520">Last Name</NamePartType><NamePartType ID="1521">First Name</NamePartType><NamePartType ID="1525">Entity Name</NamePartType></NamePartTypeValues>
<PartySubTypeValues><PartySubType ID="1" PartyTypeID="4">Vessel</PartySubType><PartySubType ID="3" PartyTypeID="2">Unknown</PartySubType><PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType></PartySubTypeValues>
<PartyTypeValues><PartyType ID="1">Individual</PartyType><PartyType ID="2">Entity</PartyType><PartyType ID="4">Transport</PartyType></PartyTypeValues>
<RelationTypeValues><RelationType ID="15001">Providing support to</RelationType><RelationType ID="15003">Owned or Controlled By</RelationType></RelationTypeValues>
<SanctionsTypeValues><SanctionsType ID="1">Program</SanctionsType><SanctionsType ID="1705">Block</SanctionsType></SanctionsTypeValues>
<ScriptValues><Script ID="215">Latin</Script><Script ID="220">Cyrillic</Script></ScriptValues>
</ReferenceValueSets>`

export interface Pieces {
  readonly day?: string
  readonly locations?: string
  readonly documents?: string
  readonly parties?: string
  readonly relations?: string
  readonly entries?: string
}

/** A document in the order that the schema prescribes. */
export function documentOf({
  day = '',
  locations = '',
  documents = '',
  parties = '',
  relations = '',
  entries = '',
}: Pieces): string {
  return `<?xml version="1.0" encoding="utf-8"?><Sanctions xmlns="urn:x" Version="1">${day || '<DateOfIssue><Year>2024</Year><Month>3</Month><Day>6</Day></DateOfIssue>'}${REFERENCES}
<Locations>${locations}</Locations><IDRegDocuments>${documents}</IDRegDocuments><DistinctParties>${parties}</DistinctParties>
<ProfileRelationships>${relations}</ProfileRelationships><SanctionsEntries>${entries}</SanctionsEntries><SanctionsEntryLinks/></Sanctions>`
}

/** An entity, or what its sub-type says, with a name in two scripts. */
export const PARTY = (id: string, name: string, subType = '3') =>
  `<DistinctParty FixedRef="${id}"><Comment/><Profile ID="${id}" PartySubTypeID="${subType}"><Identity ID="9${id}" Primary="true"><Alias AliasTypeID="1403" Primary="true" LowQuality="false">
<DocumentedName ID="1"><DocumentedNamePart><NamePartValue NamePartGroupID="1" ScriptID="215">${name}</NamePartValue></DocumentedNamePart></DocumentedName>
<DocumentedName ID="2"><DocumentedNamePart><NamePartValue NamePartGroupID="1" ScriptID="220">Зорин</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
<NamePartGroups><MasterNamePartGroup><NamePartGroup ID="1" NamePartTypeID="1525"/></MasterNamePartGroup></NamePartGroups></Identity></Profile></DistinctParty>`
/** The designation of a party on a list. */
export const ON = (id: string, list: string, year: string, program: string) =>
  `<SanctionsEntry ID="${id}${list}" ProfileID="${id}" ListID="${list}"><EntryEvent LegalBasisID="2"><Date><Year>${year}</Year><Month>7</Month><Day>29</Day></Date></EntryEvent>
<SanctionsMeasure SanctionsTypeID="1"><Comment>${program}</Comment></SanctionsMeasure><SanctionsMeasure SanctionsTypeID="1705"/></SanctionsEntry>`
