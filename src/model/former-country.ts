interface FormerCountry {
  /** ISO 3166-3, by the alpha-2 that the state had. */
  readonly code: string
  /** In English, as explanations say it. */
  readonly name: string
  /** Alpha-2 of the countries that have its place today. */
  readonly successors: readonly string[]
  /** Its other codes, and its names in the languages of records, `;` between them. */
  readonly words: string
}

/**
 * States that are several countries now. Which of them is meant a code of old does not say, so it is kept as what it is: to take one would
 * contradict a record that says another. CS was given twice, and may be either.
 */
const FORMER: readonly FormerCountry[] = [
  {
    code: 'SU',
    name: 'the Soviet Union',
    successors: ['AM', 'AZ', 'BY', 'EE', 'GE', 'KG', 'KZ', 'LT', 'LV', 'MD', 'RU', 'TJ', 'TM', 'UA', 'UZ'],
    words:
      'SUN;SUHH;USSR;U.S.S.R.;Soviet Union;Former Soviet Union;Union of Soviet Socialist Republics;UdSSR;Sowjetunion;СССР;Советский Союз;URSS;Union soviétique;苏联',
  },
  {
    code: 'YU',
    name: 'Yugoslavia',
    successors: ['BA', 'HR', 'ME', 'MK', 'RS', 'SI', 'XK'],
    words: 'YUG;YUCS;Yugoslavia;Former Yugoslavia;Jugoslawien;Югославия;Yougoslavie;南斯拉夫',
  },
  {
    code: 'CS',
    name: 'Czechoslovakia, or Serbia and Montenegro',
    successors: ['CZ', 'SK', 'ME', 'RS', 'XK'],
    words:
      'CSK;CSHH;SCG;CSXX;Czechoslovakia;Tschechoslowakei;Чехословакия;Tchécoslovaquie;捷克斯洛伐克;Serbia and Montenegro;Serbien und Montenegro;Сербия и Черногория;Serbie-et-Monténégro',
  },
]

/** Withdrawn in 2010, and a country of the table all the same, since official lists still write it. */
const ANTILLES = ['AN', ['BQ', 'CW', 'SX']] as const

const successors: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...FORMER.map((state) => [state.code, state.successors] as const),
  ANTILLES,
])

let codes: ReadonlyMap<string, string> | undefined

const fold = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s.-]+/g, ' ')
    .trim()

/** The code of a state that is several countries now, from a code or a name of it. */
export function formerCountry(text: string): string | undefined {
  codes ??= new Map(
    FORMER.flatMap(({ code, words }) => [code, ...words.split(';')].map((word) => [fold(word), code] as const)),
  )
  return codes.get(fold(text))
}

/** The name of such a state by its code. */
export function formerName(code: string): string | undefined {
  return FORMER.find((state) => state.code === code)?.name
}

/** Whether the code is of a state that is several countries now, and so of no register of today. */
export function isFormerCountry(code: string): boolean {
  return successors.has(code)
}

/** All that a code may mean today. */
function meanings(code: string): readonly string[] {
  return successors.get(code) ?? [code]
}

/** Whether two codes may be of one country: a state of old is none but one of its successors. */
export function mayBeOneCountry(a: string, b: string): boolean {
  if (a === b) return true
  if (!successors.has(a) && !successors.has(b)) return false
  return meanings(a).some((one) => meanings(b).includes(one))
}

/** Without the states of old whose successor stands beside them: they say no more than it does. */
function plain(countries: readonly string[]): readonly string[] {
  if (!countries.some((code) => successors.has(code))) return countries
  return countries.filter(
    (code) => !successors.has(code) || !countries.some((other) => other !== code && meanings(code).includes(other)),
  )
}

/** What two sides say of their countries to each other: `unknown` where one says none, `perhaps` where only a state of old fits. */
export function compareCountries(
  a: readonly string[],
  b: readonly string[],
): 'equal' | 'perhaps' | 'different' | 'unknown' {
  if (a.length === 0 || b.length === 0) return 'unknown'
  if (a.some((code) => b.includes(code))) return 'equal'
  const [left, right] = [plain(a), plain(b)]
  return left.some((one) => right.some((other) => mayBeOneCountry(one, other))) ? 'perhaps' : 'different'
}
