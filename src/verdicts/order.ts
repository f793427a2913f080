import { compareCodePoints } from '../model/order.js'
import { FINDING_KINDS, type Confidence, type FindingKind } from '../model/report.js'
import type { Parties } from '../parties/parties.js'
import type { Draft } from './draft.js'
import type { Drafts } from './drafts.js'
import { partyOf, type ExposedDrafts } from './exposed.js'

/** Verdicts in the order of the report. */
export interface OrderedDrafts {
  readonly length: number
  at(index: number): Draft
  /** The code of an exposed one; -1 of any other. */
  codeAt(index: number): number
}

interface Ranked {
  readonly hops: number
  readonly kind: FindingKind
  readonly party: number
  readonly confidence: Confidence
  readonly target: number
}

/** Hops, kind, party id, and the confirmed one first where a party has two. */
function comparer({ compareIds }: Parties): (a: Ranked, b: Ranked) => number {
  return (a, b) =>
    a.hops - b.hops ||
    FINDING_KINDS.indexOf(a.kind) - FINDING_KINDS.indexOf(b.kind) ||
    compareIds(a.party, b.party) ||
    compareCodePoints(a.confidence, b.confidence) ||
    compareIds(a.target, b.target)
}

export function orderedDrafts(drafts: readonly Draft[], parties: Parties): readonly Draft[] {
  return drafts.toSorted(comparer(parties))
}

/** Puts drafts in order. Of the exposed only integers are moved, and their drafts are made when they are asked for. */
export function orderDrafts({ exposed, others }: Drafts, parties: Parties): OrderedDrafts {
  const compare = comparer(parties)
  const rest = others.toSorted(compare)
  const codes = orderExposed(exposed, parties)
  // Places in `codes`, and those in `rest` as numbers below zero.
  const order = new Int32Array(codes.length + rest.length)
  let next = 0
  for (let at = 0, code = 0; at < order.length; at++) {
    const [other, mine] = [rest[next], codes[code]]
    const isOther = other !== undefined && (mine === undefined || compare(other, rankOf(exposed, mine)) < 0)
    order[at] = isOther ? -1 - next++ : (codes[code++] ?? 0)
  }
  return {
    length: order.length,
    codeAt: (index) => Math.max(order[index] ?? -1, -1),
    at(index) {
      const code = order[index]
      if (code === undefined) throw new RangeError(`there is no draft ${index}`)
      const other = rest[-1 - code]
      return other === undefined ? exposed.draftOf(code) : other
    },
  }
}

function rankOf(exposed: ExposedDrafts, code: number): Ranked {
  const [party, confidence] = [partyOf(code), (code & 1) === 0 ? 'confirmed' : 'possible'] as const
  // Nobody has another `exposed` verdict of one confidence, so that its target decides nothing.
  return { kind: 'exposed', hops: exposed.hopsOf(code), party, confidence, target: party }
}

/** By hops, then id: a pass that counts parts them by their hops, and each part is sorted by itself. */
function orderExposed({ codes, hopsOf }: ExposedDrafts, { compareIds }: Parties): Int32Array {
  const starts = new Int32Array(257)
  for (const code of codes) starts[hopsOf(code) + 1] = (starts[hopsOf(code) + 1] ?? 0) + 1
  for (let hops = 1; hops < starts.length; hops++) starts[hops] = (starts[hops] ?? 0) + (starts[hops - 1] ?? 0)
  const next = starts.slice()
  const ordered = new Int32Array(codes.length)
  for (const code of codes) {
    const hops = hopsOf(code)
    ordered[next[hops] ?? 0] = code
    next[hops] = (next[hops] ?? 0) + 1
  }
  const byId = (a: number, b: number): number => compareIds(partyOf(a), partyOf(b)) || a - b
  for (let hops = 0; hops + 1 < starts.length; hops++) {
    const part = ordered.subarray(starts[hops], starts[hops + 1])
    if (!isAscending(part, byId)) part.sort(byId)
  }
  return ordered
}

/** As it is where the records came by their ids: to see that takes a twentieth of sorting a million. */
function isAscending(codes: Int32Array, compare: (a: number, b: number) => number): boolean {
  for (let at = 1; at < codes.length; at++) if (compare(codes[at - 1] ?? 0, codes[at] ?? 0) > 0) return false
  return true
}
