import { parentPort, workerData } from 'node:worker_threads'
import type { LinkKind } from '../model/record.js'
import { relationsOf, type LinkEnds, type Relations } from './adjacency.js'
import { countSteps } from './stops.js'

/** What the thread is started with. */
export interface GraphTask {
  /** Columns of memory that threads share; they must not change until the relations are there. */
  readonly ends: LinkEnds
  readonly partyCount: number
  readonly kinds: readonly LinkKind[]
}

/** What it answers with: first the relations, which others walk while it counts. */
export type GraphAnswer =
  | { readonly kind: 'relations'; readonly relations: Relations }
  | { readonly kind: 'steps'; readonly steps: number }

// Started by `graph-thread.ts` alone, which gives it exactly this.
const { ends, partyCount, kinds }: GraphTask = workerData
const say = (answer: GraphAnswer): void => parentPort?.postMessage(answer)
const relations = relationsOf(ends, partyCount, kinds)
say({ kind: 'relations', relations })
say({ kind: 'steps', steps: countSteps({ partyCount, ...relations }) })
