/** A text, or the bytes of its UTF-8, which stand only until two more pieces were asked for. */
export type Piece = string | Uint8Array

// Few writes are fast, and this many characters are still far from what a pipe's reader would have to wait for.
const PIECE = 1 << 16

/** Joins small texts, so that not every line costs a write. Bytes are many already. */
export function* gatheredPieces(pieces: Iterable<Piece>): Generator<Piece> {
  let held: string[] = []
  let length = 0
  for (const piece of pieces) {
    const isText = typeof piece === 'string'
    if (isText) {
      held.push(piece)
      length += piece.length
    }
    if (length >= PIECE || (!isText && length > 0)) {
      yield held.join('')
      held = []
      length = 0
    }
    if (!isText) yield piece
  }
  if (held.length > 0) yield held.join('')
}

/** The same, all of it as text: bytes hold whole characters. */
export function* gathered(pieces: Iterable<Piece>): Generator<string> {
  for (const piece of gatheredPieces(pieces)) {
    yield typeof piece === 'string' ? piece : Buffer.from(piece.buffer, piece.byteOffset, piece.length).toString('utf8')
  }
}
