/** What was used last. What is no longer in it is made again by whoever asks. */
export interface Recent<K, V> {
  get(key: K): V | undefined
  set(key: K, value: V): void
}

/**
 * A memory that holds what was used last, up to twice `most` by the weight of its values, however many there are: full, it becomes the older half,
 * of which what is asked for again is kept.
 */
export function createRecent<K, V>(most: number, weightOf: (value: V) => number): Recent<K, V> {
  let fresh = new Map<K, V>()
  let older = new Map<K, V>()
  let held = 0
  const set = (key: K, value: V): void => {
    held += weightOf(value)
    if (held > most) {
      older = fresh
      fresh = new Map()
      held = weightOf(value)
    }
    fresh.set(key, value)
  }
  return {
    get(key) {
      const known = fresh.get(key)
      if (known !== undefined) return known
      const old = older.get(key)
      if (old !== undefined) set(key, old)
      return old
    },
    set,
  }
}
