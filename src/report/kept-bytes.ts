/** Bytes by whole numbers that are not far apart, such as those of the steps that chains go on by. */
export interface KeptBytes {
  /** They stand where they are: nobody may write into them. */
  get(number: number): Uint8Array | undefined
  /** Keeps two pieces as one. False where there is no room left. */
  set(number: number, before: Uint8Array, bytes: Uint8Array): boolean
}

const PIECE = 1 << 22
/** Before each stands how many it is. */
const LENGTH = 4

/**
 * Keeps what comes first, up to `most` bytes, and nothing after that. In pieces of memory and a column of places: as an object each they would take half as
 * much again.
 */
export function createKeptBytes(most: number): KeptBytes {
  const pieces: Buffer[] = []
  /** One more than the place of each, as if the pieces were one; 0 where it is not kept. */
  let places = new Uint32Array(1 << 10)
  let end = 0
  return {
    get(number) {
      const place = (places[number] ?? 0) - 1
      const piece = place < 0 ? undefined : pieces[Math.floor(place / PIECE)]
      if (piece === undefined) return undefined
      const at = (place % PIECE) + LENGTH
      return piece.subarray(at, at + piece.readUInt32LE(at - LENGTH))
    },
    set(number, before, bytes) {
      const length = before.length + bytes.length
      const size = length + LENGTH
      const isNext = (end % PIECE) + size > PIECE || end % PIECE === 0
      const begin = isNext ? pieces.length * PIECE : end
      if (size > PIECE || begin + size > most) return false
      if (isNext) pieces.push(Buffer.allocUnsafe(PIECE))
      const piece = pieces[pieces.length - 1]
      piece?.writeUInt32LE(length, begin % PIECE)
      piece?.set(before, (begin % PIECE) + LENGTH)
      piece?.set(bytes, (begin % PIECE) + LENGTH + before.length)
      end = begin + size
      if (number >= places.length) {
        const wider = new Uint32Array(Math.max(places.length * 2, number + 1))
        wider.set(places)
        places = wider
      }
      places[number] = begin + 1
      return true
    },
  }
}
