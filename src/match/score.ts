import { EVIDENCE } from '../model/thresholds.js'
import { align, classIn, isContentIn, type Alignment, type Reading, type WordPair } from './align.js'
import { formsAgree } from './legal-forms.js'
import { sameAfterFolding } from './fold.js'
import type { PreparedName, Token } from './tokens.js'

/** What two names by themselves say, before country, identifiers and dates are heard. */
export interface NameScore {
  readonly score: number
  /** Equal after folding. */
  readonly equal: boolean
  readonly formConflict: boolean
  readonly alignment: Alignment
}

const NOTHING: Alignment = { pairs: [], leftOver: [], rightOver: [] }
const NO_MATCH: NameScore = { score: 0, equal: false, formConflict: false, alignment: NOTHING }

/** Scores two names; symmetric. 1 only where they are equal after folding and say more than any number of names do. */
export function scoreNames(left: PreparedName, right: PreparedName, reading: Reading): NameScore {
  if (sameAfterFolding(left.folded, right.folded)) {
    return saysSomething(left, reading) ? { score: 1, equal: true, formConflict: false, alignment: NOTHING } : NO_MATCH
  }
  const alignment =
    reading === 'person' ? align(left.personWords, right.personWords, reading) : align(left.words, right.words, reading)
  const formConflict = reading === 'organisation' && !formsAgree(left.folded.form, right.folded.form)
  const agreed = agreedShare(alignment, reading) * soleWordFactor(alignment, reading)
  const score = Math.min(agreed, EVIDENCE.nearCap) * (formConflict ? EVIDENCE.formConflict : 1)
  return { score, equal: false, formConflict, alignment }
}

const GENERIC_NAME_WORDS = 4

/** `Trading` and `International Trading Company` are equal to themselves and name no one. */
export function saysSomething(name: PreparedName, reading: Reading): boolean {
  if (name.folded.core === '') return false
  if (reading === 'person' || name.folded.distinctive) return true
  const words = name.words.map((word) => word.asOrganisation.kind)
  if (words.length === 0) return name.folded.words === 0
  return (
    words.length >= GENERIC_NAME_WORDS ||
    words.some((kind) => kind !== 'generic' && kind !== 'particle' && kind !== 'mark')
  )
}

/** Agreement against agreement, contradiction and omission, all by weight of words. */
function agreedShare(alignment: Alignment, reading: Reading): number {
  let agreed = 0
  let slips = 0
  for (const { weight, similarity } of alignment.pairs) {
    agreed += 2 * weight * similarity
    slips += 2 * weight * (1 - similarity)
  }
  if (agreed === 0) return 0
  const against = slips + contradiction(alignment.leftOver, alignment.rightOver, reading)
  return agreed / (agreed + against)
}

interface Leftover {
  readonly content: number
  readonly place: number
  readonly number: number
  readonly generic: number
}

function weighLeftover(words: readonly Token[], reading: Reading): Leftover {
  let [content, place, number, generic] = [0, 0, 0, 0]
  for (const word of words) {
    const { kind, weight } = classIn(reading, word)
    if (kind === 'core' || kind === 'trade') content += weight
    else if (kind === 'place') place += weight
    else if (kind === 'number') number += weight
    else generic += weight
  }
  return { content, place, number, generic }
}

/** What is left over on both sides contradicts; what only one side has is an omission, and cheap. */
function contradiction(left: readonly Token[], right: readonly Token[], reading: Reading): number {
  const a = weighLeftover(left, reading)
  const b = weighLeftover(right, reading)
  return (
    opposed(a.content, b.content, EVIDENCE.contradiction, EVIDENCE.omission) +
    opposed(a.place, b.place, EVIDENCE.placeContradiction, EVIDENCE.placeOmission) +
    opposed(a.number, b.number, EVIDENCE.placeContradiction, EVIDENCE.numberOmission) +
    opposed(a.generic, b.generic, EVIDENCE.genericContradiction, EVIDENCE.omission)
  )
}

function opposed(a: number, b: number, contradicting: number, omitted: number): number {
  return 2 * Math.min(a, b) * contradicting + Math.abs(a - b) * omitted
}

/**
 * OFAC FAQ 5, step 3: one of two or more parts of a name is no match. For persons that is final. An organisation's one shared word
 * may be the name of its group (BelOMO), so it counts by how rare and how long it is.
 */
function soleWordFactor(alignment: Alignment, reading: Reading): number {
  const own = alignment.pairs.filter((pair) => isOwnPair(pair, reading))
  if (own.length === 0) return 0
  const onlyPair = own[0]
  if (own.length > 1 || onlyPair === undefined) return 1
  const others = [...alignment.leftOver, ...alignment.rightOver].filter((word) => isContentIn(reading, word))
  if (reading === 'person') return others.length === 0 && alignment.pairs.length === 1 ? 1 : 0
  const word = onlyPair.left[0]
  if (word === undefined || classIn(reading, word).kind !== 'core') return 0
  return others.length === 0 ? bareWordFactor(onlyPair) : sharedWordFactor(onlyPair, others.length)
}

function isOwnPair(pair: WordPair, reading: Reading): boolean {
  if (pair.how === 'initial') return false
  return pair.left.some((word) => isContentIn(reading, word)) && pair.right.some((word) => isContentIn(reading, word))
}

const LONG_WORD = 6

function lengthFactor(pair: WordPair): number {
  const length = pair.left.reduce((sum, word) => sum + word.text.length, 0)
  return Math.min(1, length / LONG_WORD)
}

/** The one word is all of its own that either name has: short words are allowed, near ones must be long. */
function bareWordFactor(pair: WordPair): number {
  return pair.similarity === 1 ? 1 : 0.7 + 0.3 * lengthFactor(pair)
}

function sharedWordFactor(pair: WordPair, others: number): number {
  const strength = pair.weight * lengthFactor(pair) * pair.similarity
  const floor = EVIDENCE.soleWordFloor
  return floor + (1 - floor) * strength ** (1 + others / 2)
}
