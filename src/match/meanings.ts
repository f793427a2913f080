import type { Reading } from './word-likeness.js'
import { addLetter, hashText } from './hash-lists.js'
import type { Token } from './tokens.js'
import type { WordClass } from './words.js'

const [NICKNAME, GROUP, CONCEPT, CHINESE, STEM] = ['nickname', 'group', 'concept', 'chinese', 'stem'].map((kind) =>
  hashText(kind),
)

const numbered = (kind: number | undefined, number: number): number => addLetter(kind ?? 0, number)

/**
 * Calls `found` for each key under which a word is filed so that words of one meaning meet that are not spelt alike: forms of a given
 * name, words of one thing in two languages, the adjective and its place, a Chinese word in two conventions.
 */
export function eachMeaning(word: Token, reading: Reading, found: (hash: number) => void): void {
  if (reading === 'person') eachGivenName(word.nicknames, word.chinese, found)
  else eachThing(word.sound, word.stem, word.asOrganisation, found)
}

/** The same of a word in the name of a person: of the groups of given names that it is in, and its Chinese form. */
export function eachGivenName(nicknames: readonly number[], chinese: string, found: (hash: number) => void): void {
  for (const group of nicknames) found(numbered(NICKNAME, group))
  if (chinese !== '') found(hashText(chinese, CHINESE))
}

/** The same of a word in any other name. */
export function eachThing(
  sound: string,
  stem: string,
  { kind, group, concept }: WordClass,
  found: (hash: number) => void,
): void {
  // Generic words say it for too many names.
  if (kind !== 'generic' && kind !== 'particle') {
    if (group !== '') found(hashText(group, GROUP))
    if (concept !== 0) found(numbered(CONCEPT, concept))
  }
  if (stem.length >= SHORTEST_STEM) found(hashText(stem, STEM))
  if (sound.length >= SHORTEST_STEM && sound !== stem) found(hashText(sound, STEM))
  const noun = sound.length > SHORTEST_STEM ? sound.replace(NOUN_ENDING, '') : sound
  if (noun.length >= SHORTEST_STEM && noun !== sound && noun !== stem) found(hashText(noun, STEM))
}

const NOUN_ENDING = /(?:sk|[aeiou])$/
const SHORTEST_STEM = 4
