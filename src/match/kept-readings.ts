import { normaliseName } from './normalise.js'
import { FOREIGN_READINGS, PHRASE_READINGS } from './tables/foreign-readings.js'

// Romanising the tables' words and phrases in other letters took longer than screening a small file, so that their readings are kept.

function byFirst(lines: readonly string[], gap: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const line of lines) {
    const at = line.indexOf(gap)
    if (at < 0) found.set(line, '')
    else found.set(line.slice(0, at), line.slice(at + gap.length))
  }
  return found
}

let words: ReadonlyMap<string, string> | undefined
let phrases: ReadonlyMap<string, string> | undefined

/** The readings of a word that are one word. */
export function readingsOfWord(word: string): readonly string[] {
  words ??= byFirst(FOREIGN_READINGS, ' ')
  const kept = words.get(word)
  return kept === undefined ? singleReadings(word) : kept.split(' ').filter((reading) => reading !== '')
}

/** The words of each reading of a phrase. */
export function readingsOfPhrase(text: string): readonly (readonly string[])[] {
  phrases ??= byFirst(PHRASE_READINGS, '|')
  const kept = phrases.get(text)?.split('|')
  return kept?.map((reading) => reading.split(' ')) ?? romanisedPhrases(text)
}

/** What the table keeps of a word. */
export function singleReadings(word: string): readonly string[] {
  const { words: first, readings } = normaliseName(word)
  return [first, ...readings].flatMap((reading) => (reading.length === 1 ? reading : []))
}

/** What the table keeps of a phrase. */
export function romanisedPhrases(text: string): readonly (readonly string[])[] {
  const name = normaliseName(text)
  return [name.words, ...name.readings]
}
