/** A file of a source: how it is called in the cache, and where its publisher has it. */
export interface SourceFile {
  readonly name: string
  readonly url: string
}

/** A list as its publisher offers it. */
export interface ListSource {
  /** The word for it on the command line, in the config and in the cache. */
  readonly name: string
  readonly title: string
  /** The main file first, then those that belong to it. */
  readonly files: readonly SourceFile[]
  /** Formats, as the report names them, in which the publisher has this list. */
  readonly formats: readonly string[]
  /** Hosts to which its own may redirect; one that begins with a dot stands for all under it. */
  readonly hosts: readonly string[]
  /** Where it is not free for every use: what must be accepted before it is fetched the first time. */
  readonly terms?: SourceTerms
}

export interface SourceTerms {
  /** What they ask, in a sentence. */
  readonly text: string
  readonly url: string
}

const OFAC = 'https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/'
// The service hands its files out from the government's own region of that store.
const OFAC_HOSTS: readonly string[] = ['.treas.gov', '.treasury.gov', '.s3.us-gov-west-1.amazonaws.com']

function ofacFiles(names: readonly string[]): readonly SourceFile[] {
  return names.map((name) => ({ name: name.toLowerCase(), url: `${OFAC}${name}` }))
}

/**
 * Where each list is published (docs/LISTS.md), in the order in which they are shown. The lists of governments are free for any use: United States,
 * 17 U.S.C. 105; EU, Commission Decision 2011/833/EU; UK, Open Government Licence; UN, its terms of use.
 */
export const LIST_SOURCES: readonly ListSource[] = [
  {
    name: 'ofac-sdn',
    title: 'OFAC Specially Designated Nationals (US)',
    files: ofacFiles(['SDN.CSV', 'ALT.CSV', 'ADD.CSV', 'SDN_COMMENTS.CSV']),
    formats: ['ofac-sdn-csv', 'ofac-xml', 'ofac-enhanced-xml', 'ofac-advanced-xml'],
    hosts: OFAC_HOSTS,
  },
  {
    name: 'ofac-consolidated',
    title: 'OFAC Consolidated, not SDN (US)',
    files: ofacFiles(['CONS_PRIM.CSV', 'CONS_ALT.CSV', 'CONS_ADD.CSV', 'CONS_COMMENTS.CSV']),
    formats: ['ofac-cons-csv', 'ofac-xml', 'ofac-enhanced-xml', 'ofac-advanced-xml'],
    hosts: OFAC_HOSTS,
  },
  {
    name: 'us-csl',
    title: 'Consolidated Screening List (US)',
    files: [
      {
        name: 'consolidated.csv',
        url: 'https://data.trade.gov/downloadable_consolidated_screening_list/v1/consolidated.csv',
      },
    ],
    formats: ['us-csl-csv', 'us-csl-json'],
    hosts: ['.trade.gov'],
  },
  {
    name: 'eu',
    title: 'EU Financial Sanctions File',
    files: [
      {
        name: 'eu-fsf.xml',
        // The token is the same for everybody: it stands in the publisher's own open-data catalogue.
        url: 'https://webgate.ec.europa.eu/fsd/fsf/public/files/xmlFullSanctionsList_1_1/content?token=dG9rZW4tMjAxNw',
      },
    ],
    formats: ['eu-fsf-xml', 'eu-fsf-csv'],
    hosts: ['.ec.europa.eu'],
  },
  {
    name: 'uk',
    title: 'UK Sanctions List',
    files: [{ name: 'uk-sanctions-list.xml', url: 'https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.xml' }],
    formats: ['uk-sanctions-xml', 'uk-sanctions-csv'],
    hosts: ['.fcdo.gov.uk', '.publishing.service.gov.uk'],
  },
  {
    name: 'un',
    title: 'UN Security Council Consolidated List',
    files: [{ name: 'un-consolidated.xml', url: 'https://scsanctions.un.org/resources/xml/en/consolidated.xml' }],
    formats: ['un-xml'],
    hosts: ['.un.org'],
  },
  {
    name: 'opensanctions',
    title: 'OpenSanctions, collection of sanctions',
    files: [
      {
        name: 'targets.nested.json',
        url: 'https://data.opensanctions.org/datasets/latest/sanctions/targets.nested.json',
      },
    ],
    formats: ['opensanctions-nested', 'opensanctions-ftm', 'opensanctions-simple'],
    hosts: ['.opensanctions.org'],
    terms: {
      text: 'its data is free for non-commercial use only (CC BY-NC 4.0); a company needs a licence from its publisher',
      url: 'https://www.opensanctions.org/licensing/',
    },
  },
]

/** The source that publishes lists of this format and name, whoever brought the file. */
export function sourceOf(format: string, list: string): ListSource | undefined {
  const fits = LIST_SOURCES.filter((source) => source.formats.includes(format))
  // Three of OFAC's formats hold either list.
  const isSdn = list.includes('SDN')
  return fits.length < 2 ? fits[0] : fits.find(({ name }) => (name === 'ofac-sdn') === isSdn)
}
