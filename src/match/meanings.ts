import type { Reading } from './word-likeness.js'
import { addLetter, hashText } from './hash-lists.js'
import type { Token } from './tokens.js'

const [NICKNAME, GROUP, CONCEPT, CHINESE, STEM] = ['nickname', 'group', 'concept', 'chinese', 'stem'].map((kind) =>
  hashText(kind),
)

const numbered = (kind: number | undefined, number: number): number => addLetter(kind ?? 0, number)

/**
 * Calls `found` for each key under which a word is filed so that words of one meaning meet that are not spelt alike: forms of a given
 * name, words of one thing in two languages, the adjective and its place, a Chinese word in two conventions.
 */
export function eachMeaning(word: Token, reading: Reading, found: (hash: number) => void): void {
  const { sound, stem, chinese, asOrganisation } = word
  if (reading === 'person') {
    for (const group of word.nicknames) found(numbered(NICKNAME, group))
    if (chinese !== '') found(hashText(chinese, CHINESE))
    return
  }
  const { kind, group, concept } = asOrganisation
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
