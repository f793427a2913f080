import { CHANGES, type Change, type Since, type Stand } from '../model/baseline.js'
import type { FindingKind } from '../model/report.js'
import { allFindings } from './read.js'
import type { ComparedFinding, ComparedReport } from './schema.js'
import { differencesOf, whyNoLonger, whyNow, type Differences } from './why.js'

/** An earlier finding and what it is now: by its id, else by party and kind, whose target may be another. */
interface Pair {
  readonly was: ComparedFinding
  readonly now: ComparedFinding
}

const standOf = ({ hops, confidence, afterDesignation }: ComparedFinding): Stand => {
  return { hops, confidence, afterDesignation }
}

/** -1 where it became better, 1 where worse, 0 where it is as it was. Whatever became worse outweighs what became better. */
function course({ was, now }: Pair): -1 | 0 | 1 {
  const known = new Set(was.target.matches.map((match) => match.list))
  const worse =
    now.hops < was.hops ||
    (now.confidence === 'confirmed' && was.confidence === 'possible') ||
    (now.afterDesignation === 'yes' && was.afterDesignation !== 'yes') ||
    (now.id === was.id && now.target.matches.some((match) => !known.has(match.list)))
  if (worse) return 1
  const better =
    now.hops > was.hops ||
    (now.confidence === 'possible' && was.confidence === 'confirmed') ||
    (now.afterDesignation !== 'yes' && was.afterDesignation === 'yes')
  return better ? -1 : 0
}

function pairOf(earlier: readonly ComparedFinding[], present: readonly ComparedFinding[]) {
  const byId = new Map(earlier.map((finding) => [finding.id, finding]))
  const pairs: Pair[] = []
  const left = present.filter((now) => {
    const was = byId.get(now.id)
    if (was === undefined) return true
    pairs.push({ was, now })
    byId.delete(now.id)
    return false
  })
  const key = (party: string, kind: FindingKind) => JSON.stringify([party, kind])
  const byParty = new Map([...byId.values()].map((finding) => [key(finding.party.id, finding.kind), finding]))
  const fresh = left.filter((now) => {
    const was = byParty.get(key(now.party.id, now.kind))
    // As near as before, and to somebody else: that is news, and nothing of it is known to be better.
    if (was === undefined || (was.hops === now.hops && was.confidence === now.confidence)) return true
    pairs.push({ was, now })
    byId.delete(was.id)
    byParty.delete(key(now.party.id, now.kind))
    return false
  })
  return { pairs, fresh, gone: [...byId.values()] }
}

const about = ({ id, kind, party, target }: ComparedFinding) => {
  const short = (one: { readonly id: string; readonly name: string }) => ({ id: one.id, name: one.name })
  return { id, kind, party: short(party), target: short(target.party) }
}

/** What is new, worse, better and gone since an earlier report, and why. */
export function compareReports<F extends ComparedFinding>(earlier: ComparedReport, now: ComparedReport<F>): Since<F> {
  const differences: Differences = differencesOf(earlier, now)
  const found = allFindings(now)
  const { pairs, fresh, gone } = pairOf(allFindings(earlier), found)
  const set = new Set(now.waived.map(({ id }) => id))
  const changes: Change[] = [
    ...fresh.map((finding): Change => ({
      change: 'new',
      ...about(finding),
      now: standOf(finding),
      why: whyNow(finding, differences),
    })),
    ...pairs.flatMap((pair): Change[] => {
      const way = course(pair)
      if (way === 0) return []
      const stands = { was: standOf(pair.was), now: standOf(pair.now) }
      return way === 1
        ? [{ change: 'worse', ...about(pair.now), ...stands, why: whyWorse(pair, differences) }]
        : [{ change: 'better', ...about(pair.now), ...stands, why: whyNoLonger(pair.was, now, differences) }]
    }),
    ...(isComparable(earlier, now) ? gone : gone.filter(({ id }) => set.has(id))).map((finding): Change => ({
      change: 'gone',
      ...about(finding),
      was: standOf(finding),
      why: whyNoLonger(finding, now, differences),
    })),
  ]
  const news = new Set(changes.flatMap(({ change, id }) => (change === 'new' || change === 'worse' ? [id] : [])))
  return {
    asOf: earlier.asOf,
    version: earlier.tool.version,
    complete: earlier.complete,
    changes: CHANGES.flatMap((kind) => changes.filter(({ change }) => change === kind)),
    standing: found.filter(({ id }) => !news.has(id)),
  }
}

function whyWorse({ was, now }: Pair, differences: Differences): readonly string[] {
  const nearer =
    now.id === was.id ? [] : [`its nearest target is ${now.target.party.name}, and was ${was.target.party.name}`]
  return [...nearer, ...whyNow(now, differences)]
}

/** Whether both reports are on the same parties: what `--only` leaves out of one of them is not gone. */
export function isComparable(earlier: ComparedReport, now: ComparedReport): boolean {
  const only = (inputs: readonly { readonly role: string; readonly sha256: string }[]) =>
    inputs
      .filter(({ role }) => role === 'only')
      .map(({ sha256 }) => sha256)
      .join()
  return only(now.inputs) === '' || only(earlier.inputs) === only(now.inputs)
}
