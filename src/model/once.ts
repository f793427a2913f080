/** What is made of a key, made once and kept. */
export function once<K, V>(kept: Map<K, V>, key: K, make: () => V): V {
  const known = kept.get(key)
  if (known !== undefined) return known
  const fresh = make()
  kept.set(key, fresh)
  return fresh
}
