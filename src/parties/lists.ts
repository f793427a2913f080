/** Lists of integers, one for each party, in two columns. */
export interface Lists {
  isEmpty(party: number): boolean
  sizeOf(party: number): number
  /** The one that it holds; -1 where it holds none or several. */
  only(party: number): number
  /** The first that it holds; -1 where it holds none. */
  first(party: number): number
  of(party: number): readonly number[]
  /** Puts each list in the order of what `of` gives for its integers, which is asked for once each. */
  sortEach<T>(of: (held: number) => T, compare: (a: T, b: T) => number): void
}

/** @param partyOf the party of each integer; -1 where it is in no list. A list holds its integers in ascending order. */
export function createLists(partyOf: Int32Array, count: number): Lists {
  const { starts, held } = placed(partyOf, count)
  const startOf = (party: number): number => starts[party] ?? 0
  const sizeOf = (party: number): number => (starts[party + 1] ?? 0) - startOf(party)
  const first = (party: number): number => (sizeOf(party) > 0 ? (held[startOf(party)] ?? -1) : -1)
  return {
    isEmpty: (party) => sizeOf(party) === 0,
    sizeOf,
    first,
    only: (party) => (sizeOf(party) === 1 ? first(party) : -1),
    of(party) {
      const size = sizeOf(party)
      if (size === 0) return NONE
      const list: number[] = []
      for (let at = startOf(party), end = at + size; at < end; at++) list.push(held[at] ?? -1)
      return list
    },
    sortEach(valueOf, compare) {
      for (let party = 0; party < count; party++) {
        if (sizeOf(party) < 2) continue
        const list = held.subarray(startOf(party), starts[party + 1])
        const sorted = Array.from(list, (its) => ({ its, value: valueOf(its) }))
        sorted.sort((a, b) => compare(a.value, b.value))
        for (const [at, { its }] of sorted.entries()) list[at] = its
      }
    },
  }
}

const NONE: readonly number[] = []

/** Where each list begins, with one place more, and what all of them hold. */
function placed(partyOf: Int32Array, count: number): { readonly starts: Int32Array; readonly held: Int32Array } {
  // Counted two places on, and placed by what is one place on: each list's place has then gone from where it begins to where the next does.
  const ends = new Int32Array(count + 2)
  let size = 0
  for (let at = 0; at < partyOf.length; at++) {
    const party = partyOf[at] ?? -1
    if (party === -1) continue
    ends[party + 2] = (ends[party + 2] ?? 0) + 1
    size++
  }
  const held = new Int32Array(size)
  const starts = ends.subarray(0, count + 1)
  if (size === 0) return { starts, held }
  for (let next = 2; next < count + 2; next++) ends[next] = (ends[next] ?? 0) + (ends[next - 1] ?? 0)
  for (let at = 0; at < partyOf.length; at++) {
    const party = partyOf[at] ?? -1
    if (party === -1) continue
    const place = ends[party + 1] ?? 0
    held[place] = at
    ends[party + 1] = place + 1
  }
  return { starts, held }
}
