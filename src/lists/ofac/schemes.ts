/** One kind of number that OFAC's remarks give: the words before it, the scheme it becomes, and the country where the words name one. */
export interface SchemeLabel {
  readonly label: string
  readonly scheme: string
  readonly country?: string
}

/**
 * The vocabulary of identifier schemes. Numbers of one register family share a scheme, whatever the country calls it, so that a record's
 * `by-unp`, `tax_id` or `registration_number` has one word to be compared with:
 *
 * | scheme | what it holds |
 * | --- | --- |
 * | `tax` | taxpayer and value-added-tax numbers (INN, UNP, NIT, RUC, RFC, FEIN, …) |
 * | `registration` | company and business registers (OGRN, HRB, company house, …) |
 * | `lei`, `swift`, `duns`, `uscc`, `gazette`, `bik`, `isin` | as named; `gazette` is Russia's OKPO |
 * | `imo`, `mmsi`, `call-sign`, `vessel-registration` | vessels, and the IMO number of a shipping company |
 * | `aircraft-…` | serial, construction, tail and transponder numbers |
 * | `passport`, `national-id` | passports of any kind; identity cards and the number that a state gives to each person |
 *
 * Every other kind keeps OFAC's own word in kebab case: two numbers of different registers must not speak against each other because
 * they share a scheme. Left out on purpose, since they are no one's own: `Chinese Commercial Code` (the code of the characters of
 * a name), telephone, e-mail, website, equity tickers, and a vessel's or aircraft's former marks.
 */
export const SCHEME_LABELS: readonly SchemeLabel[] = [
  ...labels('tax', [
    'Tax ID No.',
    'V.A.T. Number',
    'NIT',
    'RUC',
    'RFC',
    'R.F.C.',
    'RIF',
    'RTN',
    'N.I.F.',
    'C.I.F.',
    'C.U.I.T.',
    'Fiscal Code',
    'RSIN',
    'Numero Unico de Identificacao Tributaria (NUIT)',
  ]),
  { label: 'US FEIN', scheme: 'tax', country: 'US' },
  { label: 'Italian Fiscal Code', scheme: 'tax', country: 'IT' },
  { label: 'Romanian Tax Registration', scheme: 'tax', country: 'RO' },
  { label: 'Paraguayan tax identification number', scheme: 'tax', country: 'PY' },
  ...labels('registration', [
    'Registration Number',
    'Registration ID',
    'Business Registration Number',
    'Business Registration Document',
    'Business Number',
    'Company Number',
    'Company ID',
    'Commercial Registry Number',
    'C.R. No.',
    'Enterprise Number',
    'Certificate of Incorporation Number',
    'Public Registration Number',
  ]),
  { label: 'UK Company Number', scheme: 'registration', country: 'GB' },
  { label: 'Romanian C.R.', scheme: 'registration', country: 'RO' },
  ...labels('lei', ['Legal Entity Number']),
  ...labels('swift', ['SWIFT/BIC']),
  ...labels('duns', ['D-U-N-S Number']),
  ...labels('uscc', ['Unified Social Credit Code (USCC)', 'United Social Credit Code Certificate (USCCC)']),
  ...labels('gazette', ['Government Gazette Number']),
  { label: 'BIK (RU)', scheme: 'bik', country: 'RU' },
  ...labels('isin', ['ISIN']),
  ...labels('vessel-registration', ['Vessel Registration Identification']),
  ...labels('imo', ['International Maritime Organization No.']),
  ...labels('mmsi', ['MMSI']),
  ...labels('call-sign', ['Other Vessel Call Sign']),
  ...labels('aircraft-serial-number', [
    "Aircraft Manufacturer's Serial Number (MSN)",
    'Aircraft Serial Identification',
  ]),
  ...labels('aircraft-construction-number', ['Aircraft Construction Number (also called L/N or S/N or F/N)']),
  ...labels('aircraft-tail-number', ['Aircraft Tail Number']),
  ...labels('aircraft-transponder-code', ['Aircraft Mode S Transponder Code']),
  ...labels('passport', [
    'Passport',
    'Passport No.',
    'Passport Booklet',
    'Diplomatic Passport',
    'Diplomatic Passport Laissez-Passer',
    'British National Overseas Passport',
    'Stateless Person Passport',
  ]),
  ...labels('national-id', [
    'National ID No.',
    'Cedula No.',
    'D.N.I.',
    'C.U.I.',
    'Personal ID Card',
    "Citizen's Card Number",
    'Numero de Identidad',
    'CNP (Personal Numerical Code)',
    'Tazkira National ID Card',
  ]),
  { label: 'Turkish Identification Number', scheme: 'national-id', country: 'TR' },
  { label: 'UAE Identification', scheme: 'national-id', country: 'AE' },
  { label: 'Kenyan ID No.', scheme: 'national-id', country: 'KE' },
  { label: 'Bosnian Personal ID No.', scheme: 'national-id', country: 'BA' },
  { label: 'Moroccan Personal ID No.', scheme: 'national-id', country: 'MA' },
  { label: 'SSN', scheme: 'ssn', country: 'US' },
  ...ownWords([
    'Identification Number',
    'C.U.R.P.',
    'C.U.I.P.',
    'I.F.E.',
    'N.I.E.',
    'LE Number',
    'Folio Mercantil No.',
    'Matricula Mercantil No',
    'Trade License No.',
    'Tourism License No.',
    'License',
    'Pilot License Number',
    "Driver's License No.",
    'Economic Register Number (CBLS)',
    'Central Registration System Number',
    'Chamber of Commerce Number',
    'Istanbul Chamber of Comm. No.',
    'Dubai Chamber of Commerce Membership No.',
    'Afghan Money Service Provider License Number',
    'MSB Registration Number',
    'Branch Unit Number',
    'Organization Code',
    'File Number',
    'Registered Charity No.',
    'Trademark number',
    'Electoral Registry No.',
    'Credencial electoral',
    'Birth Certificate Number',
    'National Foreign ID Number',
    'Residency Number',
    'Military Registration Number',
    'Cartilla de Servicio Militar Nacional',
    'Travel Document Number',
    'Refugee ID Card',
    'Stateless Person ID Card',
    "Seafarer's Identification Document",
    'Immigration No.',
    'Public Security and Immigration No.',
    'Tarjeta Profesional',
    'VisaNumberID',
    'Permit Number',
    'SRE Permit No.',
    'Serial No.',
    'Romanian Permanent Resident',
    'Digital Currency Address',
  ]),
]

function labels(scheme: string, words: readonly string[]): readonly SchemeLabel[] {
  return words.map((label) => ({ label, scheme }))
}

function ownWords(words: readonly string[]): readonly SchemeLabel[] {
  return words.map((label) => ({ label, scheme: kebab(label) }))
}

function kebab(label: string): string {
  return label
    .toLowerCase()
    .replace(/\(.*?\)|[.']/g, '')
    .replace(/\b(?:no|number)\b/g, '')
    .trim()
    .replace(/[^a-z0-9]+/g, '-')
}
