import type { Matcher } from '../match/matcher.js'
import type { ListEntry } from '../model/entry.js'
import type { FreeText } from '../model/record.js'
import type { Match } from '../model/report.js'
import { MENTIONS } from '../model/thresholds.js'
import { isOneOf, ownWords, tellingWords, wordsIn, type TextWord } from './words-in-text.js'

/** A part of a text that may name list entries. */
export interface Mention {
  /** As it stands in the text. */
  readonly name: string
  /** From 1, in characters, both included. */
  readonly first: number
  readonly last: number
  /** All `possible`: a text may speak of a party without dealing with it. */
  readonly matches: readonly Match[]
}

export type SearchText = (cell: FreeText) => readonly Mention[]

/**
 * Looks for names of list entries inside free text. A text is not a name, and most of its words are none: only where a word is a list
 * name's own, or nearly, are the words around it held against the lists, and of overlapping parts the best is kept.
 */
export function createTextSearch(entries: readonly ListEntry[], matcher: Matcher): SearchText {
  const own = ownWords(entries)
  const known = new Map<string, boolean>()
  const isAnchor = (word: string): boolean => {
    const before = known.get(word)
    if (before !== undefined) return before
    const found = isOneOf(own, word) || (word.length >= MENTIONS.leastLetters && matcher.candidates(word).length > 0)
    known.set(word, found)
    return found
  }
  return (cell) => {
    const words = wordsIn(cell.text)
    const best = new Map<string, Candidate>()
    for (const [from, to] of partsAround(words, isAnchor)) {
      const name = cell.text.slice(words[from]?.start, words[to]?.end)
      for (const match of matcher.candidates(name).filter((one) => isNamed(name, one))) {
        const key = JSON.stringify([match.list, match.entryId])
        const candidate = { from, to, match }
        const other = best.get(key)
        if (other === undefined || isBetter(candidate, other)) best.set(key, candidate)
      }
    }
    return mentionsOf(cell, words, [...best.values()])
  }
}

/** Whether a part of a text says enough of a name: two words of one that has more. */
function isNamed(part: string, { matchedName, score }: Match): boolean {
  return score >= MENTIONS.leastScore && tellingWords(part) >= Math.min(MENTIONS.leastWords, tellingWords(matchedName))
}

interface Candidate {
  readonly from: number
  readonly to: number
  readonly match: Match
}

/** The better score; then the longer part, which is the fuller name; then the earlier. */
function isBetter(a: Candidate, b: Candidate): boolean {
  if (a.match.score !== b.match.score) return a.match.score > b.match.score
  const longer = a.to - a.from - (b.to - b.from)
  return longer === 0 ? a.from < b.from : longer > 0
}

function* partsAround(
  words: readonly TextWord[],
  isAnchor: (word: string) => boolean,
): Generator<readonly [from: number, to: number]> {
  const seen = new Set<string>()
  for (const [anchor, word] of words.entries()) {
    if (!isAnchor(word.text)) continue
    for (let from = Math.max(0, anchor - MENTIONS.reach); from <= anchor; from++) {
      if (tellingWords(words[from]?.text ?? '') === 0) continue
      for (let to = anchor; to < Math.min(words.length, from + MENTIONS.reach + 1); to++) {
        const key = `${from} ${to}`
        if (seen.has(key)) continue
        seen.add(key)
        yield [from, to]
      }
    }
  }
}

function mentionsOf(cell: FreeText, words: readonly TextWord[], candidates: readonly Candidate[]): readonly Mention[] {
  const byPart = new Map<string, { readonly from: number; readonly to: number; readonly matches: Match[] }>()
  for (const { from, to, match } of candidates) {
    const key = `${from} ${to}`
    const part = byPart.get(key) ?? { from, to, matches: [] }
    byPart.set(key, part)
    part.matches.push(match)
  }
  return [...byPart.values()]
    .toSorted((a, b) => a.from - b.from || a.to - b.to)
    .map(({ from, to, matches }) => {
      const [start, end] = [words[from]?.start ?? 0, words[to]?.end ?? 0]
      const first = Array.from(cell.text.slice(0, start)).length + 1
      const name = cell.text.slice(start, end)
      const last = first + Array.from(name).length - 1
      const place = sayPlace(cell, first, last)
      return { name, first, last, matches: matches.map((match) => asMentioned(match, place)) }
    })
}

function sayPlace({ column }: FreeText, first: number, last: number): string {
  return `It stands inside the text of the column ${JSON.stringify(column)}, characters ${first} to ${last}.`
}

/** A match of a name that stands in a text: never more than possible. */
export function asMentioned(match: Match, place: string): Match {
  return { ...match, confidence: 'possible', explanation: `${place} ${match.explanation}` }
}
