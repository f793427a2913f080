import { FOREIGN_NAME } from './renderings.js'
import { sameChineseSyllable, sameKorean } from './syllables.js'
import { spellingSimilarity } from './similarity.js'
import { abjadSimilarity, syllableSimilarity } from './transcription.js'
import { TRANSCRIBING } from './tables/han.js'
import { EVIDENCE } from '../model/thresholds.js'

/** A word of another script: its letters, and what a general romanisation makes of them. */
interface ForeignWord {
  readonly text: string
  readonly origin: string
}

const HAN = /\p{sc=Han}/u
const HANGUL = /\p{sc=Hangul}/u

/** How well a Latin word can be the spelling of a word of another script, 0 to 1; 0 where it is another word. */
export function acrossScripts(latin: string, { text, origin }: ForeignWord): number {
  if (HANGUL.test(origin)) return sameKorean(latin, text) ? EVIDENCE.soundAlike : 0
  const similarity = HAN.test(origin) ? chinese(latin, text, origin) : abjad(latin, origin)
  return similarity < EVIDENCE.leastAcross ? 0 : Math.min(similarity, EVIDENCE.soundAlike)
}

/** A letter alone is an initial, and no spelling of a word whose vowels are not written: `R` would be `نور`. */
function abjad(latin: string, origin: string): number {
  return latin.length === 1 && origin.length > 1 ? 0 : abjadSimilarity(latin, origin)
}

const LEAST_SYLLABLES = 4
const LEAST_TRANSCRIBING = 3
const transcribing: ReadonlySet<string> = new Set(TRANSCRIBING)
const LEAST_IN_PINYIN = 0.8

/** A run of two or three signs is as a rule Chinese; a foreign name has its dot, is longer, or has only the signs that such are spelt with. */
export function spellsByLetters(origin: string): boolean {
  if (origin.startsWith(FOREIGN_NAME)) return true
  const signs = [...origin]
  if (signs.length >= LEAST_SYLLABLES) return true
  return signs.length >= LEAST_TRANSCRIBING && signs.every((sign) => transcribing.has(sign))
}

function chinese(latin: string, pinyin: string, origin: string): number {
  if (latin === pinyin) return 1
  if ([...origin].length === 1) return sameChineseSyllable(latin, pinyin) ? EVIDENCE.otherConvention : 0
  const spelling = spellingSimilarity(latin, pinyin)
  if (!spellsByLetters(origin)) return spelling < LEAST_IN_PINYIN ? 0 : spelling
  return Math.max(spelling, syllableSimilarity(latin, pinyin))
}
