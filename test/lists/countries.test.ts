import { describe, expect, test } from '@jest/globals'
import { countryOf } from '../../src/lists/countries.js'
import { nationOf, nationsOf } from '../../src/lists/demonyms.js'
import { ofacCountry } from '../../src/lists/ofac/countries.js'
import { loadOne } from './given.js'
import { plainText, publishedFile, rawElements } from './published-file.js'
import { rawRows } from './raw-table.js'

describe('a country as lists write it', () => {
  test.each<[string, string | undefined]>([
    ['Bosnia-Herzegovina', 'BA'],
    ['China, Hong Kong Special Administrative Region', 'HK'],
    ['CONGO, Democratic Republic of (was Zaire)', 'CD'],
    ['Cabo Verde.  Previously Cape Verde.', 'CV'],
    ['Trinadad and Tobago', 'TT'],
    ['former Soviet Union', 'SU'],
    ['USSR', 'SU'],
    ['Yugoslavia', 'YU'],
    // The EU's `unknown`, more than one country, and no country.
    ['00', undefined],
    ['Commonwealth of Independent States', undefined],
    ['Africa', undefined],
    ['undetermined', undefined],
    ['', undefined],
  ])('%s', (text, code) => expect(countryOf(text)).toBe(code))

  test.each<[string, string | undefined]>([
    ['Eritrean', 'ER'],
    ['Cabo Verde.  Previously Cape Verde.', 'CV'],
    ['Region: Crimea', 'UA'],
    ['possibly Palestinian', undefined],
    ['None Identified', undefined],
    // The initials of an office.
    ['IR', undefined],
    ['DRC', undefined],
  ])('at OFAC: %s', (text, code) => expect(ofacCountry(text)).toBe(code))
})

describe('a nationality', () => {
  test.each<[string, readonly string[]]>([
    ['Russian', ['RU']],
    ['Russian Federation', ['RU']],
    ['Afgan', ['AF']],
    ['Qatarian', ['QA']],
    ['Kuwaiti citizenship', ['KW']],
    ['Lebanon citizenship', ['LB']],
    ['Sudanese by birth', ['SD']],
    ['USSR (until 1991)', ['SU']],
    ['DRC and Belgian nationalities', ['CD', 'BE']],
    ['Iranian national and US national/citizen', ['IR', 'US']],
    ['Bosnia and Herzegovina', ['BA']],
    ['Trinidad and Tobago', ['TT']],
    // What is not certain, or is over, is none.
    ['Possibly Ethiopian', []],
    ['Kuwaiti citizenship withdrawn in 2002', []],
    ['Syrian and stateless', []],
    ['', []],
  ])('%s', (text, codes) => expect(nationsOf(text)).toEqual(codes))
})

/** What stands where a country should, and names none. */
const NO_COUNTRY = new Set(['undetermined', 'Region: Commonwealth of Independent States'])

describe('every country of the published files is known', () => {
  const un = publishedFile('un-2026/UN_consolidated.xml')
  un.testHere('UN', () => {
    const texts = ['COUNTRY', 'COUNTRY_OF_BIRTH', 'ISSUING_COUNTRY'].flatMap((name) => rawElements(un.text(), name))
    const nationalities = rawElements(un.text(), 'NATIONALITY').flatMap((each) => rawElements(each, 'VALUE'))
    const distinct = [...new Set([...texts, ...nationalities].map(plainText))].filter((text) => text !== '')
    expect(distinct.length).toBeGreaterThan(50)
    expect(distinct.filter((text) => countryOf(text) === undefined)).toEqual([])
  })

  const reference = publishedFile('ofac-sdn-advanced-minified-2024-03-06/reference_values.csv')
  reference.testHere('the reference table of OFAC', () => {
    const areas = rawRows(reference.text()).filter(([kind]) => kind === 'AreaCode' || kind === 'Country')
    const texts = areas.map((row) => row[3]?.trim() ?? '').filter((text) => text !== '' && !NO_COUNTRY.has(text))
    expect(texts.length).toBeGreaterThan(200)
    expect(texts.filter((text) => ofacCountry(text) === undefined)).toEqual([])
  })

  const ofsi = publishedFile('uk-ofsi-conlist-2018-04-13/sanctionsconlist.csv')
  ofsi.testHere('OFSI: a country with more behind or before it, and nationalities in phrases', async () => {
    const { list } = await loadOne(ofsi.path)
    const found = new Map(list.entries.map(({ entryId, countries }) => [entryId, countries]))
    // `In Syria as at June 2013`, `USSR (until 1991)`, `DRC and Belgian nationalities`, `Saudi Arabia citizenship`.
    expect(['13321', '11688', '13461', '7008'].map((id) => found.get(id))).toEqual([
      ['FR', 'SY'],
      ['RU', 'SU'],
      ['BE', 'CD'],
      ['SA'],
    ])
  })
})

test('a nation of no country is none', () => expect(nationOf('Stateless')).toBeUndefined())
