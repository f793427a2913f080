import { widenInt32 } from '../columns/widen.js'

/** Members by the keys of their names: a few integers each. */
export interface NameGroups {
  /** Adds a member under the key of its name and those of its other romanisations; members are added in ascending order. */
  add(member: number, key: number, others: readonly number[], ofRecord: boolean): void
  /** The group under a key; `undefined` where none is. */
  find(key: number): number | undefined
  /** Whether any of its names is a record's. */
  hasRecord(group: number): boolean
  /** Groups of two names and more, in the order of their first. */
  withSeveral(): Iterable<number>
  membersOf(group: number): readonly number[]
}

const NONE = -1

/** @param size members are less than it; a group is called by its first member. */
export function createGroups(size: number): NameGroups {
  let groupOfKey: Int32Array = new Int32Array(1 << 10).fill(NONE)
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

  function withKey(key: number, group: number): number {
    if (key >= groupOfKey.length) {
      const before = groupOfKey.length
      groupOfKey = widenInt32(groupOfKey, Math.max(before * 2, key + 1))
      groupOfKey.fill(NONE, before)
    }
    const known = groupOfKey[key] ?? NONE
    if (known === NONE) {
      groupOfKey[key] = group
      return group
    }
    const [first, second] = [settle(known), settle(group)]
    if (first === second) return first
    // The earlier group takes the later in, whose first member is the greater.
    join(Math.min(first, second), Math.max(first, second))
    return Math.min(first, second)
  }

  return {
    add(member, key, others, ofRecord) {
      root[member] = member
      tail[member] = member
      recorded[member] = ofRecord ? 1 : 0
      let group = withKey(key, member)
      for (const other of others) group = withKey(other, group)
    },
    find(key) {
      const known = groupOfKey[key] ?? NONE
      return known === NONE ? undefined : settle(known)
    },
    hasRecord: (group) => recorded[group] === 1,
    withSeveral: () => heads.filter((group) => root[group] === group).toSorted((a, b) => a - b),
    membersOf(group) {
      const members: number[] = []
      for (let at = group; at !== NONE; at = next[at] ?? NONE) members.push(at)
      return members
    },
  }
}
