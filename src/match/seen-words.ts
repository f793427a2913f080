import { hashText } from './hash-lists.js'

/** Words of plain letters that were seen before, found in a name without cutting them out of it: a million names have few distinct ones. */
export interface SeenWords<T> {
  /** The word of the name's letters from one place up to another, whose hash in small letters is given. */
  readonly at: (name: string, from: number, to: number, hash: number) => T
  readonly of: (text: string) => T
}

const FIRST_ROOM = 1 << 12
const MOST_REMEMBERED = 200_000

/** `make` is given a word in small letters when it first comes. */
export function createSeenWords<T extends { readonly text: string }>(make: (text: string) => T): SeenWords<T> {
  let slots: (T | undefined)[] = Array.from({ length: FIRST_ROOM }, () => undefined)
  let hashes = new Int32Array(FIRST_ROOM)
  let count = 0
  const put = (word: T, hash: number): void => {
    let slot = hash & (slots.length - 1)
    while (slots[slot] !== undefined) slot = (slot + 1) & (slots.length - 1)
    slots[slot] = word
    hashes[slot] = hash
    count++
  }
  const makeRoom = (): void => {
    const before = count >= MOST_REMEMBERED ? [] : slots.filter((word) => word !== undefined)
    const room = count >= MOST_REMEMBERED ? FIRST_ROOM : slots.length * 2
    slots = Array.from({ length: room }, () => undefined)
    hashes = new Int32Array(room)
    count = 0
    for (const word of before) put(word, mixed(hashText(word.text)))
  }
  const at = (name: string, from: number, to: number, given: number): T => {
    const hash = mixed(given)
    const mask = slots.length - 1
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const word = slots[slot]
      if (word === undefined) break
      if (hashes[slot] === hash && isSame(word.text, name, from, to)) return word
    }
    if (count * 2 >= slots.length) makeRoom()
    const made = make(name.slice(from, to).toLowerCase())
    put(made, hash)
    return made
  }
  return { at, of: (text) => at(text, 0, text.length, hashText(text)) }
}

function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 15), 0x2c1b_3c6d)
  return once ^ (once >>> 13)
}

function isSame(text: string, name: string, from: number, to: number): boolean {
  if (text.length !== to - from) return false
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) !== smallLetter(name.charCodeAt(from + i))) return false
  return true
}

/** A plain letter as a small one, a digit as it is. */
export function smallLetter(code: number): number {
  return code < 97 && code > 57 ? code + 32 : code
}
