/** What a word that records or lists use for a scheme means. `country` is that of the register where the word says so. */
export interface SchemeMeaning {
  readonly scheme: string
  readonly country?: string
}

const meaning = (words: string, scheme: string, country?: string): (readonly [string, SchemeMeaning])[] =>
  words
    .split(' ')
    .map((word): readonly [string, SchemeMeaning] => [word, country === undefined ? { scheme } : { scheme, country }])

/** By the scheme in lower case with hyphens, without `number`, `no`, `code`, `id` at its end. A leading `xx-` is read as a country first. */
export const SCHEMES: ReadonlyMap<string, SchemeMeaning> = new Map([
  ...meaning('tax taxpayer tin tax-identification vat vat-registration fiscal fiscal-code tax-payer', 'tax'),
  ...meaning(
    'registration reg company company-registration crn business-registration commercial-registry registry trade-register incorporation enterprise',
    'registration',
  ),
  ...meaning('unp', 'tax', 'BY'),
  ...meaning('inn', 'tax', 'RU'),
  ...meaning('ogrn ogrnip', 'registration', 'RU'),
  ...meaning('kpp', 'kpp', 'RU'),
  ...meaning('okpo', 'gazette'),
  ...meaning('gazette government-gazette', 'gazette'),
  ...meaning('edrpou', 'registration', 'UA'),
  ...meaning('uscc usci unified-social-credit unified-social-credit-code', 'uscc', 'CN'),
  ...meaning('bin iin', 'tax', 'KZ'),
  ...meaning('ein', 'tax', 'US'),
  ...meaning('lei legal-entity legal-entity-identifier', 'lei'),
  ...meaning('swift bic swift-bic bic-swift', 'swift'),
  ...meaning('imo imo-ship vessel-imo', 'imo'),
  ...meaning('mmsi maritime-mobile-service-identity', 'mmsi'),
  ...meaning('duns d-u-n-s duns-number', 'duns'),
  ...meaning('passport', 'passport'),
  ...meaning('ssn social-security', 'national-id', 'US'),
  ...meaning('national national-identification national-identity personal identification', 'national-id'),
])

/** Schemes of the whole world: their values are equal or not, whatever country stands beside them. */
export const WORLD_SCHEMES: ReadonlySet<string> = new Set(['lei', 'swift', 'imo', 'mmsi', 'duns'])

/** Schemes of which a party has one for each country, so that two different values are two parties. */
export const SINGLE_SCHEMES: ReadonlySet<string> = new Set([
  'tax',
  'registration',
  'uscc',
  'lei',
  'imo',
  'gazette',
  'national-id',
])

/** Countries where one number is taxpayer's and register's number in one; lists name it either way (OFAC: Belarus, China). */
export const ONE_NUMBER_COUNTRIES: ReadonlySet<string> = new Set(['BY', 'CN', 'KZ', 'UA'])
