import { movesGoods, type Graph } from '../graph/adjacency.js'
import { nearestWalk, NOT_REACHED, type Walk } from '../graph/walk.js'
import type { Confidence } from '../model/report.js'
import type { Draft, DraftStep } from './draft.js'
import type { Standing } from './standing.js'
import type { ChainMaker } from './steps.js'

/** The walks from the sources of one confidence, the suppliers' first, each with its chains. */
export interface Walked {
  readonly confidence: Confidence
  readonly graph: Graph
  readonly walks: readonly Walk[]
  readonly chains: ReadonlyMap<Walk, ChainMaker>
}

/**
 * The `exposed` verdicts as one integer each, since there may be a million: the party's twice, and one more where the finding is the second, over
 * possible sources. The draft is made when it is asked for.
 */
export interface ExposedDrafts {
  readonly codes: Int32Array
  hopsOf(code: number): number
  draftOf(code: number): Draft
  /** By which walk, one of `ways`. */
  wayOf(code: number): WalkOfDraft | undefined
  readonly ways: readonly WalkOfDraft[]
  /** Gives the links of the chains of the drafts that it is called with, but for steps of which it gave them before. */
  linkGiver(take: (link: number) => void): (code: number) => void
}

/** A walk that finds parties, and what makes their chains. */
export interface WalkOfDraft {
  readonly confidence: Confidence
  readonly walk: Walk
  readonly maker: ChainMaker
}

export function partyOf(code: number): number {
  return code >> 1
}

export function hopsOf(walked: Walked | undefined, party: number): number {
  if (walked === undefined) return NOT_REACHED
  let hops = NOT_REACHED
  for (const { distances } of walked.walks) hops = Math.min(hops, distances[party] ?? NOT_REACHED)
  return hops
}

/**
 * A finding for every party that a walk reached and that is no source. Confirmed sources come first: a possible one gives a finding only where
 * it is nearer, and then a second one.
 */
export function draftExposed(
  partyCount: number,
  standing: Standing,
  confirmed: Walked,
  possible: Walked | undefined,
  only?: ReadonlySet<number>,
): ExposedDrafts {
  let codes = new Int32Array(1024)
  let count = 0
  const add = (code: number): void => {
    if (count === codes.length) {
      const wider = new Int32Array(count * 2)
      wider.set(codes)
      codes = wider
    }
    codes[count++] = code
  }
  const look = (party: number): void => {
    const hops = hopsOf(confirmed, party)
    const nearer = hopsOf(possible, party)
    if ((hops === NOT_REACHED && nearer === NOT_REACHED) || standing.isSource(party)) return
    if (hops !== NOT_REACHED) add(party * 2)
    if (nearer > 0 && nearer < hops) add(party * 2 + 1)
  }
  if (only !== undefined) for (const party of [...only].toSorted((a, b) => a - b)) look(party)
  else for (let party = 0; party < partyCount; party++) look(party)
  const ways = [confirmed, ...(possible === undefined ? [] : [possible])].flatMap(({ confidence, chains }) =>
    [...chains].map(([walk, maker]): WalkOfDraft => ({ confidence, walk, maker })),
  )
  const walkedOf = (code: number): Walked => ((code & 1) === 0 ? confirmed : (possible ?? confirmed))
  return {
    codes: codes.subarray(0, count),
    hopsOf: (code) => hopsOf(walkedOf(code), partyOf(code)),
    draftOf: (code) => exposed(partyOf(code), walkedOf(code)),
    ways,
    wayOf(code) {
      const walk = nearestWalk(walkedOf(code).walks, partyOf(code))
      return ways.find((way) => way.walk === walk)
    },
    linkGiver(take) {
      const givers = new Map<Walk, (party: number) => void>()
      for (const { chains } of [confirmed, ...(possible === undefined ? [] : [possible])]) {
        for (const [walk, maker] of chains) givers.set(walk, maker.linkGiver(take))
      }
      return (code) => {
        const walk = nearestWalk(walkedOf(code).walks, partyOf(code))
        if (walk !== undefined) givers.get(walk)?.(partyOf(code))
      }
    },
  }
}

function exposed(party: number, walked: Walked): Draft {
  const walk = nearestWalk(walked.walks, party)
  const chain = (walk === undefined ? undefined : walked.chains.get(walk)?.chain(party)) ?? []
  const draft: { -readonly [K in keyof Draft]: Draft[K] } = {
    kind: 'exposed',
    party,
    hops: walk?.distances[party] ?? NOT_REACHED,
    confidence: walked.confidence,
    target: targetOf(chain, party),
    chain,
  }
  const side = walk === undefined ? undefined : sideOf(chain, walk)
  if (side !== undefined) draft.side = side
  return draft
}

function sideOf(chain: readonly DraftStep[], walk: Walk): 'supplier' | 'customer' | undefined {
  const goods = chain.some((step) => step.kind !== 'via' && movesGoods(step.kind))
  if (!goods) return undefined
  return walk.direction === 'suppliers' ? 'supplier' : 'customer'
}

export function targetOf(chain: readonly DraftStep[], party: number): number {
  return chain.at(-1)?.to ?? party
}
