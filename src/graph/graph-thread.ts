import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { LinkKind } from '../model/record.js'
import { walkedKinds, type Graph } from './adjacency.js'
import type { GraphAnswer, GraphTask } from './graph-worker.js'
import type { Links } from './links.js'

/** A graph that another thread builds, and how many steps it has, which that counts last. */
export interface GraphBeside {
  readonly graph: Promise<Graph>
  readonly steps: Promise<number>
}

/** Of so many links the neighbours take three times as long as a thread to start. */
const WORTH_A_THREAD = 1 << 20

/**
 * Builds the graph in a thread of its own, while this one has other work; `undefined` where that is not worth it, or the columns are of no memory that
 * threads share. The links must not change until it is there.
 */
export function buildGraphBeside(
  links: Links,
  partyCount: number,
  kinds: readonly LinkKind[],
): GraphBeside | undefined {
  const { count, from, to, kind, flags } = links
  const isShared = [from, to, kind, flags].every(({ buffer }) => buffer instanceof SharedArrayBuffer)
  if (count < WORTH_A_THREAD || !isShared || availableParallelism() === 1) return undefined
  const task: GraphTask = { ends: { count, from, to, kind, flags }, partyCount, kinds }
  const worker = new Worker(new URL('graph-worker.js', import.meta.url), { workerData: task })
  const answered = <T>(its: (answer: GraphAnswer) => T | undefined): Promise<T> => {
    const promise = new Promise<T>((resolve, reject) => {
      worker.on('message', (answer: GraphAnswer) => {
        const found = its(answer)
        if (found !== undefined) resolve(found)
      })
      worker.once('error', reject)
      worker.once('exit', () => reject(new Error('a thread that builds the graph ended without an answer')))
    })
    // Who waits for it is told; where something else failed first nobody waits.
    promise.catch(() => undefined)
    return promise
  }
  return {
    graph: answered((answer) =>
      answer.kind === 'relations' ? { partyCount, links, kinds: walkedKinds(kinds), ...answer.relations } : undefined,
    ),
    steps: answered((answer) => (answer.kind === 'steps' ? answer.steps : undefined)),
  }
}
