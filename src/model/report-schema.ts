import { z } from 'zod'
import { CHANGES } from './baseline.js'
import { LIST_KINDS, OWNERSHIP_REGIMES, REGIMES } from './entry.js'
import { LINK_KINDS } from './record.js'
import { nameSettingsSchema } from './name-settings-schema.js'
import { FINDING_KINDS, STOP_REASONS } from './report.js'
import { SWAPPED_MARKERS } from './thresholds.js'

// Interfaces stand in report.ts and are what the code speaks; a test of the types holds this schema to them.

const count = z.int().min(0)
const text = z.string().min(1)
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u)
const partialDate = z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u)
const decimal = z.string().regex(/^-?\d+(?:\.\d+)?$/u)
const score = z.number().min(0).max(1)
const country = z.string().regex(/^[A-Z]{2}$/u)
const confidence = z.enum(['confirmed', 'possible'])
const maybe = z.exactOptional

const evidence = z.strictObject({
  kind: text,
  id: maybe(z.string()),
  date: maybe(partialDate),
  amount: maybe(decimal),
  currency: maybe(z.string()),
  goods: maybe(z.string()),
  percent: maybe(decimal),
  daysFromDesignation: maybe(z.strictObject({ least: maybe(z.int()), most: maybe(z.int()) })),
  file: text,
  line: z.int().min(1),
})

const comparedWord = z.strictObject({
  part: z.enum(['agrees', 'contradicts', 'omitted', 'set-aside']),
  first: z.string(),
  second: z.string(),
  how: text,
  weight: z.number().min(0),
  similarity: score,
})

const match = z.strictObject({
  list: text,
  regime: z.enum(REGIMES),
  listKind: z.enum(LIST_KINDS),
  entryId: text,
  entryName: text,
  programs: z.array(z.string()),
  listedOn: maybe(partialDate),
  url: maybe(z.string()),
  score,
  confidence,
  alone: maybe(z.enum(['none', 'possible'])),
  sameAs: maybe(
    z.array(z.strictObject({ list: text, entryId: text, basis: z.enum(['identifier', 'name']), confidence })).min(1),
  ),
  basis: z.enum(['identifier', 'name']),
  recordName: z.string(),
  matchedName: z.string(),
  nameStrength: z.enum(['primary', 'strong', 'weak']),
  explanation: text,
  tokens: maybe(z.array(comparedWord)),
  questions: maybe(
    z.array(
      z.strictObject({
        number: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
        question: text,
        answer: z.enum(['yes', 'no', 'open']),
        says: text,
        missing: z.array(text),
      }),
    ),
  ),
})

export { match as matchSchema }

const step = z.strictObject({
  from: text,
  to: text,
  fromName: text,
  toName: text,
  along: z.boolean(),
  kind: z.enum([...LINK_KINDS, 'via']).exclude(['same-as']),
  evidence: z.array(evidence),
})

const party = z.strictObject({
  id: text,
  name: text,
  country: maybe(country),
  records: z.array(z.strictObject({ id: maybe(text), name: text, file: text, line: z.int().min(1) })),
})

const stake = z.strictObject({
  owner: text,
  percent: maybe(decimal),
  basis: text,
  evidence: z.array(evidence),
})

const finding = z.strictObject({
  id: text,
  kind: z.enum(FINDING_KINDS),
  party,
  hops: count,
  side: maybe(z.enum(['supplier', 'customer'])),
  confidence,
  target: z.strictObject({ party: z.strictObject({ id: text, name: text }), matches: z.array(match) }),
  regimes: maybe(z.array(z.enum(REGIMES))),
  stakes: maybe(z.array(stake)),
  wouldExpose: maybe(count),
  chain: z.array(step),
  handled: maybe(z.array(evidence)),
  afterDesignation: z.enum(['yes', 'no', 'undecided']),
  reason: text,
})

const waived = z.strictObject({
  ...finding.shape,
  decision: z.strictObject({ reason: text, by: maybe(text), expires: day }),
})

const options = z.strictObject({
  hops: z.int().min(1),
  direction: z.enum(['suppliers', 'customers', 'both']),
  chronological: z.boolean(),
  minScore: score,
  confirmScore: score,
  swappedMarker: maybe(z.enum(SWAPPED_MARKERS)),
  names: maybe(nameSettingsSchema),
  spread: confidence,
  kinds: z.array(z.enum(LINK_KINDS)),
  minStake: decimal,
  exactNames: z.boolean(),
  ownership: maybe(z.array(z.enum(OWNERSHIP_REGIMES))),
  since: maybe(partialDate),
  until: maybe(partialDate),
  self: maybe(text),
  hubLimit: maybe(count),
  failOn: text,
  failHops: maybe(count),
  maxBad: text,
  strict: z.boolean(),
  onlyLists: maybe(z.array(text).min(1)),
  onlyPrograms: maybe(z.array(text).min(1)),
  maxListAge: maybe(count),
})

const input = z.strictObject({
  role: z.enum(['entities', 'transactions', 'relations', 'list', 'only', 'decisions', 'baseline', 'config']),
  path: text,
  format: z.string(),
  sha256: z.string(),
  bytes: count,
  rows: count,
  accepted: count,
  rejected: count,
  degraded: count,
  list: maybe(text),
  publishedOn: maybe(day),
  entries: maybe(count),
})

const problem = z.strictObject({
  severity: z.enum(['error', 'warning']),
  code: text,
  message: text,
  hint: maybe(text),
  file: maybe(text),
  line: maybe(z.int().min(1)),
  column: maybe(z.string()),
})

const signal = z.strictObject({
  code: text,
  state: z.enum(['raised', 'not-evaluated']),
  party: maybe(text),
  link: maybe(text),
  message: text,
})

const summary = z.strictObject({
  parties: count,
  implicitParties: count,
  mergedRecords: count,
  links: count,
  steps: count,
  listEntries: count,
  namesScreened: count,
  findings: z.strictObject({ listed: count, owned: count, exposed: count, intermediary: count, routed: count }),
  byHops: z.record(z.string().regex(/^\d+$/u), count),
  waived: count,
  notFollowed: count,
})

const decided = z.strictObject({
  decision: z.enum(['same', 'not-same']),
  party: z.strictObject({ id: text, name: text }),
  list: text,
  entryId: text,
  entryName: text,
  reason: maybe(text),
  by: maybe(text),
  expires: maybe(day),
})

const stand = z.strictObject({
  hops: count,
  confidence,
  afterDesignation: z.enum(['yes', 'no', 'undecided']),
})

const since = z.strictObject({
  asOf: day,
  version: text,
  complete: z.boolean(),
  changes: z.array(
    z.strictObject({
      change: z.enum(CHANGES),
      id: text,
      kind: z.enum(FINDING_KINDS),
      party: z.strictObject({ id: text, name: text }),
      target: z.strictObject({ id: text, name: text }),
      was: maybe(stand),
      now: maybe(stand),
      why: z.array(text),
    }),
  ),
  standing: z.array(finding),
})

/** The report as `hopscreen schema report` publishes it: no field beside those named here. */
export const reportSchema = z.strictObject({
  schemaVersion: z.literal(1),
  tool: z.strictObject({ name: z.literal('hopscreen'), version: text }),
  complete: z.boolean(),
  asOf: day,
  options,
  inputs: z.array(input),
  problems: z.array(problem),
  signals: z.array(signal),
  hubs: z.array(z.strictObject({ party: text, counterparties: count, notFollowed: count })),
  stops: z.array(z.strictObject({ party: text, reason: z.enum(STOP_REASONS), notFollowed: count })),
  summary,
  findings: z.array(finding),
  waived: z.array(waived),
  decided: maybe(z.array(decided)),
  baseline: maybe(since),
})
