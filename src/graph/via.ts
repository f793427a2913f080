import { widenInt32 } from '../columns/widen.js'

/** The handlers of links, one row for each link and handler, in the order of the links: few links have any. */
export interface ViaColumns {
  count: number
  link: Int32Array
  party: Int32Array
  /** Rows by handler, made when first asked for. */
  byParty?: HandlerRows | undefined
}

interface HandlerRows {
  readonly offsets: Int32Array
  readonly links: Int32Array
}

export function createVia(): ViaColumns {
  return { count: 0, link: new Int32Array(16), party: new Int32Array(16) }
}

/** Whether the link's last rows before `end` name the party already. */
function isNamed(via: ViaColumns, end: number, link: number, party: number): boolean {
  for (let row = end - 1; row >= 0 && via.link[row] === link; row--) {
    if (via.party[row] === party) return true
  }
  return false
}

/** @throws {RangeError} where the link comes before one that has handlers already: the order is what makes them findable. */
export function appendVia(via: ViaColumns, link: number, party: number): void {
  if (via.count > 0 && link < (via.link[via.count - 1] ?? 0)) {
    throw new RangeError(`handlers of link ${link} came after those of a later link`)
  }
  if (isNamed(via, via.count, link, party)) return
  if (via.count === via.link.length) {
    via.link = widenInt32(via.link, via.count * 2)
    via.party = widenInt32(via.party, via.count * 2)
  }
  via.link[via.count] = link
  via.party[via.count] = party
  via.count++
  via.byParty = undefined
}

/** Puts parties in the place of end ids. Handlers that are no party (-1) go, and two that turn out to be one party become one. */
export function remapVia(via: ViaColumns, partyOfEnd: Int32Array): void {
  let kept = 0
  for (let row = 0; row < via.count; row++) {
    const link = via.link[row] ?? 0
    const party = partyOfEnd[via.party[row] ?? 0] ?? -1
    if (party < 0 || isNamed(via, kept, link, party)) continue
    via.link[kept] = link
    via.party[kept] = party
    kept++
  }
  via.count = kept
  via.byParty = undefined
}

/** The first row whose link is not before `link`. */
function firstRow(via: ViaColumns, link: number): number {
  let low = 0
  let high = via.count
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((via.link[middle] ?? 0) < link) low = middle + 1
    else high = middle
  }
  return low
}

/** Handlers of the link, each once, in the order in which they were named. */
export function handlersOf(via: ViaColumns, link: number): number[] {
  const parties: number[] = []
  for (let row = firstRow(via, link); row < via.count && via.link[row] === link; row++) {
    parties.push(via.party[row] ?? 0)
  }
  return parties
}

function rowsByParty(via: ViaColumns): HandlerRows {
  const handlers = via.party.subarray(0, via.count)
  const parties = handlers.reduce((most, party) => Math.max(most, party), -1) + 1
  const offsets = new Int32Array(parties + 1)
  for (const party of handlers) offsets[party + 1] = (offsets[party + 1] ?? 0) + 1
  for (let party = 0; party < parties; party++) offsets[party + 1] = (offsets[party + 1] ?? 0) + (offsets[party] ?? 0)
  const next = offsets.slice(0, parties)
  const links = new Int32Array(via.count)
  for (const [row, party] of handlers.entries()) {
    const place = next[party] ?? 0
    links[place] = via.link[row] ?? 0
    next[party] = place + 1
  }
  return { offsets, links }
}

/** Links that the party handled, each once, ascending. */
export function handledBy(via: ViaColumns, party: number): number[] {
  via.byParty ??= rowsByParty(via)
  const { offsets, links } = via.byParty
  return party + 1 < offsets.length ? [...links.subarray(offsets[party], offsets[party + 1])] : []
}
