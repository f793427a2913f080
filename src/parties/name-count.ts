import type { IdTable } from '../columns/id-table.js'

/** Counts distinct names. */
export interface NameCount {
  readonly count: number
  add(name: string): void
  /** Adds the name that has this place in the first table. */
  addAt(place: number): void
}

/** @param tables that hold most of the names: those are counted without keeping them again. */
export function createNameCount(tables: readonly IdTable[]): NameCount {
  const counted = tables.map((table) => ({ table, seen: new Uint8Array(table.size) }))
  const [first] = counted
  const others = new Set<string>()
  let count = 0
  const see = (seen: Uint8Array, at: number): void => {
    if (seen[at] === 0) count++
    seen[at] = 1
  }
  return {
    get count() {
      return count + others.size
    },
    add(name) {
      for (const { table, seen } of counted) {
        const at = table.findText(name)
        if (at === -1) continue
        see(seen, at)
        return
      }
      others.add(name)
    },
    addAt(place) {
      if (first !== undefined) see(first.seen, place)
    },
  }
}
