import type { NameSettings } from '../model/name-settings.js'
import { normaliseName, type NormalName } from './normalise.js'

const MOST_READINGS = 8

/** The readings of a name with a user's words of one meaning in each other's place. */
export type ReadSynonyms = (text: string) => readonly NormalName[]

/** Reads the groups once. A list's names are filed in all their readings, so that a query needs none of its own. */
export function createSynonyms(settings: NameSettings | undefined): ReadSynonyms {
  const groups = (settings?.synonyms ?? []).map((group) => group.map((phrase) => normaliseName(phrase).words))
  if (groups.length === 0) return () => []
  return (text) => {
    const { words, script } = normaliseName(text)
    const readings = groups.flatMap((group) => readingsBy(words, group))
    return readings.slice(0, MOST_READINGS).map((reading) => ({ words: reading, readings: [], script }))
  }
}

function readingsBy(words: readonly string[], group: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return group.flatMap((phrase) => {
    const at = phrase.length === 0 ? -1 : words.findIndex((_, i) => phrase.every((word, k) => words[i + k] === word))
    if (at < 0) return []
    const [before, after] = [words.slice(0, at), words.slice(at + phrase.length)]
    return group.filter((other) => other !== phrase).map((other) => [...before, ...other, ...after])
  })
}
