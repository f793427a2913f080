import { compareTexts, textIn } from './texts-in.js'
import { tooMany } from './too-many.js'

/**
 * Byte strings as dense integers, from 0 in the order in which they first came. Ids of up to twelve bytes are compared within their slot,
 * so that a look-up touches one line of the cache: with pointers to the bytes ten million look-ups took twice the time.
 */
export interface IdTable {
  readonly size: number
  /** The integer of `bytes[start..end)`, a new one where it has none yet. `view` is over the same bytes, with twelve to spare after `end`. */
  intern(bytes: Uint8Array, view: DataView, start: number, end: number): number
  /** The same for `count` pairs of start and end in `bounds`: the look-ups overlap, and their misses of the cache with them. */
  internAll(bytes: Uint8Array, view: DataView, bounds: Int32Array, count: number, into: Int32Array): void
  /** The integer of `bytes[start..end)`, or -1 where it never came. */
  find(bytes: Uint8Array, view: DataView, start: number, end: number): number
  /** As `intern`, of a text. */
  internText(text: string): number
  /** The integer of the text, or -1 where it never came. */
  findText(text: string): number
  textOf(id: number): string
  /** Whether the bytes of one are less than, equal to or more than those of another: code-point order, since they are UTF-8. */
  compare(a: number, b: number): number
  /** The bytes of all, with `SPARE` behind them; another array after each that is added. */
  bytes(): Uint8Array
  /** Where the bytes of an integer begin; they end where those of the next do. */
  startOf(id: number): number
  /** Gives back what bytes are looked up by, half of the memory or more. Whoever looks one up all the same pays for it to be made again. */
  rest(): void
}

/** A table that may go to another thread. */
export interface PackableIdTable extends IdTable {
  packed(): PackedIds
}

/** A table as it goes from one thread to another. */
export interface PackedIds {
  readonly size: number
  readonly slots: Int32Array
  /** The bytes of all ids, one after the other, with `SPARE` bytes behind them. */
  readonly arena: Uint8Array
  /** Where each begins, and at the place after the last the length of all. */
  readonly starts: Uint32Array
}

/** Bytes after the last that a 32-bit read may touch. */
export const SPARE = 16
const SHORT = 12
/** By the length of an id: what keeps those of four bytes that belong to it, `skipped` coming before them. */
function masks(skipped: number): Int32Array {
  return Int32Array.from({ length: SHORT + 1 }, (_, length) => {
    const kept = Math.min(Math.max(length - skipped, 0), 4)
    return kept === 4 ? -1 : (1 << (kept * 8)) - 1
  })
}

const FIRST = masks(0)
const SECOND = masks(4)
const THIRD = masks(8)

function mixed(first: number, second: number, third: number): number {
  let hash = Math.imul(first, 0x9e37_79b1) ^ Math.imul(second, 0x85eb_ca77) ^ Math.imul(third, 0xc2b2_ae3d)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b_3c6d)
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a_2d39)
  return hash ^ (hash >>> 15)
}

/** Whether an id is told by all of its bytes: one of more than twelve, and one that ends in a zero, which in a slot is as if it were not there. */
function isLongId(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start > SHORT || (end > start && bytes[end - 1] === 0)
}

/** Of a long id. */
function longHash(view: DataView, start: number, end: number): number {
  let hash = end - start
  let at = start
  for (; at + 4 <= end; at += 4) hash = Math.imul(hash ^ view.getInt32(at, true), 0x9e37_79b1) ^ (hash >>> 15)
  for (; at < end; at++) hash = Math.imul(hash ^ view.getUint8(at), 0x85eb_ca77)
  return hash ^ (hash >>> 13)
}

const FIND_ONLY = -1

export interface IdTableOptions {
  /** What another thread made; the table takes it over. */
  readonly packed?: PackedIds
  /** For so many ids the table need not grow. Room that is not used costs nothing, and growing costs as much as looking all of them up. */
  readonly room?: number
  /** For so many bytes of them the same. */
  readonly arenaRoom?: number
}

export function createIdTable({ packed, room = 1 << 11, arenaRoom = 1 << 14 }: IdTableOptions = {}): PackableIdTable {
  // A slot: the first four bytes, the second four, the third four or the hash of a long id, and the id after next doubled, odd for a long one.
  let slots = packed?.slots ?? new Int32Array(4 * 2 ** Math.ceil(Math.log2(room * 2)))
  let capacity = slots.length / 4
  let size = packed?.size ?? 0
  let starts = packed?.starts ?? new Uint32Array(arenaRoom >> 4)
  let arena = packed?.arena ?? new Uint8Array(arenaRoom)
  let arenaView = viewOf(arena)
  let used = starts[size] ?? 0
  let scratch = new Uint8Array(256)
  let scratchView = new DataView(scratch.buffer)

  function grow(): void {
    const old = slots
    capacity *= 2
    slots = new Int32Array(capacity * 4)
    for (let at = 0; at < old.length; at += 4) {
      const entry = old[at + 3] ?? 0
      if (entry === 0) continue
      put(old[at] ?? 0, old[at + 1] ?? 0, old[at + 2] ?? 0, entry)
    }
  }

  /** After a rest. */
  function wake(): void {
    capacity = 2 ** Math.ceil(Math.log2(Math.max(size * 2, 1 << 12)))
    slots = new Int32Array(capacity * 4)
    for (let id = 0; id < size; id++) {
      const [start, end] = [starts[id] ?? 0, starts[id + 1] ?? 0]
      const isLong = isLongId(arena, start, end)
      const shown = end - start > SHORT ? SHORT : end - start
      const first = arenaView.getInt32(start, true) & (FIRST[shown] ?? 0)
      const second = arenaView.getInt32(start + 4, true) & (SECOND[shown] ?? 0)
      const third = isLong ? longHash(arenaView, start, end) : arenaView.getInt32(start + 8, true) & (THIRD[shown] ?? 0)
      put(first, second, third, ((id + 1) << 1) | (isLong ? 1 : 0))
    }
  }

  /** In the first free slot from where it belongs; it is in none yet. */
  function put(first: number, second: number, third: number, entry: number): void {
    let slot = (mixed(first, second, third) & (capacity - 1)) * 4
    while (slots[slot + 3] !== 0) slot = (slot + 4) & (capacity * 4 - 1)
    slots[slot] = first
    slots[slot + 1] = second
    slots[slot + 2] = third
    slots[slot + 3] = entry
  }

  function keep(view: DataView, start: number, end: number): number {
    const length = end - start
    if (size === MOST_IDS) throw tooMany(`${MOST_IDS} different ids and names`)
    if (used + length + SPARE > arena.length) {
      const wider = new Uint8Array(widerArena(arena.length, used + length + SPARE))
      wider.set(arena.subarray(0, used))
      arena = wider
      arenaView = viewOf(arena)
    }
    if (size + 1 >= starts.length) {
      const wider = new Uint32Array(starts.length * 2)
      wider.set(starts)
      starts = wider
    }
    // Four at once, which is half the time; what is too much has room, and the next is written over it.
    for (let at = 0; at < length; at += 4) arenaView.setInt32(used + at, view.getInt32(start + at, true), true)
    used += length
    size++
    starts[size] = used
    return size - 1
  }

  function isKept(id: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = starts[id] ?? 0
    if ((starts[id + 1] ?? 0) - from !== end - start) return false
    for (let at = start; at < end; at++) if (arena[from + at - start] !== bytes[at]) return false
    return true
  }

  function look(bytes: Uint8Array, view: DataView, start: number, end: number, add: boolean): number {
    if (slots.length === 0) wake()
    const length = end - start
    const isLong = isLongId(bytes, start, end)
    const shown = length > SHORT ? SHORT : length
    const first = view.getInt32(start, true) & (FIRST[shown] ?? 0)
    const second = view.getInt32(start + 4, true) & (SECOND[shown] ?? 0)
    const third = isLong ? longHash(view, start, end) : view.getInt32(start + 8, true) & (THIRD[shown] ?? 0)
    return lookKey(bytes, view, start, end, first, second, third, mixed(first, second, third), add)
  }

  function lookKey(
    bytes: Uint8Array,
    view: DataView,
    start: number,
    end: number,
    first: number,
    second: number,
    third: number,
    hash: number,
    add: boolean,
  ): number {
    const isLong = isLongId(bytes, start, end)
    const tag = isLong ? 1 : 0
    const last = slots.length - 1
    let slot = (hash & (capacity - 1)) * 4
    for (let entry = slots[slot + 3] ?? 0; entry !== 0; entry = slots[slot + 3] ?? 0) {
      if (slots[slot] === first && slots[slot + 1] === second && slots[slot + 2] === third && (entry & 1) === tag) {
        const id = (entry >>> 1) - 1
        if (!isLong || isKept(id, bytes, start, end)) return id
      }
      slot = (slot + 4) & last
    }
    if (!add) return FIND_ONLY
    const id = keep(view, start, end)
    slots[slot] = first
    slots[slot + 1] = second
    slots[slot + 2] = third
    slots[slot + 3] = ((id + 1) << 1) | tag
    if (size * 2 > capacity) grow()
    return id
  }

  let reader = Buffer.from(arena.buffer, arena.byteOffset, arena.length)

  let keys = new Int32Array(0)

  /** First the keys, then a touch of every slot, then the look-ups, which find their slots in the cache. */
  function internAll(bytes: Uint8Array, view: DataView, bounds: Int32Array, count: number, into: Int32Array): void {
    if (slots.length === 0) wake()
    if (keys.length <= count * 4) keys = new Int32Array(count * 4 + 1)
    const made = keys
    for (let at = 0; at < count; at++) {
      const start = bounds[at * 2] ?? 0
      const end = bounds[at * 2 + 1] ?? 0
      const length = end - start
      const shown = length > SHORT ? SHORT : length
      const first = view.getInt32(start, true) & (FIRST[shown] ?? 0)
      const second = view.getInt32(start + 4, true) & (SECOND[shown] ?? 0)
      const third = isLongId(bytes, start, end)
        ? longHash(view, start, end)
        : view.getInt32(start + 8, true) & (THIRD[shown] ?? 0)
      made[at * 4] = first
      made[at * 4 + 1] = second
      made[at * 4 + 2] = third
      made[at * 4 + 3] = mixed(first, second, third)
    }
    // Kept, so that the compiler does not see that nobody wants it.
    made[count * 4] = touch(slots, made, count, capacity - 1)
    for (let at = 0; at < count; at++) {
      const key = at * 4
      into[at] = lookKey(
        bytes,
        view,
        bounds[at * 2] ?? 0,
        bounds[at * 2 + 1] ?? 0,
        made[key] ?? 0,
        made[key + 1] ?? 0,
        made[key + 2] ?? 0,
        made[key + 3] ?? 0,
        true,
      )
    }
  }

  function encode(text: string): number {
    if (text.length * 3 + SPARE > scratch.length) {
      scratch = new Uint8Array(text.length * 4 + SPARE)
      scratchView = new DataView(scratch.buffer)
    }
    let at = 0
    for (; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      if (unit > 0x7f) return encoder.encodeInto(text, scratch).written
      scratch[at] = unit
    }
    return at
  }

  function lookText(text: string, add: boolean): number {
    const end = encode(text)
    return look(scratch, scratchView, 0, end, add)
  }

  return {
    get size() {
      return size
    },
    intern: (bytes, view, start, end) => look(bytes, view, start, end, true),
    internAll,
    internText: (text) => lookText(text, true),
    findText: (text) => lookText(text, false),
    find: (bytes, view, start, end) => look(bytes, view, start, end, false),
    bytes: () => arena,
    startOf: (id) => starts[id] ?? used,
    compare: (a, b) => compareTexts({ arena, starts }, a, b),
    textOf(id) {
      if (!(id >= 0 && id < size)) throw new RangeError(`no text was interned as ${id}`)
      if (reader.buffer !== arena.buffer) reader = Buffer.from(arena.buffer, arena.byteOffset, arena.length)
      return textIn(reader, starts[id] ?? 0, starts[id + 1] ?? 0)
    },
    rest() {
      slots = new Int32Array(0)
    },
    packed() {
      if (slots.length === 0) wake()
      return { size, slots, arena: arena.slice(0, used + SPARE), starts: starts.slice(0, size + 1) }
    },
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Reads the slot of each key, for nothing but to have it in the cache. */
function touch(slots: Int32Array, keys: Int32Array, count: number, mask: number): number {
  let seen = 0
  for (let at = 3; at < count * 4; at += 4) seen |= slots[((keys[at] ?? 0) & mask) * 4] ?? 0
  return seen
}

/** Where the bytes of a text begin is kept in 32 bits. */
const MOST_BYTES = 2 ** 32 - 1
/** An integer and a flag share 32 bits with their sign. */
const MOST_IDS = 2 ** 30 - 1

/** @throws {RangeError} where the texts are more than can be told apart: wrong ones would be given from there on. */
export function widerArena(length: number, needed: number): number {
  if (needed > MOST_BYTES) throw tooMany('4 GiB of ids and names')
  return Math.min(Math.max(length * 2, needed), MOST_BYTES)
}

const encoder = new TextEncoder()
