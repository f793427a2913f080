import { EVIDENCE } from '../model/thresholds.js'
import { numbersDiffer } from './asides.js'
import { align, type Alignment } from './align.js'
import { classIn, type Reading } from './word-likeness.js'
import { formsAgree } from './legal-forms.js'
import { sameAfterFolding } from './fold.js'
import { organisationFactor, saysStructure, withoutHardlyNear } from './organisation-parts.js'
import { personFactor } from './person-parts.js'
import { withoutUsualWords } from './usual-words.js'
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
  if (numbersDiffer(left.asides, right.asides)) return NO_MATCH
  const same = sameAfterFolding(left.folded, right.folded)
  const rendered = left.rendered || right.rendered
  if (same && !rendered) {
    return saysSomething(left, reading) ? { score: 1, equal: true, formConflict: false, alignment: NOTHING } : NO_MATCH
  }
  const alignment =
    reading === 'person'
      ? align(left.personWords, right.personWords, reading)
      : withoutHardlyNear(align(left.words, right.words, reading, left.setAside, right.setAside))
  const formConflict = reading === 'organisation' && !formsAgree(left.folded.form, right.folded.form)
  const heard = reading === 'person' ? alignment : withoutUsualWords(alignment, left, right)
  const parts =
    reading === 'person' ? personFactor(heard, left.personWords, right.personWords) : organisationFactor(heard)
  const agreed = same && saysSomething(left, reading) ? 1 : agreedShare(heard, reading) * parts
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
    const wordClass = classIn(reading, word)
    const { kind, weight } = wordClass
    if (kind === 'core' || kind === 'trade') content += weight
    else if (reading === 'person' && kind === 'mark') content += EVIDENCE.otherInitial
    else if (saysStructure(wordClass)) structure += weight
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
