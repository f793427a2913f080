import { z } from 'zod'
import { FINDING_KINDS } from '../model/report.js'

// Not strict: what a later version adds to a report does not keep it from being compared, and neither does what an earlier
// build did not write yet. Asked for is only what schema version 1 always held.

/** As reports hold them: nothing changes one that was read. */
const listOf = <T extends z.ZodType>(of: T) => z.array(of).readonly()

const named = z.object({ id: z.string(), name: z.string() })
const evidence = z.object({
  kind: z.string(),
  id: z.string().optional(),
  date: z.string().optional(),
  amount: z.string().optional(),
  currency: z.string().optional(),
  goods: z.string().optional(),
  percent: z.string().optional(),
  file: z.string(),
  line: z.int(),
})

const finding = z.object({
  id: z.string(),
  kind: z.enum(FINDING_KINDS),
  party: named,
  hops: z.int().min(0),
  confidence: z.enum(['confirmed', 'possible']),
  afterDesignation: z.enum(['yes', 'no', 'undecided']),
  target: z.object({
    party: named,
    matches: listOf(
      z.object({ list: z.string(), entryId: z.string(), confidence: z.enum(['confirmed', 'possible']).optional() }),
    ),
  }),
  chain: listOf(z.object({ evidence: listOf(evidence) })),
  handled: listOf(evidence).optional(),
})

const said = z.unknown().optional()

/** What decides verdicts beside the number of hops; the exit code's options do not. */
export const decidingOptions = z.object({
  direction: said,
  chronological: said,
  minScore: said,
  confirmScore: said,
  swappedMarker: said,
  names: said,
  spread: said,
  kinds: said,
  since: said,
  until: said,
  ownership: said,
  minStake: said,
  exactNames: said,
  self: said,
  hubLimit: said,
  onlyLists: said,
  onlyPrograms: said,
})

const decided = z.object({
  decision: z.enum(['same', 'not-same']),
  party: named,
  list: z.string(),
  entryId: z.string(),
})

/** Of a report what it is compared by. */
export const comparedSchema = z.object({
  tool: z.object({ version: z.string() }),
  complete: z.boolean(),
  asOf: z.string(),
  options: z.object({ hops: z.int().min(1), ...decidingOptions.shape }),
  inputs: listOf(
    z.object({
      role: z.string(),
      path: z.string(),
      sha256: z.string(),
      list: z.string().optional(),
      publishedOn: z.string().optional(),
    }),
  ),
  findings: listOf(finding),
  waived: listOf(z.object({ ...finding.shape, decision: z.object({ reason: z.string() }) })),
  decided: listOf(decided).optional(),
  baseline: z.object({ standing: listOf(finding) }).optional(),
})

/** A report as it was read from a file, of this version or of an earlier one. */
export type ReadReport = z.output<typeof comparedSchema>
export type ComparedFinding = ReadReport['findings'][number]

/** A report that can be compared: one that was read, or one that was just made. */
export interface ComparedReport<F extends ComparedFinding = ComparedFinding> extends Omit<
  ReadReport,
  'findings' | 'baseline'
> {
  readonly findings: readonly F[]
  readonly baseline?: { readonly standing: readonly F[] } | undefined
}
