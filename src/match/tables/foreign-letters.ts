/**
 * What letters of scripts that do not write vowels, and syllables of Chinese, may stand for in a Latin spelling. `free` costs
 * nothing, `near` little; `skip` is the cost of a letter that the Latin spelling leaves out. Capitals are two letters: S sh, C ch,
 * X kh, G gh, T th, D dh, Z zh.
 */
export interface Sign {
  readonly free: string
  readonly near: string
  readonly skip: number
}

const SIGN_LINES: readonly (readonly [string, string, string, number])[] = [
  ['اآأإٱא', 'a', 'eoiu', 0.15],
  ['عע', 'aeiou', '', 0.08],
  ['ءئ', 'aeiouy', '', 0.08],
  ['بב', 'b', 'pv', 1],
  ['پ', 'p', 'b', 1],
  ['تطٹټתט', 't', 'dT', 1],
  ['ة', 'ath', 'e', 0.08],
  ['ث', 'Tst', 'c', 1],
  ['ج', 'j', 'gZC', 1],
  ['چ', 'CS', 'j', 1],
  ['ح', 'h', 'X', 0.5],
  ['ח', 'hX', 'Ck', 0.6],
  ['هہھה', 'h', 'aeX', 0.15],
  ['خ', 'Xh', 'k', 1],
  ['دڈډד', 'd', 'tD', 1],
  ['ذ', 'Dzd', '', 1],
  ['رڑړר', 'r', '', 1],
  ['زז', 'z', 'sj', 1],
  ['ژ', 'Zjz', '', 1],
  ['ځ', 'zj', 's', 1],
  ['سס', 's', 'cz', 1],
  ['ش', 'S', 'Cs', 1],
  ['ש', 'Ss', 'C', 1],
  ['ص', 's', 'cz', 1],
  ['צץ', 'cz', 'sT', 1],
  ['ضظ', 'dzD', '', 1],
  ['غ', 'Gg', 'qr', 1],
  ['ف', 'f', 'vp', 1],
  ['פף', 'pf', 'v', 1],
  ['قק', 'qkg', 'Gc', 1],
  ['کكכך', 'k', 'gqcX', 1],
  ['گګג', 'g', 'kj', 1],
  ['لל', 'l', '', 1],
  ['مםמ', 'm', 'n', 1],
  ['نںןנ', 'n', 'm', 1],
  ['وؤו', 'wvuo', '', 0.3],
  ['یيىےיۍ', 'yie', '', 0.4],
]

/** Letters of Arabic, Persian, Pashto, Urdu and Hebrew. */
export const ABJAD_SIGNS: ReadonlyMap<string, Sign> = new Map(
  SIGN_LINES.flatMap(([letters, free, near, skip]) =>
    [...letters].map((letter): readonly [string, Sign] => [letter, { free, near, skip }]),
  ),
)

const SYLLABLE_LINES: readonly (readonly [string, string, string, number])[] = [
  ['b', 'b', 'pv', 1],
  ['p', 'p', 'bf', 1],
  ['m', 'm', 'n', 1],
  ['f', 'f', 'vpT', 1],
  ['d', 'd', 'tDT', 1],
  ['t', 'tT', 'd', 1],
  ['n', 'n', 'm', 1],
  ['l', 'lr', '', 1],
  ['g', 'gG', 'kcq', 1],
  ['k', 'kcqX', 'gC', 1],
  ['h', 'hX', 'fg', 1],
  ['j', 'j', 'gkzcC', 1],
  ['q', 'C', 'jkct', 1],
  ['x', 'sSc', 'hXz', 1],
  ['zh', 'j', 'zdgC', 1],
  ['ch', 'C', 'tjs', 1],
  ['sh', 'Ss', 'zc', 1],
  ['r', 'r', 'jlZ', 1],
  ['z', 'z', 'stj', 1],
  ['c', 'zc', 'st', 1],
  ['s', 'scTz', 'S', 1],
  ['w', 'wvuo', 'h', 0.4],
  ['y', 'yij', 'gue', 0.4],
  ['N', 'nm', '', 0.6],
  ['R', 'rl', '', 0.35],
]

/** Initials of pinyin syllables as Chinese uses them for foreign names; `N` a final nasal, `R` the syllable er. */
export const SYLLABLE_SIGNS: ReadonlyMap<string, Sign> = new Map(
  SYLLABLE_LINES.map(([sound, free, near, skip]): readonly [string, Sign] => [sound, { free, near, skip }]),
)
