import type { Reading } from './word-likeness.js'
import { addLetter, hashText } from './hash-lists.js'
import type { Keys } from './keys.js'
import type { Token } from './tokens.js'
import type { WordClass } from './words.js'

const [NICKNAME, GROUP, CONCEPT, CHINESE, STEM] = ['nickname', 'group', 'concept', 'chinese', 'stem'].map((kind) =>
  hashText(kind),
)

const numbered = (kind: number | undefined, number: number): number => addLetter(kind ?? 0, number)

/**
 * Puts each key under which a word is filed so that words of one meaning meet that are not spelt alike: forms of a given
 * name, words of one thing in two languages, the adjective and its place, a Chinese word in two conventions.
 */
export function putMeanings(word: Token, reading: Reading, keys: Keys): void {
  if (reading === 'person') putGivenNames(word.nicknames, word.chinese, keys)
  else putThings(word.sound, word.stem, word.asOrganisation, keys)
}

/** The same of a word in the name of a person: of the groups of given names that it is in, and its Chinese form. */
export function putGivenNames(nicknames: readonly number[], chinese: string, keys: Keys): void {
  for (const group of nicknames) keys.put(numbered(NICKNAME, group))
  if (chinese !== '') keys.put(hashText(chinese, CHINESE))
}

/** The same of a word in any other name. */
export function putThings(sound: string, stem: string, { kind, group, concept }: WordClass, keys: Keys): void {
  // Generic words say it for too many names.
  if (kind !== 'generic' && kind !== 'particle') {
    if (group !== '') keys.put(hashText(group, GROUP))
    if (concept !== 0) keys.put(numbered(CONCEPT, concept))
  }
  if (stem.length >= SHORTEST_STEM) keys.put(hashText(stem, STEM))
  if (sound.length >= SHORTEST_STEM && sound !== stem) keys.put(hashText(sound, STEM))
  const noun = sound.length > SHORTEST_STEM ? withoutNounEnding(sound) : sound
  if (noun.length >= SHORTEST_STEM && noun !== sound && noun !== stem) keys.put(hashText(noun, STEM))
}

function withoutNounEnding(sound: string): string {
  if (sound.endsWith('sk')) return sound.slice(0, -2)
  return VOWELS.includes(sound.charAt(sound.length - 1)) ? sound.slice(0, -1) : sound
}

const VOWELS = 'aeiou'
const SHORTEST_STEM = 4
