import { ID_KERNEL } from './id-kernel.js'
import { SPARE, type IdTable } from './id-table.js'
import { startKernel } from './start-kernel.js'
import { compareTexts, textIn } from './texts-in.js'
import { tooMany } from './too-many.js'

/**
 * A table of ids that is fast where there are many and slow to begin: kernel/ids.ts, in a memory of its own, of which no more is used than is written.
 *
 * @param room for so many ids it need not begin anew, which costs as much as looking all of them up.
 */
export function createWideIdTable(room: number): IdTable {
  let held: Held | undefined = hold(room, room * BYTES_AN_ID)
  let size = 0
  let used = 0
  let { arena, starts } = held
  let reader = Buffer.from(arena.buffer, arena.byteOffset, arena.length)

  /** With room for so many more ids and bytes behind them. */
  function reach(ids: number, bytes: number): Held {
    if (held === undefined || size + ids > held.room) return begin(Math.max(size + ids, size * 2), bytes)
    if (used + bytes + SPARE > arena.length) {
      held.grow(used + bytes + SPARE)
      look()
    }
    return held
  }

  /** Begins anew with the ids that there are. */
  function begin(newRoom: number, bytes: number): Held {
    const next = hold(newRoom, used + bytes)
    next.arena.set(arena.subarray(0, used))
    next.starts.set(starts.subarray(0, size + 1))
    next.putAll(size)
    held = next
    look()
    return next
  }

  function look(): void {
    if (held !== undefined) ({ arena, starts } = held)
    reader = Buffer.from(arena.buffer, arena.byteOffset, arena.length)
  }

  /** Of the bytes that stand behind the last id. */
  function found(its: Held, length: number, add: boolean): number {
    const id = its.look(length, add ? 1 : 0)
    if (id === size) {
      size++
      used += length
    }
    return id
  }

  function lookBytes(bytes: Uint8Array, start: number, end: number, add: boolean): number {
    const its = reach(1, end - start)
    for (let at = start, to = used; at < end; at++, to++) arena[to] = bytes[at] ?? 0
    return found(its, end - start, add)
  }

  function lookText(text: string, add: boolean): number {
    const its = reach(1, text.length * 3)
    let at = 0
    for (; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      if (unit > 0x7f) return found(its, encoder.encodeInto(text, arena.subarray(used)).written, add)
      arena[used + at] = unit
    }
    return found(its, at, add)
  }

  function internAll(bytes: Uint8Array, bounds: Int32Array, count: number, into: Int32Array): void {
    const { first, last, length } = extentOf(bounds, count)
    if (count > MOST_LOOKS || last - first > MOST_EXTENT) {
      const half = count >> 1
      if (half === 0) {
        into[0] = lookBytes(bytes, first, last, true)
        return
      }
      internAll(bytes, bounds, half, into)
      internAll(bytes, bounds.subarray(half * 2), count - half, into.subarray(half))
      return
    }
    // Behind the places where they go if all are new.
    const its = reach(count, length + last - first + SPARE)
    const from = used + length + SPARE
    arena.set(bytes.subarray(first, last), from)
    its.bounds.set(bounds.subarray(0, count * 2))
    size = its.lookAll(arena.byteOffset + from - first, count)
    used = starts[size] ?? 0
    into.set(its.ids.subarray(0, count))
  }

  return {
    get size() {
      return size
    },
    intern: (bytes, _, start, end) => lookBytes(bytes, start, end, true),
    internAll(bytes, _, bounds, count, into) {
      if (count > 0) internAll(bytes, bounds, count, into)
    },
    internText: (text) => lookText(text, true),
    find: (bytes, _, start, end) => lookBytes(bytes, start, end, false),
    findText: (text) => lookText(text, false),
    bytes: () => arena,
    startOf: (id) => starts[id] ?? used,
    compare: (a, b) => compareTexts({ arena, starts }, a, b),
    textOf(id) {
      if (!(id >= 0 && id < size)) throw new RangeError(`no text was interned as ${id}`)
      return textIn(reader, starts[id] ?? 0, starts[id + 1] ?? 0)
    },
    rest() {
      arena = arena.slice(0, used + SPARE)
      starts = starts.slice(0, size + 1)
      held = undefined
      look()
    },
  }
}

/** About so many bytes a name has; room that is not used costs nothing, and more costs little. */
const BYTES_AN_ID = 24
/** As in kernel/ids.ts. */
const MOST_LOOKS = 4096
/** Bytes between the first and the last that are copied to look up what stands among them. */
const MOST_EXTENT = 1 << 22

/** From where to where the ids are that these bounds tell of, and how many bytes they have. */
function extentOf(
  bounds: Int32Array,
  count: number,
): { readonly first: number; readonly last: number; readonly length: number } {
  let [first, last, length] = [bounds[0] ?? 0, 0, 0]
  for (let at = 0; at < count * 2; at += 2) {
    const [start, end] = [bounds[at] ?? 0, bounds[at + 1] ?? 0]
    if (start < first) first = start
    if (end > last) last = end
    length += end - start
  }
  return { first, last, length }
}

/** The memory of a table. */
interface Held {
  readonly room: number
  /** Other arrays after it grew. */
  readonly arena: Uint8Array
  readonly starts: Uint32Array
  readonly bounds: Int32Array
  readonly ids: Int32Array
  readonly look: (length: number, add: number) => number
  readonly lookAll: (base: number, count: number) => number
  readonly putAll: (count: number) => number
  /** Makes the arena at least so long. */
  grow(length: number): void
}

function hold(room: number, bytes: number): Held {
  const slots = 2 ** Math.ceil(Math.log2(room / FULL + 1))
  checkBytes(slots * 8 + room * 4)
  const kernel = startKernel(ID_KERNEL, 1)
  const { functionOf, at } = kernel
  functionOf('setUp')(slots, room)
  const [startsAt, arenaAt] = [functionOf('startsAt')() >>> 0, functionOf('arenaAt')() >>> 0]
  const viewed = () => ({
    arena: new Uint8Array(kernel.memory, arenaAt),
    starts: new Uint32Array(kernel.memory, startsAt, room + 1),
    bounds: new Int32Array(kernel.memory, at('BOUNDS'), MOST_LOOKS * 2),
    ids: new Int32Array(kernel.memory, at('IDS'), MOST_LOOKS),
  })
  kernel.grow(checkBytes(arenaAt + bytes + SPARE))
  let views = viewed()
  return {
    room,
    get arena() {
      return views.arena
    },
    get starts() {
      return views.starts
    },
    get bounds() {
      return views.bounds
    },
    get ids() {
      return views.ids
    },
    look: functionOf('look'),
    lookAll: functionOf('lookAll'),
    putAll: functionOf('putAll'),
    grow(length) {
      kernel.grow(Math.min(Math.max(checkBytes(arenaAt + length), kernel.memory.byteLength * 1.25), MOST_BYTES))
      views = viewed()
    },
  }
}

/** How full the slots may be. */
const FULL = 0.75
/** Of a memory whose places are kept in 32 bits. */
const MOST_BYTES = 2 ** 32

function checkBytes(bytes: number): number {
  if (bytes > MOST_BYTES) throw tooMany('4 GiB of ids and names')
  return bytes
}

const encoder = new TextEncoder()
