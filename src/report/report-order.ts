import type { ComparedWord } from '../model/compared-word.js'
import type {
  DaysFromDesignation,
  DecidedMatch,
  Evidence,
  Finding,
  FindingKind,
  HitQuestion,
  Hub,
  Input,
  Match,
  PartyRecord,
  Report,
  ReportedParty,
  ReportOptions,
  SameEntry,
  Signal,
  Stake,
  Step,
  Summary,
  WaivedFinding,
  WalkStop,
} from '../model/report.js'
import type { Problem } from '../model/problem.js'
import { each, eachOfChain, inOrder, shared } from './key-order.js'
import type { KeyOrder } from './key-order.js'

export const arrangeWord = inOrder<ComparedWord>({
  part: true,
  first: true,
  second: true,
  how: true,
  weight: true,
  similarity: true,
})

/** Kept apart from its use: what is near a match is written in the same order. */
export const MATCH_ORDER: KeyOrder<Match> = {
  list: true,
  regime: true,
  listKind: true,
  entryId: true,
  entryName: true,
  programs: true,
  listedOn: true,
  url: true,
  score: true,
  confidence: true,
  alone: true,
  sameAs: each(inOrder<SameEntry>({ list: true, entryId: true, basis: true, confidence: true })),
  basis: true,
  recordName: true,
  matchedName: true,
  nameStrength: true,
  explanation: true,
  tokens: each(arrangeWord),
  questions: each(inOrder<HitQuestion>({ number: true, question: true, answer: true, says: true, missing: true })),
}

export const arrangeMatch = inOrder<Match>(MATCH_ORDER)

export const arrangeEvidence = inOrder<Evidence>({
  kind: true,
  id: true,
  date: true,
  amount: true,
  currency: true,
  goods: true,
  percent: true,
  daysFromDesignation: inOrder<DaysFromDesignation>({ least: true, most: true }),
  file: true,
  line: true,
})

export const arrangeStep = inOrder<Step>({
  from: true,
  to: true,
  fromName: true,
  toName: true,
  along: true,
  kind: true,
  evidence: each(arrangeEvidence),
})

const arrangeRecord = inOrder<PartyRecord>({ id: true, name: true, file: true, line: true })

const arrangeParty = inOrder<ReportedParty>({ id: true, name: true, country: true, records: each(arrangeRecord) })

const arrangeStake = inOrder<Stake>({ owner: true, percent: true, basis: true, evidence: each(arrangeEvidence) })

const arrangeTarget = inOrder<Finding['target']>({
  party: inOrder<Finding['target']['party']>({ id: true, name: true }),
  matches: each(arrangeMatch),
})

const FINDING: KeyOrder<Finding> = {
  id: true,
  kind: true,
  party: arrangeParty,
  hops: true,
  side: true,
  confidence: true,
  target: shared(arrangeTarget),
  regimes: true,
  stakes: each(arrangeStake),
  wouldExpose: true,
  chain: eachOfChain(arrangeStep),
  handled: each(arrangeEvidence),
  afterDesignation: true,
  reason: true,
}

export const arrangeFinding = inOrder<Finding>(FINDING)

export const arrangeWaived = inOrder<WaivedFinding>({
  ...FINDING,
  decision: inOrder<WaivedFinding['decision']>({ reason: true, by: true, expires: true }),
})

export const arrangeProblem = inOrder<Problem>({
  severity: true,
  code: true,
  message: true,
  hint: true,
  file: true,
  line: true,
  column: true,
})

export const arrangeSignal = inOrder<Signal>({ code: true, state: true, party: true, link: true, message: true })

export const arrangeInput = inOrder<Input>({
  role: true,
  path: true,
  format: true,
  sha256: true,
  bytes: true,
  rows: true,
  accepted: true,
  rejected: true,
  degraded: true,
  list: true,
  publishedOn: true,
  entries: true,
})

export const arrangeHub = inOrder<Hub>({ party: true, counterparties: true, notFollowed: true })

export const arrangeStop = inOrder<WalkStop>({ party: true, reason: true, notFollowed: true })

export const arrangeOptions = inOrder<ReportOptions>({
  hops: true,
  direction: true,
  chronological: true,
  minScore: true,
  confirmScore: true,
  swappedMarker: true,
  names: true,
  spread: true,
  kinds: true,
  minStake: true,
  exactNames: true,
  ownership: true,
  since: true,
  until: true,
  self: true,
  hubLimit: true,
  failOn: true,
  failHops: true,
  maxBad: true,
  strict: true,
  onlyLists: true,
  onlyPrograms: true,
  maxListAge: true,
})

export const arrangeDecided = inOrder<DecidedMatch>({
  decision: true,
  party: inOrder<DecidedMatch['party']>({ id: true, name: true }),
  list: true,
  entryId: true,
  entryName: true,
  reason: true,
  by: true,
  expires: true,
})

export const arrangeTool = inOrder<Report['tool']>({ name: true, version: true })

export const arrangeSummary = inOrder<Summary>({
  parties: true,
  implicitParties: true,
  mergedRecords: true,
  links: true,
  steps: true,
  listEntries: true,
  namesScreened: true,
  findings: inOrder<Readonly<Record<FindingKind, number>>>({
    listed: true,
    owned: true,
    exposed: true,
    intermediary: true,
    routed: true,
  }),
  // Its keys are numbers of hops, which every engine keeps in rising order.
  byHops: true,
  waived: true,
  notFollowed: true,
})
