import { parentPort, workerData } from 'node:worker_threads'
import { restore } from '../match/compiled-bytes.js'
import { createCompiledMatcher } from '../match/matcher.js'
import type { Match } from '../model/report.js'
import type { Thresholds } from '../model/thresholds.js'
import { unpackSubjects, type PackedSubjects } from './packed-subjects.js'

/** What the thread is started with. */
export interface MatchTask {
  /** Bytes that `serialise` wrote. */
  readonly lists: Uint8Array<ArrayBuffer>
  readonly thresholds: Thresholds
}

/** Parties and their subjects, or the end. */
export type MatchPiece =
  | {
      readonly kind: 'piece'
      readonly parties: readonly number[]
      /** Whether `findsNothing` was asked of its name, by party. */
      readonly asked: readonly ('asked' | undefined)[]
      readonly subjects: PackedSubjects
    }
  | { readonly kind: 'end' }

/** A party and what it matches. */
export type PartyMatches = readonly [party: number, matches: readonly Match[]]

// Started by `match-parties.ts` alone, which gives it exactly this.
const task: MatchTask = workerData
const lists = restore(task.lists)
if (lists === undefined) throw new Error('the lists came to another thread in another form')
const matcher = createCompiledMatcher(lists, task.thresholds)

parentPort?.on('message', (piece: MatchPiece) => {
  if (piece.kind === 'end') {
    parentPort?.close()
    return
  }
  const found = unpackSubjects(piece.subjects).flatMap((subject, at): PartyMatches[] => {
    const matches = matcher.match(subject, piece.asked[at])
    return matches.length === 0 ? [] : [[piece.parties[at] ?? -1, matches]]
  })
  parentPort?.postMessage(found)
})
