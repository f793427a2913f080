import { EVIDENCE } from '../model/thresholds.js'
import { align, classIn, isContentIn, type Alignment, type Reading, type WordPair } from './align.js'
import { formsAgree } from './legal-forms.js'
import { sameAfterFolding } from './fold.js'
import type { PreparedName, Token } from './tokens.js'
import type { WordKind } from './words.js'

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
  if (!left.rendered && !right.rendered && sameAfterFolding(left.folded, right.folded)) {
    return saysSomething(left, reading) ? { score: 1, equal: true, formConflict: false, alignment: NOTHING } : NO_MATCH
  }
  const alignment =
    reading === 'person'
      ? align(left.personWords, right.personWords, reading)
      : align(left.words, right.words, reading, left.setAside, right.setAside)
  const formConflict = reading === 'organisation' && !formsAgree(left.folded.form, right.folded.form)
  const agreed = agreedShare(alignment, reading) * partFactor(alignment, reading)
  const score = Math.min(agreed, EVIDENCE.nearCap) * (formConflict ? EVIDENCE.formConflict : 1)
  return { score, equal: false, formConflict, alignment }
}

/** `Trading` is equal to itself and names no one; a listed name of several common words is still that name. */
export function saysSomething(name: PreparedName, reading: Reading): boolean {
  if (name.folded.core === '') return false
  if (reading === 'person' || name.folded.distinctive || name.words.length !== 1) return true
  const kind = name.words[0]?.asOrganisation.kind
  return kind !== 'generic' && kind !== 'particle' && kind !== 'mark'
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
  readonly structure: number
}

function weighLeftover(words: readonly Token[], reading: Reading): Leftover {
  let [content, place, number, generic, structure] = [0, 0, 0, 0, 0]
  for (const word of words) {
    const { kind, weight, group } = classIn(reading, word)
    if (kind === 'core' || kind === 'trade') content += weight
    else if (STRUCTURE.has(group)) structure += weight
    else if (kind === 'place') place += weight
    else if (kind === 'number') number += weight
    else generic += weight
  }
  return { content, place, number, generic, structure }
}

/** What is left over on both sides contradicts; what only one side has is an omission, and cheap. */
function contradiction(left: readonly Token[], right: readonly Token[], reading: Reading): number {
  const a = weighLeftover(left, reading)
  const b = weighLeftover(right, reading)
  return (
    opposed(a.content, b.content, EVIDENCE.contradiction, EVIDENCE.omission) +
    opposed(a.place, b.place, EVIDENCE.placeContradiction, EVIDENCE.placeOmission) +
    opposed(a.number, b.number, EVIDENCE.placeContradiction, EVIDENCE.numberOmission) +
    opposed(a.generic, b.generic, EVIDENCE.genericContradiction, EVIDENCE.omission) +
    (a.structure + b.structure) * EVIDENCE.omission
  )
}

function opposed(a: number, b: number, contradicting: number, omitted: number): number {
  return 2 * Math.min(a, b) * contradicting + Math.abs(a - b) * omitted
}

/**
 * OFAC FAQ 5, step 3: one of two or more parts of a name is no match. For persons that is final. An organisation's one shared word
 * may be the name of its group (BelOMO), so it counts by how rare and how long it is.
 */
function partFactor(alignment: Alignment, reading: Reading): number {
  const own = alignment.pairs.filter((pair) => isOwnPair(pair, reading))
  if (reading === 'person') return personFactor(own.filter((pair) => !isServant(pair)).length, alignment)
  if (alignment.pairs.some(({ how }) => how === 'acronym')) return 1
  const core = own.filter((pair) => kindOf(pair) === 'core')
  const [only] = core
  const differ = [alignment.leftOver, alignment.rightOver].every((words) => words.some(saysAnything))
  const commonOnly = own.length > 0 && saidTogether(alignment) > 1 && isAll(alignment, reading) && !differ
  const factor = only === undefined ? (commonOnly ? 1 : 0) : core.length > 1 ? 1 : soleWordFactor(only, alignment)
  // `Pioneer Pump` and `Pioneer Logistics`: each says a trade that the other does not.
  const leftovers = [alignment.leftOver, alignment.rightOver]
  const known = core.length < 2 || !leftovers.flat().some((word) => word.asOrganisation.kind === 'core')
  const apart = known && leftovers.every((words) => words.some(saysWhat))
  return apart ? factor * EVIDENCE.otherTrade : factor
}

const LEAST_SYLLABLES = 3

function isSyllable({ left, right }: WordPair): boolean {
  return [...left, ...right].some(({ origin }) => origin.length === 1)
}

/** `Abdul` is the first half of a hundred names: alone it is no part of one. */
function isServant({ left }: WordPair): boolean {
  return left.length === 1 && /^abd[aeou]?[lrsnzdt]?$/.test(left[0]?.text ?? '')
}

function personFactor(own: number, alignment: Alignment): number {
  // Of Chinese and Korean names each syllable is a word here, and two of them are in thousands of names.
  if (own < LEAST_SYLLABLES && alignment.pairs.some(isSyllable) && !isAll(alignment, 'person')) return 0
  if (own < 2) return own === 1 && isAll(alignment, 'person') ? beside(alignment) : 0
  const { leftOver, rightOver } = alignment
  const contradicts = [leftOver, rightOver].every((words) => words.some((word) => word.asPerson.kind === 'core'))
  return contradicts ? EVIDENCE.personContradiction : 1
}

/** One name and an initial are as little evidence as the name is common. */
function beside({ pairs }: Alignment): number {
  if (!pairs.some(({ how }) => how === 'initial')) return 1
  return Math.max(...pairs.filter(({ how }) => how !== 'initial').map(({ weight }) => weight))
}

/** Trades and places on which two names without a word of their own agree: `Homs Refinery`. */
function saidTogether({ pairs }: Alignment): number {
  return pairs.filter((pair) => kindOf(pair) === 'trade' || kindOf(pair) === 'place').length
}

/** The commoner kind of a pair's two words; of a word and its parts, that of the word. */
function kindOf({ left, right }: WordPair): WordKind {
  const wholes = [left, right].filter((words) => words.length === 1).flat()
  return wholes.map((word) => word.asOrganisation.kind).find((kind) => kind !== 'core') ?? 'core'
}

/** Whether nothing that could tell parties apart is left over on either side. */
function isAll({ leftOver, rightOver }: Alignment, reading: Reading): boolean {
  return ![...leftOver, ...rightOver].some((word) => isContentIn(reading, word))
}

function isOwnPair(pair: WordPair, reading: Reading): boolean {
  if (pair.how === 'initial') return false
  return pair.left.some((word) => isContentIn(reading, word)) && pair.right.some((word) => isContentIn(reading, word))
}

const LONG_WORD = 6

function lengthFactor(pair: WordPair): number {
  return Math.min(1, lettersOf(pair.left) / LONG_WORD, lettersOf(pair.right) / LONG_WORD)
}

function soleWordFactor(only: WordPair, { leftOver, rightOver }: Alignment): number {
  const others = [...leftOver, ...rightOver].filter((word) => word.asOrganisation.kind === 'core').length
  const factor =
    others > 0
      ? sharedWordFactor(only, others)
      : leftOver.some(saysWhat) || rightOver.some(saysWhat)
        ? nearWordFactor(only)
        : 1
  return factor
}

function saysWhat({ asOrganisation: { kind, group } }: Token): boolean {
  return kind !== 'particle' && kind !== 'mark' && !STRUCTURE.has(group)
}

function saysAnything({ asOrganisation: { kind } }: Token): boolean {
  return kind !== 'particle' && kind !== 'mark'
}

/** Words that say how a group is built and not what it does. */
const STRUCTURE: ReadonlySet<string> = new Set([
  'holding',
  'grp',
  'concern',
  'corp',
  'co',
  'org',
  'assoc',
  'association',
  'enterprise',
  'intl',
])

/** The one word is all of its own that either name has, beside trades: a short one is enough if it is the same, a near one must be long. */
function nearWordFactor({ left, right, similarity, how }: WordPair): number {
  if (similarity === 1) return 1
  if (how === 'sound') return EVIDENCE.soundAlike
  const length = Math.min(lettersOf(left), lettersOf(right))
  return Math.min(1, EVIDENCE.nearWordFloor + EVIDENCE.nearWordPerLetter * length)
}

function lettersOf(words: readonly Token[]): number {
  return words.reduce((sum, word) => sum + word.text.length, 0)
}

function sharedWordFactor(pair: WordPair, others: number): number {
  const strength = pair.weight * lengthFactor(pair) * pair.similarity
  const floor = EVIDENCE.soleWordFloor
  return floor + (1 - floor) * strength ** (1 + others / 2)
}
