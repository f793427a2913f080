import { SPARE, widerArena } from './id-table.js'

/** Texts by place, as their bytes in one piece of memory: a million strings would be a million objects. */
export interface TextColumn {
  /** Puts texts at the places from this one on, which is after all that have one: `count` pairs of start and end in `view`, which has four bytes to spare. */
  putAll(place: number, view: DataView, bounds: Int32Array, count: number): void
  putText(place: number, text: string): void
  /** Empty where there is none. */
  textAt(place: number): string
  /** The bytes of all, and where those of a place begin; they end where those of the next do. */
  bytes(): Uint8Array
  startOf(place: number): number
  /** Takes away what stands at this place and after it. */
  cut(place: number): void
}

export function createTextColumn(): TextColumn {
  let arena = new Uint8Array(1 << 10)
  let arenaView = new DataView(arena.buffer)
  let starts = new Uint32Array(1 << 8)
  let places = 0
  let used = 0
  let reader = Buffer.from(arena.buffer, arena.byteOffset, arena.length)

  function reach(place: number): void {
    if (place + 2 > starts.length) {
      const wider = new Uint32Array(Math.max(starts.length * 2, place + 2))
      wider.set(starts)
      starts = wider
    }
    for (; places < place; places++) starts[places + 1] = used
  }

  function room(length: number): void {
    if (used + length + SPARE <= arena.length) return
    const wider = new Uint8Array(widerArena(arena.length, used + length + SPARE))
    wider.set(arena.subarray(0, used))
    arena = wider
    arenaView = new DataView(arena.buffer)
  }

  return {
    putAll(place, view, bounds, count) {
      for (let at = 0; at < count; at++) {
        const start = bounds[at * 2] ?? 0
        const length = (bounds[at * 2 + 1] ?? 0) - start
        if (length === 0) continue
        reach(place + at)
        room(length)
        // Four at once, as in the table of ids.
        for (let put = 0; put < length; put += 4) arenaView.setInt32(used + put, view.getInt32(start + put, true), true)
        used += length
        starts[++places] = used
      }
    },
    putText(place, text) {
      reach(place)
      const bytes = Buffer.from(text)
      room(bytes.length)
      arena.set(bytes, used)
      used += bytes.length
      starts[++places] = used
    },
    textAt(place) {
      if (place >= places || starts[place] === starts[place + 1]) return ''
      // A view of them costs as much as the text.
      if (reader.buffer !== arena.buffer) reader = Buffer.from(arena.buffer, arena.byteOffset, arena.length)
      return reader.toString('utf8', starts[place], starts[place + 1])
    },
    bytes: () => arena,
    startOf: (place) => (place > places ? used : (starts[place] ?? used)),
    cut(place) {
      if (place >= places) return
      places = place
      used = starts[place] ?? 0
    },
  }
}
