import type { ComparedWord } from '../model/compared-word.js'
import type { ListEntry, NameStrength } from '../model/entry.js'
import type { Identifier } from '../model/identifier.js'
import { compareCodePoints } from '../model/order.js'
import type { Match } from '../model/report.js'
import type { Thresholds } from '../model/thresholds.js'
import type { Reading } from './word-likeness.js'
import type { Judgement, NameCase } from './decide.js'
import { explainEntry, explainFacts, explainNames, explainVerdict, written } from './explain.js'
import type { FactEvidence, PartyFacts } from './facts.js'
import { hitQuestions } from './true-hit.js'
import { wordTable } from './word-table.js'

/** What speaks for one entry, best of all that was found for it. */
export type Found = {
  /** Number of the entry. */
  readonly entry: number
  readonly judgement: Judgement
  readonly evidence: FactEvidence
} & (
  | { readonly basis: 'identifier'; readonly subject: Identifier; readonly listed: Identifier }
  | {
      readonly basis: 'name'
      readonly strength: NameStrength
      readonly input: NameCase
      readonly recordName: string
      readonly listName: string
    }
)

const STRENGTHS: readonly NameStrength[] = ['primary', 'strong', 'weak']

/** Identifiers before names, confirmed before possible, then the score, the strength of the alias, and the text. */
export function isBetter(a: Found, b: Found): boolean {
  if (a.basis === 'identifier' || b.basis === 'identifier') return a.basis === 'identifier' && b.basis === 'name'
  if (a.judgement.confidence !== b.judgement.confidence) return a.judgement.confidence === 'confirmed'
  if (a.judgement.score !== b.judgement.score) return a.judgement.score > b.judgement.score
  const strength = STRENGTHS.indexOf(a.strength) - STRENGTHS.indexOf(b.strength)
  if (strength !== 0) return strength < 0
  const asBranch = Number(a.input.branch !== undefined) - Number(b.input.branch !== undefined)
  if (asBranch !== 0) return asBranch < 0
  return (compareCodePoints(a.listName, b.listName) || compareCodePoints(a.recordName, b.recordName)) < 0
}

const SCORE_STEPS = 10_000

/** The match as the report holds it, with its explanation. */
export function toMatch(
  found: Found,
  entry: ListEntry,
  facts: PartyFacts,
  entryFacts: PartyFacts,
  thresholds: Thresholds,
): Match {
  const { judgement, evidence } = found
  const reading: Reading =
    found.basis === 'name' ? found.input.reading : entry.type === 'person' ? 'person' : 'organisation'
  const sentences = [
    ...whatMatched(found),
    ...explainFacts(evidence, facts, entryFacts, reading),
    explainEntry(entry),
    explainVerdict(judgement, thresholds),
  ]
  return {
    list: entry.list,
    regime: entry.regime,
    listKind: entry.kind,
    entryId: entry.entryId,
    entryName: entry.names[0]?.text ?? entry.entryId,
    programs: entry.programs,
    ...(entry.listedOn === undefined ? {} : { listedOn: entry.listedOn.text }),
    ...(entry.url === undefined ? {} : { url: entry.url }),
    score: Math.round(judgement.score * SCORE_STEPS) / SCORE_STEPS,
    confidence: judgement.confidence === 'confirmed' ? 'confirmed' : 'possible',
    ...basisOf(found),
    explanation: sentences.join(' '),
    ...(found.basis === 'name' ? { tokens: tokensOf(found.input) } : {}),
    questions: hitQuestions({
      entry,
      evidence,
      subject: facts,
      listed: entryFacts,
      reading,
      ...(found.basis === 'name' ? { name: found.input } : {}),
    }),
  }
}

function tokensOf({ query, listed, name, reading }: NameCase): readonly ComparedWord[] {
  return wordTable(query, listed, name, reading)
}

function whatMatched(found: Found): readonly string[] {
  return found.basis === 'name'
    ? explainNames(found.input, ['in the record', 'on the list'])
    : ['A registered number is shared.']
}

function basisOf(found: Found): Pick<Match, 'basis' | 'recordName' | 'matchedName' | 'nameStrength'> {
  if (found.basis === 'name') {
    const { recordName, listName, strength } = found
    return { basis: 'name', recordName, matchedName: listName, nameStrength: strength }
  }
  const [recordName, matchedName] = [written(found.subject), written(found.listed)]
  return { basis: 'identifier', recordName, matchedName, nameStrength: 'primary' }
}

/** Best first: score, then confirmed ones, then those that the record itself tells of, then list and entry in code-point order. */
export function compareMatches(a: Match, b: Match): number {
  if (a.score !== b.score) return b.score - a.score
  if (a.confidence !== b.confidence) return a.confidence === 'confirmed' ? -1 : 1
  const alone = Number(a.alone === 'none') - Number(b.alone === 'none')
  return alone || compareCodePoints(a.list, b.list) || compareCodePoints(a.entryId, b.entryId)
}
