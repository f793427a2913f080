import crypto, { createHash } from 'node:crypto'
import type { FindingKind } from '../model/report.js'

/** In hex. In one call where Node has it, from 20.12 on: an object for each hash takes twice the time. */
const sha256: (text: string) => string =
  'hash' in crypto ? (text) => crypto.hash('sha256', text) : (text) => createHash('sha256').update(text).digest('hex')

// What JSON quotes and leaves as it is.
const BARE = /^[ !#-[\]-~]*$/

/** The same in every run for the same verdict on the same party and target. 64 bits: one chance in millions that two of a million are alike. */
export function findingId(kind: FindingKind, party: string, target: string): string {
  const isBare = BARE.test(party) && BARE.test(target)
  const digest = sha256(isBare ? `["${kind}","${party}","${target}"]` : JSON.stringify([kind, party, target]))
  return `${kind}-${digest.slice(0, 16)}`
}
