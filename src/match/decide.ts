import type { NameStrength } from '../model/entry.js'
import { EVIDENCE, QUALIFIERS, type Thresholds } from '../model/thresholds.js'
import type { WordPair } from './align.js'
import { isContentIn, type Reading } from './word-likeness.js'
import type { BranchReading } from './branch.js'
import type { FactEvidence } from './facts.js'
import type { NameScore } from './score.js'
import type { PreparedName, Token } from './tokens.js'
import type { WordKind } from './words.js'

/** All that is known of one name of a subject against one name of an entry. */
export interface NameCase {
  readonly query: PreparedName
  readonly listed: PreparedName
  readonly name: NameScore
  readonly reading: Reading
  readonly facts: FactEvidence
  readonly strength: NameStrength
  /** The list's name says only that the entry leads what the query names. */
  readonly described: boolean
  readonly branch: BranchReading | undefined
  /** One of the many names of a list, found by search: what is rare between two names is not rare among thousands. */
  readonly searched: boolean
}

export interface Judgement {
  readonly score: number
  readonly confidence: 'none' | 'possible' | 'confirmed'
  /** What keeps a match from being confirmed; `undefined` where nothing does. */
  readonly doubt: Doubt | undefined
}

/** Why a match is possible only. */
export type Doubt =
  | 'score'
  | 'country'
  | 'type'
  | 'date'
  | 'identifier'
  | 'person'
  | 'weak-name'
  | 'described'
  | 'city-only'
  | 'not-distinctive'
  | 'one-word'
  | 'told-apart'

/** The whole decision on a name: what it scores, and whether it is held to be the entry. */
export function decide(input: NameCase, thresholds: Thresholds): Judgement {
  if (input.facts.type === 'person') return { score: 0, confidence: 'none', doubt: 'type' }
  const qualifiers = { ...QUALIFIERS, ...thresholds.names?.weights }
  const score = Math.max(0, Math.min(1, slipOf(input, thresholds, capped(input)) + qualify(input, qualifiers)))
  if (input.name.score === 0 || score < thresholds.minScore) return { score, confidence: 'none', doubt: 'score' }
  const doubt = doubtOf(input, score, Math.max(thresholds.confirmScore, thresholds.minScore))
  return { score, confidence: doubt === undefined ? 'confirmed' : 'possible', doubt }
}

function capped({ name, described, branch, searched, facts }: NameCase): number {
  const cap = described ? EVIDENCE.described : branch?.kind === 'city' ? EVIDENCE.branchCap : 1
  const doubtful = searched && facts.country !== 'equal' && name.alignment.pairs.some(isShortAcronym)
  return Math.min(name.score, cap) * (doubtful ? EVIDENCE.acronymAmongMany : 1)
}

// Thousands of names on a list have the initials of any four letters.
const COMMON_ACRONYM = 4

function isShortAcronym({ how, left, right }: WordPair): boolean {
  return (
    how === 'acronym' &&
    [left, right].some(([word, more]) => more === undefined && (word?.text.length ?? 0) <= COMMON_ACRONYM)
  )
}

/** The score of a name whose one swapped marker or place is to be a slip. */
function slipOf({ name, reading }: NameCase, { swappedMarker }: Thresholds, score: number): number {
  if (swappedMarker !== 'slip' || reading === 'person') return score
  const { pairs, leftOver, rightOver } = name.alignment
  const own = pairs.some(({ left }) => left.some((word) => isContentIn(reading, word)))
  return own && isOneMarker(leftOver) && isOneMarker(rightOver) ? Math.max(score, EVIDENCE.swappedAsSlip) : score
}

function isOneMarker(words: readonly Token[]): boolean {
  const kinds = new Set<WordKind>(['place', 'number', 'mark'])
  return words.length === 1 && words.every((word) => kinds.has(word.asOrganisation.kind))
}

/** A branch has its own country and its own registration there: neither tells it from its head office. */
function countryContradicts({ facts, branch }: NameCase): boolean {
  return facts.country === 'different' && branch === undefined
}

function qualify(input: NameCase, qualifiers: Readonly<Record<keyof typeof QUALIFIERS, number>>): number {
  const { facts, name, reading } = input
  let change = 0
  if (countryContradicts(input)) change += qualifiers.countryConflict
  if (facts.identifiers.conflict !== undefined) change += qualifiers.identifierConflict
  if (facts.type === 'kind') change += qualifiers.typeConflict
  if (facts.date === 'different')
    change += reading === 'person' ? qualifiers.birthDateConflict : qualifiers.foundingDateConflict
  if (facts.date === 'equal' && reading === 'person' && !name.equal && name.score >= 0.5)
    change += qualifiers.birthDateEqual
  return change
}

function doubtOf(input: NameCase, score: number, confirmScore: number): Doubt | undefined {
  const { facts, strength, described, branch, reading } = input
  if (countryContradicts(input)) return 'country'
  if (facts.identifiers.conflict !== undefined) return 'identifier'
  if (facts.type === 'kind') return 'type'
  if (facts.date === 'different') return 'date'
  if (strength === 'weak') return 'weak-name'
  if (described) return 'described'
  if (branch?.kind === 'city') return 'city-only'
  if (score < confirmScore) return 'score'
  if (reading === 'person') return facts.date === 'equal' ? undefined : 'person'
  return doubtOfName(input)
}

function doubtOfName({ query, listed, facts }: NameCase): Doubt | undefined {
  if (!query.folded.distinctive || !listed.folded.distinctive) return 'not-distinctive'
  const words = Math.max(query.folded.words, listed.folded.words)
  return words > 1 || facts.country === 'equal' ? undefined : 'one-word'
}
