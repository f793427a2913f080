import { createHash } from 'node:crypto'
import type { FindingKind } from '../model/report.js'

/** The same in every run for the same verdict on the same party and target. 64 bits: one chance in millions that two of a million are alike. */
export function findingId(kind: FindingKind, party: string, target: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([kind, party, target]))
    .digest('hex')
  return `${kind}-${digest.slice(0, 16)}`
}
