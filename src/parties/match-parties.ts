import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { serialise } from '../match/compiled-bytes.js'
import type { Matcher } from '../match/matcher.js'
import type { Match } from '../model/report.js'
import type { Thresholds } from '../model/thresholds.js'
import type { MatchTask, PartyMatches } from './match-worker.js'
import { createNameCount, type NameCount } from './name-count.js'
import { packSubjects, type PackedSubjects } from './packed-subjects.js'
import type { Parties } from './parties.js'
import { createSettledNames, type SettledNames } from './settled-names.js'
import { subjectOf } from './subject.js'

export interface MatchRequest {
  readonly parties: Parties
  readonly matcher: Matcher
  /** What is known already of the names of the records, by this matcher. */
  readonly settled?: SettledNames
  readonly thresholds: Thresholds
  readonly progress?: (done: number) => void
}

export interface MatchedParties {
  readonly matches: ReadonlyMap<number, readonly Match[]>
  /** Distinct names. */
  readonly namesScreened: number
}

/**
 * Under so many parties another thread would begin when all is done, and with so short a list it is slower: a name that meets nothing takes
 * less time than to hand it over.
 */
const WORTH_A_THREAD = { parties: 20_000, names: 1000 } as const
/** What another thread is given at once. */
const PIECE = 5000
const PROGRESS_EVERY = 1000
const LOOK_PROGRESS_EVERY = 50_000

/** Holds every party against the lists, in two threads where that is worth it. What one party is does not depend on the others, so the result is the same. */
export async function matchParties(request: MatchRequest): Promise<MatchedParties> {
  const { parties, matcher, progress } = request
  const names = createNameCount(parties.texts)
  const left = partiesLeft(request, names)
  const isAsked = (party: number): 'asked' | undefined => (parties.soleNameOf(party) === -1 ? undefined : 'asked')
  const isWorthIt = left.length >= WORTH_A_THREAD.parties && matcher.names >= WORTH_A_THREAD.names
  const helper = isWorthIt && availableParallelism() > 1 ? startHelper(request) : undefined
  const found: PartyMatches[] = []
  let next = 0
  let sent = left.length
  // This thread goes up from the first party, the other down from the last, a piece at a time, until they meet.
  const piece = (): Piece | undefined => {
    const start = Math.max(next, sent - PIECE)
    if (start >= sent) return undefined
    const some = left.slice(start, sent)
    const asked = some.map(isAsked)
    const subjects = some.map((party) => subjectOf(parties, party))
    for (const subject of subjects) for (const name of subject.names) names.add(name)
    sent = start
    return { parties: some, asked, subjects: packSubjects(subjects) }
  }
  const others = helper?.(piece)
  others?.catch(() => undefined)
  while (next < sent) {
    const end = Math.min(next + PROGRESS_EVERY, sent)
    progress?.(parties.count - left.length + next)
    for (; next < end; next++) {
      const party = left[next] ?? -1
      const subject = subjectOf(parties, party)
      for (const name of subject.names) names.add(name)
      const its = matcher.match(subject, isAsked(party))
      if (its.length > 0) found.push([party, its])
    }
    // Lets the other thread ask for more.
    if (helper !== undefined) await new Promise((resolve) => setImmediate(resolve))
  }
  const all = [...found, ...((await others) ?? [])].toSorted(([a], [b]) => a - b)
  return { matches: new Map(all), namesScreened: names.count }
}

/** Those that their only name does not settle already; the names of the others are counted. */
function partiesLeft(
  { parties, matcher, settled = createSettledNames(parties.records, parties.folded, matcher), progress }: MatchRequest,
  names: NameCount,
): readonly number[] {
  const left: number[] = []
  settled.lookAtRest()
  for (let party = 0; party < parties.count; party++) {
    if (party % LOOK_PROGRESS_EVERY === 0) progress?.(party - left.length)
    const name = parties.soleNameOf(party)
    if (name !== -1 && settled.isSettled(name, parties.typeOf(party))) names.addAt(name)
    else left.push(party)
  }
  return left
}

/** The options of a screening hold more, which need not be copied. */
function thresholdsOf({ minScore, confirmScore, swappedMarker, names }: Thresholds): Thresholds {
  return {
    minScore,
    confirmScore,
    ...(swappedMarker === undefined ? {} : { swappedMarker }),
    ...(names === undefined ? {} : { names }),
  }
}

interface Piece {
  readonly parties: readonly number[]
  readonly asked: readonly ('asked' | undefined)[]
  readonly subjects: PackedSubjects
}

/** Starts another thread, which asks for pieces until there are none left. */
function startHelper({ matcher, thresholds }: MatchRequest) {
  return (nextPiece: () => Piece | undefined): Promise<PartyMatches[]> =>
    new Promise((resolve, reject) => {
      const task: MatchTask = {
        // Restored in a millisecond, where filing the entries a second time took longer than most runs.
        lists: serialise(matcher.compiled),
        thresholds: thresholdsOf(thresholds),
      }
      const worker = new Worker(new URL('match-worker.js', import.meta.url), {
        workerData: task,
        transferList: [task.lists.buffer],
      })
      const found: PartyMatches[] = []
      const give = (): void => {
        const piece = nextPiece()
        worker.postMessage(piece === undefined ? { kind: 'end' } : { kind: 'piece', ...piece })
      }
      worker.on('message', (some: readonly PartyMatches[]) => {
        found.push(...some)
        give()
      })
      worker.once('error', reject)
      worker.once('exit', () => resolve(found))
      give()
    })
}
