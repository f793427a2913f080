import { addLetter, hashText, hasValue, type HashLists } from './hash-lists.js'
import { hashOfConsonants, putConsonants } from './neighbours.js'
import { MOST_REMEMBERED } from './plain-words.js'
import { SHORTEST_JOINED, SHORTEST_WITH_SLIP } from './reading-index.js'

/** Words by their number, as halves of words of a list: the keys of `eachJoinedPair`, of which all that one half gives is worked out once. */
export interface Halves {
  put(word: number, text: string, sound: string): void
  of(word: number): Half
  /** Whether the word and another one beside it, whose letters are `letters[from..to)`, may be one word of the list. */
  mayBeOne(asJoined: HashLists, word: number, other: number, letters: Uint8Array, from: number, to: number): boolean
}

export interface Half {
  readonly length: number
  readonly hash: number
  /** The hash of the consonants of its sound, and what those add to the word before it: how many they are, and the first of them. */
  readonly consonants: number
  readonly count: number
  readonly further: Uint8Array
}

/** Classes of consonants that are kept of a sound; a longer one is held for one that may meet anything. */
const KEPT = 24
const FIRST_ROOM = 1 << 10

export function createHalves(): Halves {
  let room = FIRST_ROOM
  let lengths = new Uint16Array(room)
  let hashes = new Int32Array(room)
  let consonants = new Int32Array(room)
  let further = new Uint8Array(room * KEPT)
  let counts = new Uint8Array(room)

  function widen(): void {
    room = Math.min(room * 4, MOST_REMEMBERED * 2)
    lengths = grown(lengths, new Uint16Array(room))
    hashes = grown(hashes, new Int32Array(room))
    consonants = grown(consonants, new Int32Array(room))
    further = grown(further, new Uint8Array(room * KEPT))
    counts = grown(counts, new Uint8Array(room))
  }

  return {
    put(word, text, sound) {
      while (word >= room) widen()
      lengths[word] = text.length
      hashes[word] = hashText(text)
      consonants[word] = hashOfConsonants(sound)
      counts[word] = Math.min(putConsonants(sound, further, word * KEPT, KEPT), KEPT + 1)
    },
    of: (word) => ({
      length: lengths[word] ?? 0,
      hash: hashes[word] ?? 0,
      consonants: consonants[word] ?? 0,
      count: counts[word] ?? 0,
      further: further.subarray(word * KEPT, (word + 1) * KEPT),
    }),
    mayBeOne(asJoined, word, other, letters, from, to) {
      const length = (lengths[word] ?? 0) + (lengths[other] ?? 0)
      if (length < SHORTEST_JOINED) return false
      let hash = hashes[word] ?? 0
      for (let at = from; at < to; at++) hash = addLetter(hash, letters[at] ?? 0)
      if (hasValue(asJoined, hash)) return true
      if (length < SHORTEST_WITH_SLIP) return false
      const count = counts[other] ?? 0
      if (count > KEPT) return true
      let after = consonants[word] ?? 0
      for (let at = other * KEPT, end = at + count; at < end; at++) after = addLetter(after, further[at] ?? 0)
      return hasValue(asJoined, after)
    },
  }
}

function grown<T extends Uint8Array | Uint16Array | Int32Array>(from: T, into: T): T {
  into.set(from)
  return into
}
