/**
 * Lists of numbers by the hash of a text, all in a few typed arrays, so that an index of a hundred thousand texts is made, kept in a
 * file and read back without an object for each. Two texts of one hash share a list: what is found so is a candidate.
 */
export interface HashLists {
  /** Where the entries of a bucket begin; one more than there are buckets, whose number is a power of two. */
  readonly starts: Uint32Array
  readonly hashes: Int32Array
  readonly values: Uint32Array
}

/** Before the first letter of a text (FNV-1a). */
export const NO_LETTERS = 0x811c_9dc5 | 0
const PRIME = 0x0100_0193

/** The hash after one more letter. */
export function addLetter(hash: number, code: number): number {
  return Math.imul(hash ^ code, PRIME)
}

/** The hash of a text, or of a text after another whose hash is given. */
export function hashText(text: string, before: number = NO_LETTERS): number {
  let hash = before
  for (let i = 0; i < text.length; i++) hash = addLetter(hash, text.charCodeAt(i))
  return hash
}

function bucketOf(hash: number, mask: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b_3c6d)
  return (mixed ^ (mixed >>> 13)) & mask
}

export interface HashListsMaker {
  readonly add: (hash: number, value: number) => void
  readonly make: () => HashLists
}

const FIRST_ROOM = 1 << 10

export function collectHashLists(): HashListsMaker {
  let hashes = new Int32Array(FIRST_ROOM)
  let values = new Uint32Array(FIRST_ROOM)
  let count = 0
  return {
    add: (hash, value) => {
      if (count === hashes.length) {
        hashes = grown(hashes, new Int32Array(count * 2))
        values = grown(values, new Uint32Array(count * 2))
      }
      hashes[count] = hash
      values[count++] = value
    },
    make: () => sortIntoBuckets(hashes.subarray(0, count), values.subarray(0, count)),
  }
}

function grown<T extends Int32Array | Uint32Array>(from: T, into: T): T {
  into.set(from)
  return into
}

/**
 * Counting sort: one pass counts, one places. A value stands once under a hash where it comes twice in a row. Each pass is a function of its own: the
 * compiler takes up a loop while it runs, and of one that comes after it in the same function it knows nothing yet.
 */
function sortIntoBuckets(hashes: Int32Array, values: Uint32Array): HashLists {
  let buckets = 1
  while (buckets < hashes.length) buckets *= 2
  // Counted two places on, and placed by what is one place on: each bucket's place has then gone from where it begins to where the next does.
  const ends = new Uint32Array(buckets + 2)
  countBuckets(hashes, buckets - 1, ends)
  addUp(ends)
  const sorted = { hashes: new Int32Array(hashes.length), values: new Uint32Array(hashes.length) }
  placeByBucket(hashes, values, buckets - 1, ends, sorted.hashes, sorted.values)
  return { starts: ends.subarray(0, buckets + 1), ...sorted }
}

function countBuckets(hashes: Int32Array, mask: number, counts: Uint32Array): void {
  for (let i = 0; i < hashes.length; i++) {
    const next = bucketOf(hashes[i] ?? 0, mask) + 2
    counts[next] = (counts[next] ?? 0) + 1
  }
}

function addUp(counts: Uint32Array): void {
  let sum = 0
  for (let at = 0; at < counts.length; at++) {
    sum += counts[at] ?? 0
    counts[at] = sum
  }
}

function placeByBucket(
  hashes: Int32Array,
  values: Uint32Array,
  mask: number,
  ends: Uint32Array,
  sortedHashes: Int32Array,
  sortedValues: Uint32Array,
): void {
  for (let i = 0; i < hashes.length; i++) {
    const hash = hashes[i] ?? 0
    const bucket = bucketOf(hash, mask) + 1
    const at = ends[bucket] ?? 0
    sortedHashes[at] = hash
    sortedValues[at] = values[i] ?? 0
    ends[bucket] = at + 1
  }
}

/** Calls `found` for every value under a hash, in the order in which they were added. */
export function eachValue({ starts, hashes, values }: HashLists, hash: number, found: (value: number) => void): void {
  const bucket = bucketOf(hash, starts.length - 2)
  const end = starts[bucket + 1] ?? 0
  for (let at = starts[bucket] ?? 0; at < end; at++) if (hashes[at] === hash) found(values[at] ?? 0)
}

export function hasValue({ starts, hashes }: HashLists, hash: number): boolean {
  const bucket = bucketOf(hash, starts.length - 2)
  const end = starts[bucket + 1] ?? 0
  for (let at = starts[bucket] ?? 0; at < end; at++) if (hashes[at] === hash) return true
  return false
}

/** Whether any value under a hash is such a one. */
export function someValue(
  { starts, hashes, values }: HashLists,
  hash: number,
  isSuch: (value: number) => boolean,
): boolean {
  const bucket = bucketOf(hash, starts.length - 2)
  const end = starts[bucket + 1] ?? 0
  for (let at = starts[bucket] ?? 0; at < end; at++) if (hashes[at] === hash && isSuch(values[at] ?? 0)) return true
  return false
}

/** Every value under a hash, each once. */
export function valuesOf(lists: HashLists, hash: number): readonly number[] {
  const found = new Set<number>()
  eachValue(lists, hash, (value) => found.add(value))
  return [...found]
}

/** Lists of numbers by a number from 0 up. */
export interface NumberLists {
  readonly starts: Uint32Array
  readonly values: Uint32Array
}

/** The lists in which each value up to `values` stands, in ascending order and each once. */
export function invertedLists(lists: NumberLists, values: number): NumberLists {
  const starts = new Uint32Array(values + 1)
  countLists(lists, starts)
  addUp(starts)
  const inverted = new Uint32Array(starts[values] ?? 0)
  placeLists(lists, starts.slice(0, values), inverted)
  return { starts, values: inverted }
}

/** Counts each value's lists at the place after its own. */
function countLists({ starts, values }: NumberLists, counts: Uint32Array): void {
  const last = new Int32Array(counts.length - 1).fill(-1)
  for (let list = 0; list + 1 < starts.length; list++) {
    for (let at = starts[list] ?? 0; at < (starts[list + 1] ?? 0); at++) {
      const value = values[at] ?? 0
      if (last[value] !== list) counts[value + 1] = (counts[value + 1] ?? 0) + 1
      last[value] = list
    }
  }
}

function placeLists({ starts, values }: NumberLists, filled: Uint32Array, inverted: Uint32Array): void {
  const last = new Int32Array(filled.length).fill(-1)
  for (let list = 0; list + 1 < starts.length; list++) {
    for (let at = starts[list] ?? 0; at < (starts[list + 1] ?? 0); at++) {
      const value = values[at] ?? 0
      if (last[value] !== list) {
        const place = filled[value] ?? 0
        inverted[place] = list
        filled[value] = place + 1
      }
      last[value] = list
    }
  }
}
