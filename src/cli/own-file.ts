import { closeSync, openSync, readSync, statSync } from 'node:fs'
import type { Piece } from '../report/gather.js'

/** How much of a report's beginning tells it from a file of another kind; formats of free text begin in no one way. */
const TELLING: ReadonlyMap<string, number> = new Map([
  ['json', 12],
  ['jsonl', 2],
  ['csv', 10],
  ['sarif', 11],
  ['junit', 50],
  ['dot', 17],
])

/** The first bytes of a text that comes in pieces, and all of it. */
function peek(pieces: Iterable<Piece>, length: number): { readonly head: string; readonly all: Iterable<Piece> } {
  const seen: Buffer[] = []
  const rest = pieces[Symbol.iterator]()
  while (seen.reduce((sum, piece) => sum + piece.length, 0) < length) {
    const next = rest.next()
    if (next.done === true) break
    // A copy: what comes after it may be put in its place.
    seen.push(Buffer.from(next.value))
  }
  return {
    head: Buffer.concat(seen).toString('latin1', 0, length),
    all: (function* () {
      yield* seen
      yield* { [Symbol.iterator]: () => rest }
    })(),
  }
}

function headOf(path: string, length: number): string {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(length)
    return bytes.toString('latin1', 0, readSync(file, bytes, 0, length, 0))
  } finally {
    closeSync(file)
  }
}

/**
 * A report replaces an earlier one, and no file that somebody else made: a ledger whose name was typed for that of the report would be gone.
 * Of a file that begins otherwise than the report does, `undefined`; else all of the text.
 */
export function replacing(path: string, format: string, pieces: Iterable<Piece>): Iterable<Piece> | undefined {
  const length = TELLING.get(format)
  const found = statSync(path, { throwIfNoEntry: false })
  if (length === undefined || found?.isFile() !== true || found.size === 0) return pieces
  const { head, all } = peek(pieces, length)
  return headOf(path, length) === head ? all : undefined
}
