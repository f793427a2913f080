// A table of ids in memory of its own, in AssemblyScript: a million names took 0.43 s in JavaScript, a fifth of it until that was compiled, and take 0.12 s
// here. `npm run kernel` compiles it into src/columns/id-kernel.ts; src/columns/wide-id-table.ts calls it.

import { keptBytes } from './bytes'

/** Ids that one call looks up at most. */
export const MOST_LOOKS: i32 = 4096
// In: beginning and end of each. Out: their integers. Between: their hashes.
export const BOUNDS: usize = 0x1000
export const IDS: usize = BOUNDS + MOST_LOOKS * 8
const HASHES: usize = IDS + MOST_LOOKS * 4
/** A slot: the hash of an id, and its integer and one; 0 where there is none. Behind all of them, where each id begins; behind those, the bytes of all. */
const SLOTS: usize = HASHES + MOST_LOOKS * 4

let mask: u32 = 0
let starts: usize = 0
let arena: usize = 0
let size: u32 = 0

/** @param slots how many, a power of two; @param room for so many ids. */
export function setUp(slots: i32, room: i32): void {
  mask = slots - 1
  starts = SLOTS + <usize>slots * 8
  arena = starts + <usize>(room + 2) * 4
}

/** Where in memory the places and the bytes of the ids begin. */
export function startsAt(): usize {
  return starts
}

export function arenaAt(): usize {
  return arena
}

function hashOf(from: usize, to: usize): u32 {
  const mixer: u64 = 0x9e3779b97f4a7c15
  let hash: u64 = <u64>(to - from) * mixer
  for (let at = from; at < to; at += 8) {
    hash = (hash ^ keptBytes(load<u64>(at), to - at)) * mixer
    hash ^= hash >> 32
  }
  return <u32>(hash ^ (hash >> 15))
}

function startOf(id: u32): u32 {
  return load<u32>(starts + ((<usize>id) << 2))
}

function isKept(id: u32, from: usize, to: usize): bool {
  const start = startOf(id)
  if (startOf(id + 1) - start != <u32>(to - from)) return false
  let its = arena + start
  for (let at = from; at < to; at += 8, its += 8) {
    if (keptBytes(load<u64>(at) ^ load<u64>(its), to - at) != 0) return false
  }
  return true
}

function slotAt(hash: u32): usize {
  return SLOTS + ((<usize>(hash & mask)) << 3)
}

function lookUp(from: usize, to: usize, hash: u32, add: bool): i32 {
  let place = hash
  let slot = slotAt(place)
  for (let entry = load<u32>(slot + 4); entry != 0; entry = load<u32>(slot + 4)) {
    if (load<u32>(slot) == hash && isKept(entry - 1, from, to)) return entry - 1
    slot = slotAt(++place)
  }
  return add ? keep(from, to, hash, slot) : -1
}

function keep(from: usize, to: usize, hash: u32, slot: usize): i32 {
  const used = startOf(size)
  let into = arena + used
  // What is copied too much has room, and the next is written over it.
  for (let at = from; at < to; at += 16, into += 16) v128.store(into, v128.load(at))
  size++
  store<u32>(starts + ((<usize>size) << 2), used + <u32>(to - from))
  store<u32>(slot, hash)
  store<u32>(slot + 4, size)
  return size - 1
}

/** Of the id of so many bytes that stands behind the last one, where it stays if it is new and to be added; -1 where it is neither known nor added. */
export function look(length: i32, add: bool): i32 {
  const from = arena + startOf(size)
  const to = from + length
  return lookUp(from, to, hashOf(from, to), add)
}

/**
 * Of so many ids, whose bounds are from `base` on, which is far enough behind the last one kept for all of them to be put there. First the hashes and a touch of every slot, then the look-ups, which find their slots in the cache. Gives how many ids there are.
 */
export function lookAll(base: usize, count: i32): i32 {
  let touched: u32 = 0
  for (let at: usize = 0; at < <usize>count; at++) {
    const hash = hashOf(base + load<u32>(BOUNDS + at * 8), base + load<u32>(BOUNDS + at * 8 + 4))
    store<u32>(HASHES + at * 4, hash)
    touched |= load<u32>(slotAt(hash))
  }
  // Kept, so that the compiler does not see that nobody wants it.
  store<u32>(IDS, touched)
  for (let at: usize = 0; at < <usize>count; at++) {
    const from = base + load<u32>(BOUNDS + at * 8)
    const to = base + load<u32>(BOUNDS + at * 8 + 4)
    store<i32>(IDS + at * 4, lookUp(from, to, load<u32>(HASHES + at * 4), true))
  }
  return size
}

/** Finds slots for so many ids whose bytes and places are there. */
export function putAll(count: i32): void {
  size = count
  for (let id: u32 = 0; id < <u32>count; id++) {
    const hash = hashOf(arena + startOf(id), arena + startOf(id + 1))
    let place = hash
    while (load<u32>(slotAt(place) + 4) != 0) place++
    store<u32>(slotAt(place), hash)
    store<u32>(slotAt(place) + 4, id + 1)
  }
}
