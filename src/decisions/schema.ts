import { z } from 'zod'
import type { Decision } from '../model/decision.js'
import { parseDay } from '../model/date.js'
import { FINDING_KINDS } from '../model/report.js'
import { matchSchema } from '../model/report-schema.js'

const text = z.string().min(1)
const sentence = z.string().regex(/\S/u, 'expected a reason, got an empty one')
const day = z.string().refine((value) => parseDay(value) !== undefined, 'expected a day as YYYY-MM-DD')

const party = z.strictObject({
  id: text,
  name: text,
  names: z.array(text),
  countries: z.array(text),
  identifiers: z.array(text),
})

const entry = z.strictObject({ list: text, entryId: text, name: text, version: text })

const matchDecision = z.strictObject({
  about: text,
  decision: z.enum(['same', 'not-same']),
  party,
  entry,
  match: matchSchema,
  reason: z.exactOptional(sentence),
  by: z.exactOptional(text),
  decidedOn: day,
  expires: z.exactOptional(day),
})

const waiver = z.strictObject({
  about: text,
  decision: z.literal('waive'),
  finding: text,
  kind: z.enum(FINDING_KINDS),
  party,
  target: z.strictObject({ id: text, name: text }),
  entries: z.array(entry),
  hops: z.int().min(0),
  confidence: z.enum(['confirmed', 'possible']),
  afterDesignation: z.enum(['yes', 'no', 'undecided']),
  chain: z.string(),
  reason: sentence,
  by: z.exactOptional(text),
  decidedOn: day,
  expires: day,
})

/** One decision as it stands in the file: a field that is not known is an error, since it may be one misspelt. */
export const decisionSchema = z.discriminatedUnion('decision', [matchDecision, waiver])

/** The file of decisions as `hopscreen schema decisions` publishes it. */
export const decisionsSchema = z.strictObject({ schemaVersion: z.literal(1), decisions: z.array(decisionSchema) })

/** Compiles only as long as the schema gives what the interfaces say. */
export function asDecision(parsed: z.output<typeof decisionSchema>): Decision {
  return parsed
}
