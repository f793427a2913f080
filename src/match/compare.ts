import type { ComparedWord } from '../model/compared-word.js'
import type { NameSettings } from '../model/name-settings.js'
import type { PartyType } from '../model/record.js'
import type { Thresholds } from '../model/thresholds.js'
import type { Reading } from './word-likeness.js'
import { branchReadings, type BranchReading } from './branch.js'
import { decide, type Judgement, type NameCase } from './decide.js'
import { explainNames, explainNothing, explainVerdict } from './explain.js'
import { scoreNames } from './score.js'
import { inBothOrders } from './person-name.js'
import { createToldApart } from './told-apart.js'
import { wordTable } from './word-table.js'
import { createVocabulary, NO_LIST, type PreparedName, type Vocabulary } from './tokens.js'

export interface NameComparison {
  /** 0 to 1; symmetric in the two names. */
  readonly score: number
  readonly verdict: 'none' | 'possible' | 'confirmed'
  readonly explanation: string
  /** The same as rows: the words of the reading that decided. */
  readonly words: readonly ComparedWord[]
}

const plainVocabulary = createVocabulary(NO_LIST)
const ownVocabularies = new WeakMap<NameSettings, Vocabulary>()

function vocabularyOf(settings: NameSettings | undefined): Vocabulary {
  if (settings === undefined) return plainVocabulary
  const known = ownVocabularies.get(settings)
  if (known !== undefined) return known
  const made = createVocabulary(NO_LIST, settings)
  ownVocabularies.set(settings, made)
  return made
}

const NO_FACTS: NameCase['facts'] = { country: 'unknown', type: 'unknown', date: 'unknown', identifiers: {} }

/** Scores two names as the matcher does, where no list says which words are rare. Nothing but the names and the type is known. */
export function compareNames(name1: string, name2: string, type: PartyType, thresholds: Thresholds): NameComparison {
  const reading: Reading = type === 'person' ? 'person' : 'organisation'
  const vocabulary = vocabularyOf(thresholds.names)
  let best: { readonly input: NameCase; readonly judgement: Judgement } | undefined
  for (const [left, right, branch] of textsOf(name1, name2, reading)) {
    for (const input of casesOf(left, right, reading, branch, vocabulary)) {
      const judgement = decide(input, thresholds)
      if (best === undefined || isBetter(judgement, input, best)) best = { input, judgement }
    }
  }
  if (best === undefined) return { score: 0, verdict: 'none', explanation: '', words: [] }
  const { input } = best
  const judgement = toldApart(name1, name2, thresholds) ? apart(best.judgement) : best.judgement
  const sentences =
    judgement.score === 0 ? [explainNothing(input)] : explainNames(input, ['in the first', 'in the second'])
  return {
    score: Math.round(judgement.score * 10_000) / 10_000,
    verdict: judgement.confidence,
    explanation: [...sentences, explainVerdict(judgement, thresholds)].join(' '),
    words: wordTable(input.query, input.listed, input.name, reading),
  }
}

type Best = { readonly input: NameCase; readonly judgement: Judgement }

/** Of readings that score the same the one is shown in which less is left over; of names that are unlike that in which more agrees, which says most. */
function isBetter(judgement: Judgement, input: NameCase, best: Best): boolean {
  if (judgement.score !== best.judgement.score) return judgement.score > best.judgement.score
  if (judgement.score === 0) return agreeing(input) > agreeing(best.input)
  return leftOver(input) < leftOver(best.input)
}

/** Words of neither name that agree with nothing: what stands beside a name is better set aside than left over. */
function leftOver({ name: { alignment } }: NameCase): number {
  return alignment.leftOver.length + alignment.rightOver.length
}

function agreeing({ name }: NameCase): number {
  return name.alignment.pairs.reduce((sum, { weight, similarity }) => sum + weight * similarity, 0)
}

const apart = (judgement: Judgement): Judgement => ({ ...judgement, confidence: 'none', doubt: 'told-apart' })

function toldApart(name1: string, name2: string, { names }: Thresholds): boolean {
  if (names?.notTheSame === undefined) return false
  return createToldApart(names)(name1, { entryId: name2, names: [{ text: name2, strength: 'primary' }] })
}

type Texts = readonly [left: string, right: string, branch: BranchReading | undefined]

/** The texts that two names are compared as: a person's `LAST, First` in both orders, an organisation's branch as its whole. */
function textsOf(name1: string, name2: string, reading: Reading): readonly Texts[] {
  if (reading === 'person')
    return inBothOrders(name1).flatMap((one) => inBothOrders(name2).map((other): Texts => [one, other, undefined]))
  return [
    [name1, name2, undefined],
    ...statedBranches(name1).map((branch): Texts => [branch.head, name2, branch]),
    ...statedBranches(name2).map((branch): Texts => [name1, branch.head, branch]),
  ]
}

function statedBranches(name: string): readonly BranchReading[] {
  return branchReadings(name).filter(({ kind }) => kind === 'stated')
}

function casesOf(
  left: string,
  right: string,
  reading: Reading,
  branch: BranchReading | undefined,
  { prepare, render }: Vocabulary,
): NameCase[] {
  const lefts = [prepare(left), ...render(left)]
  const rights = [prepare(right), ...render(right)]
  return lefts.flatMap((query) => rights.map((listed) => caseOf(query, listed, reading, branch)))
}

function caseOf(
  query: PreparedName,
  listed: PreparedName,
  reading: Reading,
  branch: BranchReading | undefined,
): NameCase {
  return {
    query,
    listed,
    name: scoreNames(query, listed, reading),
    reading,
    facts: NO_FACTS,
    strength: 'primary',
    described: false,
    branch,
    searched: false,
  }
}
