import { closeSync, openSync, readSync, statSync } from 'node:fs'

/** How much of a report's beginning tells it from a file of another kind; formats of free text begin in no one way. */
const TELLING: ReadonlyMap<string, number> = new Map([
  ['json', 12],
  ['jsonl', 2],
  ['csv', 10],
  ['sarif', 11],
  ['junit', 50],
  ['dot', 17],
])

/** The beginning of a text that comes in pieces, and all of it. */
function peek(chunks: Iterable<string>, length: number): { readonly head: string; readonly all: Iterable<string> } {
  const seen: string[] = []
  const rest = chunks[Symbol.iterator]()
  while (seen.join('').length < length) {
    const next = rest.next()
    if (next.done === true) break
    seen.push(next.value)
  }
  return {
    head: seen.join('').slice(0, length),
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
export function replacing(path: string, format: string, chunks: Iterable<string>): Iterable<string> | undefined {
  const length = TELLING.get(format)
  const found = statSync(path, { throwIfNoEntry: false })
  if (length === undefined || found?.isFile() !== true || found.size === 0) return chunks
  const { head, all } = peek(chunks, length)
  return headOf(path, length) === head ? all : undefined
}
