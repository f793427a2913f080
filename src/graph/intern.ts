/** Strings as dense integers, from 0 in the order in which they first came. */
export interface Interner {
  readonly size: number
  /** The integer of the text, a new one where it has none yet. */
  idOf(text: string): number
  /** The integer of the text, or -1 where it never came. */
  find(text: string): number
  textOf(id: number): string
}

export function createInterner(): Interner {
  const ids = new Map<string, number>()
  const texts: string[] = []
  return {
    get size() {
      return texts.length
    },
    idOf(text) {
      const known = ids.get(text)
      if (known !== undefined) return known
      const id = texts.length
      ids.set(text, id)
      texts.push(text)
      return id
    },
    find: (text) => ids.get(text) ?? -1,
    textOf(id) {
      const text = texts[id]
      if (text === undefined) throw new RangeError(`no text was interned as ${id}`)
      return text
    },
  }
}
