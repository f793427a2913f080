import type {
  ExplainedRecord,
  Explanation,
  FurtherTarget,
  NearMiss,
  NearName,
  VerdictChange,
} from '../model/explanation.js'
import { each, inOrder } from './key-order.js'
import {
  arrangeFinding,
  arrangeInput,
  arrangeMatch,
  arrangeOptions,
  arrangeProblem,
  arrangeSignal,
  arrangeStep,
  arrangeTool,
  arrangeWaived,
  MATCH_ORDER,
} from './report-order.js'

const arrangeRecord = inOrder<ExplainedRecord>({
  id: true,
  name: true,
  country: true,
  file: true,
  line: true,
  why: true,
})

const { confidence: _, ...MISS } = MATCH_ORDER
const arrangeMiss = inOrder<NearMiss>({ ...MISS, whyNot: true })

const arrangeFurther = inOrder<FurtherTarget>({
  party: inOrder<FurtherTarget['party']>({ id: true, name: true }),
  matches: each(arrangeMatch),
  hops: true,
  side: true,
  within: true,
  chain: each(arrangeStep),
})

const arrangeNearName = inOrder<NearName>({
  id: true,
  name: true,
  country: true,
  score: true,
  why: true,
  suggestion: true,
})

/** The keys of an explanation as JSON, in the order of the interface. */
export const arrangeExplanation = inOrder<Explanation>({
  schemaVersion: true,
  tool: arrangeTool,
  complete: true,
  asOf: true,
  party: inOrder<Explanation['party']>({ id: true, name: true, country: true, type: true, implicit: true }),
  verdict: true,
  records: each(arrangeRecord),
  matches: each(arrangeMatch),
  nearMisses: each(arrangeMiss),
  findings: each(arrangeFinding),
  waived: each(arrangeWaived),
  furtherTargets: each(arrangeFurther),
  nearNames: each(arrangeNearName),
  verdictChanges: each(inOrder<VerdictChange>({ change: true, becomes: true })),
  signals: each(arrangeSignal),
  options: arrangeOptions,
  lists: each(arrangeInput),
  problems: each(arrangeProblem),
})
