import { parentPort, workerData } from 'node:worker_threads'
import type { LinkKind } from '../model/record.js'
import { relationsOf, type LinkEnds, type Relation, type Relations } from './adjacency.js'
import { countSteps } from './stops.js'

/** What the thread is started with. */
export interface GraphTask {
  /** Columns of memory that threads share; they must not change meanwhile. */
  readonly ends: LinkEnds
  readonly partyCount: number
  readonly kinds: readonly LinkKind[]
}

/** What it answers with. */
export interface GraphAnswer {
  readonly relations: Relations
  readonly steps: number
}

// Started by `graph-thread.ts` alone, which gives it exactly this.
const { ends, partyCount, kinds }: GraphTask = workerData
const relations = relationsOf(ends, partyCount, kinds)
const steps = countSteps({ partyCount, ...relations })
const answer: GraphAnswer = { relations, steps }
const columnsOf = ({ along, against }: Relation) => [along, against].flatMap((each) => Object.values(each))
const columns = [relations.goods, relations.corporate, relations.weakStakes].flatMap(columnsOf)
// Given away rather than copied: of ten million links they are 160 MB.
parentPort?.postMessage(
  answer,
  columns.flatMap(({ buffer }: Int32Array) => (buffer instanceof ArrayBuffer ? [buffer] : [])),
)
