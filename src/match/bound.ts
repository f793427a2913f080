import { EVIDENCE } from '../model/thresholds.js'
import type { Reading } from './word-likeness.js'

/** What a search knows of two names before it has compared them: sums over the words that met in the index. */
export interface Met {
  /** Weights of the words that met, of both sides, by their likeness and by what is lacking of it. */
  agreed: number
  slips: number
  /** Weight and number of own words that met nothing yet, on either side. */
  left: number
  right: number
  leftWords: number
  rightWords: number
  /** Weight of all words that are nobody's own, which may agree. */
  soft: number
  /** Single letters, which may be the initials of the other side's words. */
  leftMarks: number
  rightMarks: number
  /** Words that met, and those of them that are own ones on both sides. */
  words: number
  own: number
  /** What the likest of these is worth as the only one. */
  alone: number
  /** What a word weighs at most, which is 1 where the user says nothing else. */
  heaviest: number
}

/** Where nothing has met yet. */
export function emptyMet(heaviest: number): Met {
  return {
    agreed: 0,
    slips: 0,
    left: 0,
    right: 0,
    leftWords: 0,
    rightWords: 0,
    soft: 0,
    leftMarks: 0,
    rightMarks: 0,
    words: 0,
    own: 0,
    alone: 0,
    heaviest,
  }
}

/**
 * Pairs of words that the index doesn't bring together are no more alike than this, and the one word left over on both sides, which may
 * differ by more, than the other: `nameIndex` is measured against a scan of all names.
 */
const UNSEEN = 0.75
export const UNSEEN_LAST = 0.8
const INITIAL_WEIGHT = 1.25

/** The most that two names can score if `more` further pairs of their words turn out to be alike. Never less than `scoreNames`. */
export function boundOf(met: Met, more: number, reading: Reading): number {
  let { agreed, slips, left, right } = met
  agreed += met.soft
  let [leftWords, rightWords] = [met.leftWords, met.rightWords]
  if (more > 0) {
    const likeness = reading === 'organisation' && leftWords === 1 && rightWords === 1 ? UNSEEN_LAST : UNSEEN
    const paired = Math.min(left, right, more * met.heaviest)
    agreed += 2 * paired * likeness
    slips += 2 * paired * (1 - likeness)
    left -= paired
    right -= paired
    leftWords -= more
    rightWords -= more
  }
  return reading === 'person'
    ? boundOfPersons(met, agreed, slips, left, right, leftWords, rightWords, more)
    : share(agreed, slips, left, right) * factorOf(met, more, leftWords + rightWords)
}

function share(agreed: number, slips: number, left: number, right: number): number {
  if (agreed === 0) return 0
  const against = 2 * Math.min(left, right) * EVIDENCE.contradiction + Math.abs(left - right) * EVIDENCE.omission
  return agreed / (agreed + slips + against)
}

/** Of organisations that have one own word in common it counts how rare and long that is. */
function factorOf({ own, words, alone, leftWords }: Met, more: number, others: number): number {
  if (own + more > 1 || others === 0) return 1
  if (own + more === 0) return words > 0 && leftWords > 0 ? 0 : 1
  const floor = EVIDENCE.soleWordFloor
  const strength = Math.max(alone, more > 0 ? UNSEEN_LAST : 0)
  return floor + (1 - floor) * strength ** (1 + others / 2)
}

/** Two words of a person's name must agree, or all there are; initials may stand for the rest. */
function boundOfPersons(
  met: Met,
  agreed: number,
  slips: number,
  left: number,
  right: number,
  leftWords: number,
  rightWords: number,
  more: number,
): number {
  const [asRight, asLeft] = [Math.min(met.leftMarks, rightWords), Math.min(met.rightMarks, leftWords)]
  const [stillLeft, stillRight] = [leftWords - asLeft, rightWords - asRight]
  if (met.words + more < 2 && stillLeft + stillRight > 0) return 0
  const found = share(
    agreed + (asLeft + asRight) * INITIAL_WEIGHT * met.heaviest,
    slips,
    Math.max(0, left - asLeft * met.heaviest),
    Math.max(0, right - asRight * met.heaviest),
  )
  return found * (stillLeft > 0 && stillRight > 0 ? EVIDENCE.personContradiction : 1)
}
