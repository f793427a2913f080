import { COUNTRIES, OTHER_NAMES } from './country-table.js'
import { formerName } from './former-country.js'
import { createRecent } from './recent.js'
import { nearestWords } from './spelling.js'

/** In the order in which a near name is preferred for a hint; in letters of their own are those after the fourth. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'ru', 'zh', 'ar'] as const
const LATIN = 4

const byAlpha2 = new Map(COUNTRIES.map((country) => [country.alpha2, country]))
/**
 * The codes that differ from ISO's in official use, the United Kingdom in trade data and Greece in the EU's; and those
 * that ISO 3166-3 withdrew where one country of today has the place of the old one.
 */
const CODE_ALIASES: ReadonlyMap<string, string> = new Map([
  ['UK', 'GB'],
  ['EL', 'GR'],
  ['BU', 'MM'],
  ['DD', 'DE'],
  ['DY', 'BJ'],
  ['FX', 'FR'],
  ['HV', 'BF'],
  ['NH', 'VU'],
  ['RH', 'ZW'],
  ['TP', 'TL'],
  ['VD', 'VN'],
  ['YD', 'YE'],
  ['ZR', 'CD'],
])

let alpha3: ReadonlyMap<string, string> | undefined

interface NamedCountry {
  readonly name: string
  readonly code: string
}
const namesByKey = new Map<string, NamedCountry>()
/** How many of the languages are in it; -1 before the names that stand here. */
let languagesIn = -1

/** Letters and digits alone, without case, accents and the English article. */
function fold(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('&', ' and ')
    .replaceAll(/['’.]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && word !== 'the')
    .join('')
}

function addName(name: string, code: string): void {
  const key = fold(name)
  if (key !== '' && !namesByKey.has(key)) namesByKey.set(key, { name, code })
}

/** The names that stand here first, then those that the runtime has of each language, in order: some 3 ms each, which nobody pays who writes the usual names. */
function addNames(): void {
  const language = LANGUAGES[languagesIn]
  languagesIn++
  if (language === undefined) {
    for (const [code, list] of OTHER_NAMES) for (const name of list.split(';')) addName(name, code)
    for (const { alpha2, name } of COUNTRIES) addName(name, alpha2)
    return
  }
  const display = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
  // The runtime calls AN by the name of a successor, Curaçao.
  for (const { alpha2 } of COUNTRIES) if (alpha2 !== 'AN') addName(display.of(alpha2) ?? '', alpha2)
}

function countryNames(): ReadonlyMap<string, NamedCountry> {
  while (languagesIn < LANGUAGES.length) addNames()
  return namesByKey
}

/** The code of a name that is folded. One in plain letters is in no language that is not. */
function codeOfKey(key: string): string | undefined {
  const most = PLAIN.test(key) ? LATIN : LANGUAGES.length
  for (;;) {
    const found = namesByKey.get(key)?.code
    if (found !== undefined || languagesIn >= most) return found
    addNames()
  }
}

const PLAIN = /^[a-z0-9]*$/

/** `Korea, North` read as `North Korea`, as far as there is one comma, and ISO's `Korea (Republic of)` as `Republic of Korea`. */
function turned(name: string): string | undefined {
  const [, country, style] = /^([^,(]+)[,(]([^,()]+)\)?$/.exec(name) ?? []
  return country === undefined || style === undefined ? undefined : `${style.trim()} ${country}`
}

const STYLES =
  /^(?:the )?(?:(?:people'?s|democratic|islamic|federal|federative|socialist|arab|plurinational|co-?operative|united|hashemite|bolivarian|oriental|independent) )*(?:republic|kingdom|state|commonwealth|principality|sultanate|grand duchy|federation|union) of /i

function byName(name: string): string | undefined {
  const found = codeOfKey(fold(name))
  if (found !== undefined) return found
  const style = STYLES.exec(name)?.[0]
  return style === undefined ? undefined : codeOfKey(fold(name.slice(style.length)))
}

/** Whether it is an ISO 3166 alpha-2 code, in upper case. */
export function isCountryCode(code: string): boolean {
  return byAlpha2.has(code)
}

function byCode(text: string): string | undefined {
  const code = text.toUpperCase()
  if (code.length === 2) return byAlpha2.has(code) ? code : CODE_ALIASES.get(code)
  if (code.length !== 3) return undefined
  alpha3 ??= new Map(COUNTRIES.map((country) => [country.alpha3, country.alpha2]))
  return alpha3.get(code)
}

/**
 * ISO 3166 alpha-2 of an alpha-2 or alpha-3 code or of a country's name, in any case: English, German, French,
 * Spanish, Russian, Chinese, Arabic, and other names in common use (`Korea, North`, `Burma`, `Region: Crimea`).
 */
export function resolveCountry(text: string): string | undefined {
  const name = text.trim().replace(/^region:\s*/i, '')
  if (name === '') return undefined
  const coded = byCode(name)
  if (coded !== undefined) return coded
  const direct = byName(name)
  if (direct !== undefined) return direct
  const inverted = turned(name)
  return inverted === undefined ? undefined : byName(inverted.trim())
}

interface Suggestion {
  readonly near: NamedCountry | undefined
}
/** One misspelling stands in every row of its column: looking for what is near takes half a millisecond. */
const suggested = createRecent<string, Suggestion>(1000, () => 1)

/** The country name nearest to a misspelt one, for a hint; none where names of two countries are equally near. */
export function suggestCountry(text: string): NamedCountry | undefined {
  const folded = fold(text)
  const known = suggested.get(folded)
  if (known !== undefined) return known.near
  const near = nearestCountry(folded)
  suggested.set(folded, { near })
  return near
}

function nearestCountry(folded: string): NamedCountry | undefined {
  const near = nearestWords(folded, countryNames().keys()).flatMap((key) => countryNames().get(key) ?? [])
  const first = near[0]
  return first !== undefined && near.every((other) => other.code === first.code) ? first : undefined
}

/** The English short name of an alpha-2 code, of today or of old; the code itself where there is none. */
export function countryName(code: string): string {
  return byAlpha2.get(code)?.name ?? formerName(code) ?? code
}
