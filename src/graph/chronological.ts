import { BEGINNING, END } from '../model/date.js'
import { sellersAscending, type Graph, type Neighbours } from './adjacency.js'
import { widenInt32, widenUint8 } from '../columns/widen.js'
import { gather, gatheredLegs, legsOf, type GatheredLegs, type Legs } from './legs.js'
import { stopFlags } from './stops.js'
import { isOfficeArrival, MAX_DEPTH, NOT_REACHED, type Walk, type WalkRequest } from './walk.js'

/**
 * The best times of parties, level by level, as columns. A time is the latest day on which goods can still leave the party and come to a
 * source in order; of a walk among customers it is turned round (`~day`), so that the greater is the better in both.
 */
export interface Times {
  readonly count: number
  readonly party: Int32Array
  readonly level: Uint8Array
  readonly time: Int32Array
  /** The party's state before this one, at a lower level and with a worse time; -1 where there is none. */
  readonly before: Int32Array
  /** The latest state of each party; -1 where it has none. */
  readonly latest: Int32Array
}

/** A walk whose legs can have happened one after the other. */
export interface DatedWalk extends Walk {
  readonly times: Times
}

export function isDatedWalk(walk: Walk): walk is DatedWalk {
  return 'times' in walk
}

interface Growing {
  count: number
  party: Int32Array
  level: Uint8Array
  time: Int32Array
  before: Int32Array
  readonly latest: Int32Array
}

interface Search {
  readonly distances: Uint8Array
  readonly passable: Uint8Array
  readonly stopped: Uint8Array
  /** The best time of each party so far, at whatever level. */
  readonly best: Int32Array
  readonly times: Growing
}

/** Comes to a party in a way that leads on; keeps it where it is better than all before. */
function improve({ passable, best, times }: Search, party: number, level: number, time: number): void {
  best[party] = time
  const known = times.latest[party] ?? -1
  if (known >= 0 && times.level[known] === level) {
    times.time[known] = time
    return
  }
  if (passable[party] === NOT_REACHED) passable[party] = level
  const state = times.count++
  if (state === times.party.length) {
    const room = state * 2
    times.party = widenInt32(times.party, room)
    times.level = widenUint8(times.level, room)
    times.time = widenInt32(times.time, room)
    times.before = widenInt32(times.before, room)
  }
  times.party[state] = party
  times.level[state] = level
  times.time[state] = time
  times.before[state] = known
  times.latest[party] = state
}

function spreadGoods(
  search: Search,
  { legs, gathered }: { readonly legs: Legs; readonly gathered: GatheredLegs },
  neighbours: Neighbours,
  party: number,
  level: number,
  time: number,
): void {
  const { distances, stopped, best } = search
  const { offsets, parties, links } = neighbours
  const { days } = gathered
  const end = offsets[party + 1] ?? 0
  let place = offsets[party] ?? 0
  if (gathered.isGathered[party] === 0) gather(gathered, legs, links, party, place, end)
  while (place < end) {
    const other = parties[place] ?? 0
    const known = best[other] ?? BEGINNING
    // A time only gets worse on the way, so that one no better than the known best leads to nothing new.
    if (known >= time) {
      place++
      continue
    }
    // As `timeBeyond` has it, of the links with one neighbour together.
    let beyond = BEGINNING
    let onlyPayments = true
    do {
      const least = days[place * 2] ?? BEGINNING
      const most = days[place * 2 + 1] ?? END
      place++
      if (least > most) continue
      onlyPayments = false
      if (least <= time) beyond = Math.max(beyond, Math.min(most, time))
    } while (place < end && parties[place] === other)
    if (onlyPayments) beyond = time
    if (beyond <= known) continue
    if (distances[other] === NOT_REACHED) distances[other] = level
    // Whoever is only reached is done with, whatever better time comes.
    if (stopped[other] === 1) best[other] = END
    else improve(search, other, level, beyond)
  }
}

/** Corporate links move no goods: they neither take time nor bound it. */
function spreadCorporate(
  search: Search,
  { kinds, stops }: { readonly kinds: Uint8Array; readonly stops: WalkRequest['stops'] },
  neighbours: Neighbours,
  party: number,
  level: number,
  time: number,
): void {
  const { distances, stopped, best } = search
  const { offsets, parties, links } = neighbours
  const end = offsets[party + 1] ?? 0
  for (let place = offsets[party] ?? 0; place < end; place++) {
    const other = parties[place] ?? 0
    if (distances[other] === NOT_REACHED) distances[other] = level
    if (stopped[other] === 1 || isOfficeArrival(kinds, stops, other, links[place] ?? -1)) continue
    if ((best[other] ?? BEGINNING) < time) improve(search, other, level, time)
  }
}

function begin(graph: Graph, request: WalkRequest): Search {
  const { partyCount } = graph
  // Grows with what is reached, which is often little of all.
  const room = 4096
  const search: Search = {
    distances: new Uint8Array(partyCount).fill(NOT_REACHED),
    passable: new Uint8Array(partyCount).fill(NOT_REACHED),
    stopped: stopFlags(request.stops),
    best: new Int32Array(partyCount).fill(BEGINNING),
    times: {
      count: 0,
      party: new Int32Array(room),
      level: new Uint8Array(room),
      time: new Int32Array(room),
      before: new Int32Array(room),
      latest: new Int32Array(partyCount).fill(-1),
    },
  }
  for (const source of request.sources) {
    if (search.distances[source] === 0) continue
    search.distances[source] = 0
    improve(search, source, 0, END)
  }
  return search
}

/**
 * The walk over chains whose legs can have happened in the order in which the goods went: a chain counts if days exist within its legs that do
 * not decrease along it. A party is entered again at a later level where it then has a better time, since the nearest chain may be one that
 * was not possible and a longer one is (Wu et al., Path problems in temporal graphs: a set of visited parties is not enough).
 *
 * @throws {RangeError} where the depth does not fit a byte.
 */
export function walkInOrder(graph: Graph, request: WalkRequest): DatedWalk {
  const { direction, depth, stops } = request
  if (!(depth >= 0 && depth <= MAX_DEPTH)) throw new RangeError(`a walk goes 0 to ${MAX_DEPTH} levels, not ${depth}`)
  const search = begin(graph, request)
  // Of several links with one neighbour the supplies decide, so that they must be looked at together.
  const goods = direction === 'suppliers' ? sellersAscending(graph) : graph.goods.along
  const goodsLegs = { legs: legsOf(graph, direction), gathered: gatheredLegs(goods) }
  const rules = { kinds: graph.links.kind, stops }
  let from = 0
  for (let level = 1; level <= depth && from < search.times.count; level++) {
    const until = search.times.count
    for (; from < until; from++) {
      const party = search.times.party[from] ?? 0
      const time = search.times.time[from] ?? BEGINNING
      spreadGoods(search, goodsLegs, goods, party, level, time)
      spreadCorporate(search, rules, graph.corporate.along, party, level, time)
      spreadCorporate(search, rules, graph.corporate.against, party, level, time)
    }
  }
  return {
    direction,
    depth,
    stops,
    distances: search.distances,
    passable: search.passable,
    exhausted: from === search.times.count,
    nextSteps: { ofInnerPersons: new Map() },
    times: search.times,
  }
}

/** The best time of a party by walks of at most `level` steps; `BEGINNING` where there is none that leads on. */
export function timeWithin({ latest, level, time, before }: Times, party: number, most: number): number {
  let state = latest[party] ?? -1
  while (state >= 0 && (level[state] ?? 0) > most) state = before[state] ?? -1
  return state < 0 ? BEGINNING : (time[state] ?? BEGINNING)
}
