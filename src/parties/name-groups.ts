import type { FoldedName } from '../match/fold.js'

/** Names by their folded cores and other romanisations: a million of them are a map of cores and a few integers each. */
export interface NameGroups {
  /** Adds the name at a place; places are added in ascending order. */
  add(place: number, folded: FoldedName, ofRecord: boolean): void
  /** The group under any core of the name. */
  find(folded: FoldedName): number | undefined
  /** Whether any of its names is a record's. */
  hasRecord(group: number): boolean
  /** Groups of two names and more, in the order of their first. */
  withSeveral(): Iterable<number>
  placesOf(group: number): readonly number[]
}

const NONE = -1

/** @param size how many names there are at most; a group is called by the place of its first name. */
export function createGroups(size: number): NameGroups {
  const groupOfKey = new Map<string, number>()
  /** The group that took this one in; itself where none did. */
  const root = new Int32Array(size)
  const next = new Int32Array(size).fill(NONE)
  const tail = new Int32Array(size)
  const several = new Uint8Array(size)
  const recorded = new Uint8Array(size)
  const heads: number[] = []

  function settle(group: number): number {
    let at = group
    while (root[at] !== at) at = root[at] ?? at
    return at
  }

  function join(group: number, other: number): void {
    if (several[group] === 0) heads.push(group)
    several[group] = 1
    next[tail[group] ?? group] = other
    tail[group] = tail[other] ?? other
    root[other] = group
    recorded[group] = (recorded[group] ?? 0) | (recorded[other] ?? 0)
  }

  function withKey(key: string, group: number): number {
    const known = groupOfKey.get(key)
    if (known === undefined) {
      groupOfKey.set(key, group)
      return group
    }
    const [first, second] = [settle(known), settle(group)]
    if (first === second) return first
    // The earlier group takes the later in, whose first place is the greater.
    join(Math.min(first, second), Math.max(first, second))
    return Math.min(first, second)
  }

  return {
    add(place, folded, ofRecord) {
      root[place] = place
      tail[place] = place
      recorded[place] = ofRecord ? 1 : 0
      let group = withKey(folded.core, place)
      for (const key of folded.alternates) group = withKey(key, group)
    },
    find(folded) {
      const known = groupOfKey.get(folded.core)
      if (known !== undefined) return settle(known)
      for (const key of folded.alternates) {
        const other = groupOfKey.get(key)
        if (other !== undefined) return settle(other)
      }
      return undefined
    },
    hasRecord: (group) => recorded[group] === 1,
    withSeveral: () => heads.filter((group) => root[group] === group).toSorted((a, b) => a - b),
    placesOf(group) {
      const places: number[] = []
      for (let at = group; at !== NONE; at = next[at] ?? NONE) places.push(at)
      return places
    },
  }
}
