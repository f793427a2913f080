/** Hashes under which a word is filed or looked for, one after the other: put into one array, so that no function is called with each. */
export interface Keys {
  readonly count: number
  /** The last of them, from 0 to `count`; what comes after has no meaning. */
  readonly hashes: Int32Array
  put(hash: number): void
  clear(): void
}

const FIRST_ROOM = 256

export function createKeys(): Keys {
  const keys = {
    count: 0,
    hashes: new Int32Array(FIRST_ROOM),
    put(hash: number): void {
      if (keys.count === keys.hashes.length) {
        const wider = new Int32Array(keys.count * 2)
        wider.set(keys.hashes)
        keys.hashes = wider
      }
      keys.hashes[keys.count++] = hash
    },
    clear(): void {
      keys.count = 0
    },
  }
  return keys
}
