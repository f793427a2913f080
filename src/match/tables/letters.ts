/** How the letters of a script are written in Latin ones. Several conventions are in use side by side on lists and invoices. */
export interface Convention {
  readonly letters: ReadonlyMap<string, string>
  /** What a convention writes differently at certain places of the word, applied before the letters. */
  readonly endings: readonly (readonly [RegExp, string])[]
}

function pairs(text: string): (readonly [string, string])[] {
  return text.split(' ').map((pair): readonly [string, string] => [pair.slice(0, 1), pair.slice(1)])
}

const CYRILLIC = pairs(
  'аa бb вv гg дd еe ёe жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy ь эe юyu яya ' +
    'іi їi єye ґg ўu ђdj јj љlj њnj ћc џdz ѓg ќk ѕdz әa ғg қk ңn өo ұu үu һh ҳh ҷj ӣi ӯu',
)

function convention(overrides: string, endings: Convention['endings'] = []): Convention {
  return { letters: new Map([...CYRILLIC, ...(overrides === '' ? [] : pairs(overrides))]), endings }
}

/** The first is the one OFAC's lists follow mostly; then passports (ICAO 9303), BGN/PCGN, scholarly, and loose business spelling. */
export const CONVENTIONS: readonly Convention[] = [
  convention(''),
  convention('йi юiu яia ъie єie їi ёe'),
  convention('ёyo їyi', [[/^е|(?<=[аеёиоуыэюяьъ])е/g, 'ye']]),
  convention('йj юju яja хh цc ёjo єje їji щsch'),
  convention('хh щsch ёyo', [[/[иы]й$/, 'ы']]),
  convention('йi ыi юiu яia', [[/[иы]й$/, 'и']]),
]

/** Ukrainian and Belarusian г is h; Ukrainian и is y. */
export const HARD_G_AS_H: ReadonlyMap<string, string> = new Map(pairs('гh'))

const LOOKALIKES = 'аa еe оo рp сc хx уy кk мm тt вb нh іi јj ѕs һh αa βb εe ηh ιi κk μm νn οo ρp τt χx υy ζz'
const toLatin = new Map(pairs(LOOKALIKES))
const toCyrillic = new Map(pairs('aа eе oо pр cс xх yу kк mм tт bв hн iі jј sѕ'))

/** Letters of different scripts that look alike. */
export const HOMOGLYPHS: {
  readonly toLatin: ReadonlyMap<string, string>
  readonly toCyrillic: ReadonlyMap<string, string>
} = {
  toLatin,
  toCyrillic,
}

/** Latin letters that do not come apart into a plain one and an accent. */
export const LATIN_SPECIALS: ReadonlyMap<string, string> = new Map(
  pairs('ßss æae œoe øo łl đd ðd þth ıi əa ŋn ħh ĸk ſs'),
)

/** The German, Nordic and Hungarian habit of writing ä, ö, ü, å out. */
export const UMLAUTS: ReadonlyMap<string, string> = new Map(pairs('äae öoe üue øoe åaa'))
