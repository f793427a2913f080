import type { Graph } from '../graph/adjacency.js'
import { LEFT_OUT } from '../graph/links.js'
import { mostLinks } from '../graph/stops.js'
import type { ScreenOptions } from '../model/options.js'
import { compareCodePoints } from '../model/order.js'
import type { Problem } from '../model/problem.js'
import type { Parties } from '../parties/parties.js'

const LINKS_THAT_TELL = 100

/**
 * A ledger has its own company at one end of every row: walked through, it makes all vendors and customers neighbours. Where one party is
 * an end of over half of 100 or more links and `--self` is not given, that is said.
 */
export function star(graph: Graph, parties: Parties, { self }: ScreenOptions): readonly Problem[] {
  const { links, partyCount } = graph
  if (self !== undefined || links.count < LINKS_THAT_TELL) return []
  let counted = 0
  for (let link = 0; link < links.count; link++) if (((links.flags[link] ?? 0) & LEFT_OUT) === 0) counted++
  // To count the ends of ten million links waits for memory all over, and there is hardly ever such a party.
  if (counted < LINKS_THAT_TELL || (mostLinks(graph) + notWalked(graph, counted)) * 2 <= counted) return []
  const ends = new Int32Array(partyCount)
  for (let link = 0; link < links.count; link++) {
    if (((links.flags[link] ?? 0) & LEFT_OUT) !== 0) continue
    const [from, to] = [links.from[link] ?? -1, links.to[link] ?? -1]
    if (from >= 0) ends[from] = (ends[from] ?? 0) + 1
    if (to >= 0 && to !== from) ends[to] = (ends[to] ?? 0) + 1
  }
  const isMore = (a: number, b: number): boolean => {
    const more = (ends[a] ?? 0) - (ends[b] ?? 0)
    return more === 0 ? compareCodePoints(parties.idOf(a), parties.idOf(b)) < 0 : more > 0
  }
  let centre = 0
  for (let party = 1; party < partyCount; party++) if (isMore(party, centre)) centre = party
  if ((ends[centre] ?? 0) * 2 <= counted) return []
  const message = `${JSON.stringify(parties.nameOf(centre))} is an end of ${ends[centre] ?? 0} of ${counted} links, so that most chains run through it`
  const hint = `if it is your own company, say so: --self ${JSON.stringify(parties.idOf(centre))}`
  return [{ severity: 'warning', code: 'star', message, hint }]
}

/** Links that are in no part of the graph: to oneself, or of a kind that is not walked. */
function notWalked({ goods, corporate, weakStakes, partyCount }: Graph, counted: number): number {
  const parts = [goods, corporate, weakStakes]
  return parts.reduce((left, { along }) => left - (along.offsets[partyCount] ?? 0), counted)
}
