import type { PartyType } from '../model/record.js'
import type { Thresholds } from '../model/thresholds.js'
import type { Reading } from './align.js'
import { branchReadings, type BranchReading } from './branch.js'
import { decide, type Judgement, type NameCase } from './decide.js'
import { explainNames, explainVerdict } from './explain.js'
import { scoreNames } from './score.js'
import { inBothOrders } from './person-name.js'
import { wordTable, type ComparedWord } from './word-table.js'
import { createVocabulary, NO_LIST, type PreparedName } from './tokens.js'

export interface NameComparison {
  /** 0 to 1; symmetric in the two names. */
  readonly score: number
  readonly verdict: 'none' | 'possible' | 'confirmed'
  readonly explanation: string
  /** The same as rows: the words of the reading that decided. */
  readonly words: readonly ComparedWord[]
}

const vocabulary = createVocabulary(NO_LIST)

const NO_FACTS: NameCase['facts'] = { country: 'unknown', type: 'unknown', date: 'unknown', identifiers: {} }

/** Scores two names as the matcher does, where no list says which words are rare. Nothing but the names and the type is known. */
export function compareNames(name1: string, name2: string, type: PartyType, thresholds: Thresholds): NameComparison {
  const reading: Reading = type === 'person' ? 'person' : 'organisation'
  const cases = [
    ...turnedCases(name1, name2, reading),
    ...branchCases(name1, name2, reading),
    ...branchCases(name2, name1, reading),
  ]
  let best: { readonly input: NameCase; readonly judgement: Judgement } | undefined
  for (const input of cases) {
    const judgement = decide(input, thresholds)
    if (best === undefined || judgement.score > best.judgement.score) best = { input, judgement }
  }
  if (best === undefined) return { score: 0, verdict: 'none', explanation: '', words: [] }
  const { input, judgement } = best
  const sentences =
    judgement.score === 0
      ? ['The names have no word of their own in common.']
      : explainNames(input, ['in the first', 'in the second'])
  return {
    score: Math.round(judgement.score * 10_000) / 10_000,
    verdict: judgement.confidence,
    explanation: [...sentences, explainVerdict(judgement, thresholds)].join(' '),
    words: wordTable(input.query, input.listed, input.name, reading),
  }
}

function casesOf(left: string, right: string, reading: Reading, branch: BranchReading | undefined): NameCase[] {
  const lefts = [vocabulary.prepare(left), ...vocabulary.render(left)]
  const rights = [vocabulary.prepare(right), ...vocabulary.render(right)]
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

/** A person's `LAST, First` says which part is which, so that it is also read the other way round. */
function turnedCases(left: string, right: string, reading: Reading): NameCase[] {
  const lefts = reading === 'person' ? inBothOrders(left) : [left]
  const rights = reading === 'person' ? inBothOrders(right) : [right]
  return lefts.flatMap((one) => rights.flatMap((other) => casesOf(one, other, reading, undefined)))
}

function branchCases(name: string, other: string, reading: Reading): NameCase[] {
  if (reading === 'person') return []
  return branchReadings(name)
    .filter(({ kind }) => kind === 'stated')
    .flatMap((branch) => casesOf(branch.head, other, reading, branch))
}
