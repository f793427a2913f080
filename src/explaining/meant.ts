import { nearestWords } from '../model/spelling.js'
import type { Parties } from '../parties/parties.js'

const PREFIX = 2
/** Among so many names that begin alike somebody is found; to look at all of millions would not end. */
const MOST = 5000

function beginnings(text: string): readonly string[] {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u)
  return words.filter((word) => word.length >= PREFIX).map((word) => word.slice(0, PREFIX))
}

/** Names and ids of parties that are written nearly as what was asked for. A slip in the first two letters of every word is not found. */
export function partiesMeant(wanted: string, parties: Parties): readonly string[] {
  const asked = new Set(beginnings(wanted))
  const known = new Map<string, string>()
  for (let party = 0; party < parties.count && known.size < MOST; party++) {
    for (const text of new Set([parties.idOf(party), parties.nameOf(party)])) {
      if (beginnings(text).some((start) => asked.has(start))) known.set(text.toLowerCase(), text)
    }
  }
  const near = nearestWords(wanted.toLowerCase(), [...known.keys()])
  return near.flatMap((text) => known.get(text) ?? [])
}
