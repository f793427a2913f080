import { codeOf } from '../graph/links.js'
import { BEGINNING, END } from '../model/date.js'
import type { ProblemSink } from '../model/problem.js'
import type { ToldLink } from '../model/record.js'
import { readBackScanned } from '../records/scan-read-back.js'
import type { Intake } from './intake.js'
import type { ReadAgain } from './readback.js'
import { placesIn, type Offsets } from './scanned.js'

/** Reads the links of a scanned file at their places. A record that is not the one that was read shows that the file changed. */
export function readAtPlaces<T>(
  { links }: Intake,
  offsets: Offsets,
  wanted: Int32Array,
  say: (record: ToldLink) => T,
  problems: ProblemSink,
): ReadAgain<T> {
  const placeOf = placesIn(offsets)
  const linkAt = (at: number): number => wanted[at] ?? -1
  const kept = readBackScanned(
    offsets.scanned,
    {
      length: wanted.length,
      offsetOf: (at) => placeOf(linkAt(at)),
      lineOf: (at) => links.line.at(linkAt(at)),
    },
    (record, at) =>
      codeOf(record.kind) === links.kind[linkAt(at)] &&
      (record.date?.first ?? BEGINNING) === links.first[linkAt(at)] &&
      (record.date?.last ?? END) === links.last[linkAt(at)],
  )
  if (!('recordOf' in kept)) {
    problems(kept)
    return new Map()
  }
  const placeOfLink = createSearch(wanted)
  return {
    get(link) {
      const at = placeOfLink(link)
      const record = at === -1 ? undefined : kept.recordOf(at)
      return record === undefined ? undefined : say(record)
    },
  }
}

/** So many links stand behind one entry of the index. */
const BLOCK_BITS = 8

/**
 * Where a number stands among ascending ones; -1 where it does not. An index says where the numbers of each block begin: to halve a million from their
 * whole takes twenty looks into memory far apart.
 */
function createSearch(ascending: Int32Array): (wanted: number) => number {
  const blocks = ((ascending[ascending.length - 1] ?? 0) >>> BLOCK_BITS) + 1
  const starts = new Uint32Array(blocks + 1).fill(ascending.length)
  for (let at = ascending.length - 1; at >= 0; at--) starts[(ascending[at] ?? 0) >>> BLOCK_BITS] = at
  for (let block = blocks - 1; block >= 0; block--) {
    starts[block] = Math.min(starts[block] ?? 0, starts[block + 1] ?? 0)
  }
  return (wanted) => {
    const block = wanted >>> BLOCK_BITS
    let [low, high] = [starts[block] ?? ascending.length, starts[block + 1] ?? ascending.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((ascending[middle] ?? 0) < wanted) low = middle + 1
      else high = middle
    }
    return ascending[low] === wanted ? low : -1
  }
}
