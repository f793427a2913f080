import type { Token } from './tokens.js'

/**
 * Finds words that are spelt or sound nearly like a given one, without a look at all of them. Each word is filed under its sound,
 * under its sound with any one letter left out, under its consonants, and under those with one left out: two words that share a
 * key differ by about one typo, or by two of which one is a vowel.
 */
export interface Neighbours {
  /** Numbers of words that may be near; candidates only, the caller compares them. */
  readonly near: (word: Token) => readonly number[]
}

/** A power of two each: a list of five entries must not pay for the buckets of a hundred thousand names. */
const LEAST_BUCKETS = 1 << 10
const MOST_BUCKETS = 1 << 19
/** About as many as a word has keys. */
const BUCKETS_FOR_A_WORD = 16

function bucketsFor(words: number): number {
  let buckets = LEAST_BUCKETS
  while (buckets < words * BUCKETS_FOR_A_WORD && buckets < MOST_BUCKETS) buckets *= 2
  return buckets
}

const LONGEST = 24

function hashWithout(text: string, skip: number, seed: number): number {
  let hash = seed
  for (let i = 0; i < text.length; i++) {
    if (i === skip) continue
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x0100_0193)
  }
  return hash ^ (hash >>> 15)
}

const SOUND_SEED = 0x811c_9dc5 | 0
const SKELETON_SEED = 0x1f35_7a2b

function eachKey(word: Token, found: (hash: number) => void): void {
  const { sound, skeleton } = word
  if (sound.length > LONGEST) return found(hashWithout(sound, -1, SOUND_SEED))
  for (let skip = sound.length > 3 ? 0 : sound.length; skip <= sound.length; skip++)
    found(hashWithout(sound, skip, SOUND_SEED))
  if (skeleton.length < 2) return
  for (let skip = skeleton.length > 4 ? 0 : skeleton.length; skip <= skeleton.length; skip++)
    found(hashWithout(skeleton, skip, SKELETON_SEED))
}

/** Files the words by counting sort: one pass counts, one places. */
export function createNeighbours(words: readonly Token[]): Neighbours {
  const buckets = bucketsFor(words.length)
  const mask = buckets - 1
  const starts = new Uint32Array(buckets + 1)
  for (const word of words) {
    eachKey(word, (hash) => {
      const key = hash & mask
      starts[key + 1] = (starts[key + 1] ?? 0) + 1
    })
  }
  for (let key = 0; key < buckets; key++) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0)
  const filled = starts.slice(0, buckets)
  const filed = new Uint32Array(starts[buckets] ?? 0)
  words.forEach((word, number) => {
    eachKey(word, (hash) => {
      const key = hash & mask
      const at = filled[key] ?? 0
      filed[at] = number
      filled[key] = at + 1
    })
  })
  return {
    near: (word) => {
      const found = new Set<number>()
      eachKey(word, (hash) => {
        const key = hash & mask
        for (let at = starts[key] ?? 0; at < (starts[key + 1] ?? 0); at++) found.add(filed[at] ?? 0)
      })
      return [...found]
    },
  }
}
