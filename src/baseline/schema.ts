import { z } from 'zod'
import { FINDING_KINDS } from '../model/report.js'

// Not strict: what a later version adds to a report does not keep it from being compared.

const named = z.object({ id: z.string(), name: z.string() })
const evidence = z.object({
  kind: z.string(),
  id: z.string().optional(),
  date: z.string().optional(),
  amount: z.string().optional(),
  currency: z.string().optional(),
  goods: z.string().optional(),
  percent: z.string().optional(),
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
    matches: z.array(
      z.object({ list: z.string(), entryId: z.string(), confidence: z.enum(['confirmed', 'possible']) }),
    ),
  }),
  chain: z.array(z.object({ evidence: z.array(evidence) })),
  handled: z.array(evidence).optional(),
})

/** Of an earlier report what it is compared by. */
export const earlierSchema = z.object({
  tool: z.object({ version: z.string() }),
  complete: z.boolean(),
  asOf: z.string(),
  options: z.record(z.string(), z.unknown()),
  inputs: z.array(
    z.object({
      role: z.string(),
      path: z.string(),
      sha256: z.string(),
      list: z.string().optional(),
      publishedOn: z.string().optional(),
    }),
  ),
  findings: z.array(finding),
  waived: z.array(finding),
  baseline: z.object({ standing: z.array(finding) }).optional(),
})

export type EarlierReport = z.output<typeof earlierSchema>
export type EarlierFinding = EarlierReport['findings'][number]
