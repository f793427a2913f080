// Few writes are fast, and this many characters are still far from what a pipe's reader would have to wait for.
const PIECE = 1 << 16

/** Joins small pieces, so that not every line costs a write. */
export function* gathered(pieces: Iterable<string>): Generator<string> {
  let held: string[] = []
  let length = 0
  for (const piece of pieces) {
    held.push(piece)
    length += piece.length
    if (length >= PIECE) {
      yield held.join('')
      held = []
      length = 0
    }
  }
  if (held.length > 0) yield held.join('')
}
