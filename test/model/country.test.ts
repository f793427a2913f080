import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import { COUNTRIES } from '../../src/model/country-table.js'
import { countryName, resolveCountry, suggestCountry } from '../../src/model/country.js'

describe('a country by its code or name', () => {
  const cases: readonly (readonly [code: string | undefined, ...texts: string[]])[] = [
    [
      'RU',
      'RU',
      'ru',
      'RUS',
      ' Russia ',
      'Russian Federation',
      'Russland',
      'Russie',
      'RUSIA',
      'Россия',
      '俄罗斯',
      'روسيا',
    ],
    [
      'BY',
      'Belarus',
      'Weißrussland',
      'Weissrussland',
      'Беларусь',
      'Республика Беларусь',
      'Republic of Belarus',
      '白俄罗斯',
    ],
    ['CN', 'CHN', 'China', "People's Republic of China", 'PRC', 'P.R. China', '中国', 'Китай'],
    ['TW', 'Taiwan', 'Republic of China', 'Taiwan, Province of China'],
    ['HK', 'Hong Kong', 'Hongkong', 'HONG-KONG', '香港'],
    ['MO', 'Macau', 'Macao'],
    ['NA', 'NA', 'na', 'Namibia'],
    [
      'KP',
      'Korea, North',
      'North Korea',
      'DPRK',
      "Korea, Democratic People's Republic of",
      "Korea (Democratic People's Republic of)",
    ],
    ['KR', 'Korea, South', 'South Korea', 'Korea, Republic of', 'Korea', 'KOREA (THE REPUBLIC OF)', 'Южная Корея'],
    ['FM', 'Micronesia (Federated States of)'],
    ['BO', 'Bolivia (Plurinational State of)'],
    ['BA', 'Bosnia-Herzegovina', 'Bosnia and Herzegovina', 'Bosnia', 'Босния и Герцеговина'],
    ['ZA', 'South Africa', 'ЮАР'],
    ['CD', 'Congo, Democratic Republic of the', 'Congo (the Democratic Republic of the)', 'DR Congo', 'Congo-Kinshasa'],
    ['CG', 'Congo, Republic of the', 'Congo-Brazzaville'],
    ['CI', "Côte d'Ivoire", 'Cote d Ivoire', 'Ivory Coast', "COTE D'IVOIRE"],
    ['IR', 'Iran', 'Islamic Republic of Iran', 'Iran, Islamic Republic of', 'Iran (Islamic Republic of)'],
    ['GB', 'UK', 'U.K.', 'United Kingdom', 'Great Britain', 'Vereinigtes Königreich'],
    ['US', 'USA', 'U.S.A.', 'United States of America', 'Vereinigte Staaten', 'США'],
    ['AE', 'UAE', 'United Arab Emirates'],
    ['MM', 'Burma', 'Myanmar'],
    ['CZ', 'Czechia', 'Czech Republic'],
    ['SY', 'Syria', 'Syrian Arab Republic'],
    ['VN', 'Vietnam', 'Viet Nam'],
    ['LA', 'Laos', "Lao People's Democratic Republic"],
    ['MD', 'Moldova', 'Republic of Moldova', 'Moldova, Republic of'],
    ['TR', 'Turkey', 'Türkiye', 'Türkei'],
    ['PS', 'Palestinian', 'West Bank', 'Region: Gaza', 'State of Palestine'],
    ['UA', 'Region: Crimea', 'Ukraine', 'Украина'],
    ['BS', 'Bahamas, The', 'The Bahamas'],
    ['GM', 'The Gambia'],
    ['VG', 'Virgin Islands, British'],
    ['IM', 'Man, Isle of'],
    ['MK', 'North Macedonia, The Republic of'],
    ['XK', 'Kosovo', 'XKX'],
    ['AN', 'Netherlands Antilles'],
    ['CW', 'Curaçao'],
    ['DM', 'Dominica'],
    ['DO', 'Dominican Republic'],
    ['GE', 'Georgia'],
    ['NE', 'Niger'],
    ['NG', 'Nigeria'],
    [
      undefined,
      '',
      ' ',
      '00',
      'XX',
      'ZZZ',
      'undetermined',
      'Russlannd',
      'Minsk',
      'People',
      '-',
      '__proto__',
      'constructor',
    ],
  ]
  test.each(cases.flatMap(([code, ...texts]) => texts.map((text) => [text, code] as const)))(
    '%j is %s',
    (text, code) => {
      expect(resolveCountry(text)).toBe(code)
    },
  )

  test('every code, in both lengths, and every name of ours', () => {
    expect(COUNTRIES).toHaveLength(251)
    for (const { alpha2, alpha3, name } of COUNTRIES) {
      expect([resolveCountry(alpha2), resolveCountry(alpha3), resolveCountry(name)]).toEqual([alpha2, alpha2, alpha2])
    }
  })

  test('no two countries have a name in common, in any of the languages', () => {
    for (const language of ['en', 'de', 'fr', 'es', 'ru', 'zh', 'ar']) {
      const names = new Intl.DisplayNames(language, { type: 'region' })
      for (const { alpha2 } of COUNTRIES) {
        const name = names.of(alpha2) ?? ''
        if (alpha2 !== 'AN') expect([language, name, resolveCountry(name)]).toEqual([language, name, alpha2])
      }
    }
  })

  test('English names are the same on every runtime', () => {
    expect([countryName('RU'), countryName('TR'), countryName('HK'), countryName('??')]).toEqual([
      'Russia',
      'Turkey',
      'Hong Kong',
      '??',
    ])
  })
})

test.each([
  ['Russlannd', { name: 'Russland', code: 'RU' }],
  ['Belarsu', { name: 'Belarus', code: 'BY' }],
  ['germny', { name: 'Germany', code: 'DE' }],
  ['Росия', { name: 'Россия', code: 'RU' }],
  // As near to Austria as to Australia.
  ['Austrlia', undefined],
  ['Minsk', undefined],
  ['XX', undefined],
])('did you mean, of %j', (text, near) => {
  expect(suggestCountry(text)).toEqual(near)
})

test('what is near a misspelling is looked for once, not once a row', () => {
  expect(suggestCountry('Russlannd')).toBe(suggestCountry('RUSSLANND'))
})

test.each([
  ['UK', 'GB'],
  ['DD', 'DE'],
  ['ZR', 'CD'],
  ['BLR', 'BY'],
])('%s of old is %s', (text, code) => {
  expect(resolveCountry(text)).toBe(code)
})

// Such names are not looked for in these languages, and were they there, what was asked before would decide whether one is found.
test.each(['ru', 'zh', 'ar'])('no country has a name in plain letters in %s', (language) => {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
  const plain = COUNTRIES.map(({ alpha2 }) => names.of(alpha2) ?? '').filter((name) => /^[\x21-\x7e][ -~]*$/.test(name))
  expect(plain).toEqual([])
})

const DATA = '../shared/data/lists'
const withData = existsSync(DATA) ? describe : describe.skip

withData('against the reference data (../shared/data/lists; skipped where it is not there)', () => {
  test('the codes are those of ISO 3166', () => {
    const rows: readonly Record<string, string>[] = parse(readFileSync(`${DATA}/country-codes/country-codes.csv`), {
      columns: true,
    })
    const theirs = rows
      .map((row) => `${row['ISO3166-1-Alpha-2']} ${row['ISO3166-1-Alpha-3']}`)
      .filter((codes) => codes.length === 6)
    const ours = new Set(COUNTRIES.map(({ alpha2, alpha3 }) => `${alpha2} ${alpha3}`))
    expect(theirs.length).toBeGreaterThan(240)
    expect(theirs.filter((codes) => !ours.has(codes))).toEqual([])
  })

  test.each(['official_name_en', 'UNTERM English Short', 'UNTERM English Formal', 'ISO4217-currency_country_name'])(
    'every country by its %s',
    (column) => {
      const rows: readonly Record<string, string>[] = parse(readFileSync(`${DATA}/country-codes/country-codes.csv`), {
        columns: true,
      })
      const named = rows.filter((row) => (row[column] ?? '') !== '' && row['ISO3166-1-Alpha-2'] !== '')
      expect(named.length).toBeGreaterThan(190)
      const wrong = named.filter((row) => resolveCountry(row[column] ?? '') !== row['ISO3166-1-Alpha-2'])
      expect(wrong.map((row) => row[column])).toEqual([])
    },
  )

  test.each(['ofac-sdn-2021-07', 'ofac-sdn-2023-12-28'])('every country in the addresses of %s', (list) => {
    const rows: readonly string[][] = parse(readFileSync(`${DATA}/${list}/add.csv`), {
      relax_column_count: true,
      relax_quotes: true,
    })
    const countries = new Set(rows.map((row) => (row[4] ?? '').trim()))
    const unresolved = [...countries].filter((country) => resolveCountry(country) === undefined)
    const none = ['-0-', 'undetermined', 'Region: Commonwealth of Independent States', '']
    expect(unresolved.filter((country) => !none.includes(country))).toEqual([])
  })
})
