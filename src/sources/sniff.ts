import type { Problem } from '../model/problem.js'
import { guessDelimiter } from './delimiter.js'
import type { Delimiter } from './delimiter.js'
import { readHeadOf } from './head.js'
import type { Head as FileHead } from './head.js'
import { otherKind } from './other-kinds.js'
import type { Source } from './source.js'

interface Head {
  readonly compression: 'none' | 'gzip'
  /** The first 64 KiB as text, without a BOM. */
  readonly head: string
  /** The best guess, quotes respected. */
  readonly delimiter: Delimiter
}

/** What the first bytes show a file to be. Its name says nothing. */
export type Sniffed =
  /** With the head where it is text all the same. */
  | { readonly kind: 'failure'; readonly problem: Problem; readonly head?: string }
  | (Head & { readonly kind: 'empty' | 'binary'; readonly problem: Problem })
  | (Head & { readonly kind: 'xml' | 'json' | 'jsonl' | 'csv' })

const READABLE = 'give CSV, JSON Lines, JSON or XML, plain or gzipped'

function decoded({ bytes, whole }: FileHead): string {
  return new TextDecoder('utf-8').decode(bytes, { stream: !whole })
}

/** Text that can't be read line by line, although it is text. */
export function wrongLines(head: string): Pick<Problem, 'code' | 'message' | 'hint'> | undefined {
  if (/^\s*\{\s*\n/.test(head)) {
    const message = 'expected JSON Lines (one object a line) or a JSON array, got one JSON object over several lines'
    return { code: 'json-object', message, hint: 'write its records as a JSON array, or each on a line of its own' }
  }
  if (head.includes('\r') && !head.includes('\n')) {
    const message = 'expected lines that end in LF or CRLF, got lines that end in CR alone'
    return { code: 'cr-lines', message, hint: "convert it: tr '\\r' '\\n'" }
  }
  return undefined
}

export function textKind(head: string): 'xml' | 'json' | 'jsonl' | 'csv' {
  const first = head.trimStart()[0]
  return first === '<' ? 'xml' : first === '[' ? 'json' : first === '{' ? 'jsonl' : 'csv'
}

/**
 * Recognises a source by its first bytes, as UTF-8. Never rejects: what can't be read is a `failure`. For who reads
 * other encodings too there is `examine`.
 */
export async function sniff(source: Source): Promise<Sniffed> {
  const error = { severity: 'error', file: source.path } as const
  const first = await readHeadOf(source)
  if ('severity' in first) return { kind: 'failure', problem: first }
  const { compression } = first

  const other = otherKind(first.bytes)
  if (other !== undefined) {
    const problem = {
      ...error,
      code: 'not-text',
      message: `expected a text file, got ${other.what}`,
      hint: other.hint ?? READABLE,
    }
    return { kind: 'binary', problem, compression, head: '', delimiter: ',' }
  }
  const head = decoded(first)
  if (head.trim() === '' && first.whole) {
    const problem = { ...error, code: 'empty-file', message: 'the file is empty', hint: READABLE }
    return { kind: 'empty', problem, compression, head, delimiter: ',' }
  }
  const wrong = wrongLines(head)
  if (wrong !== undefined) return { kind: 'failure', problem: { ...error, ...wrong }, head }
  return { kind: textKind(head), compression, head, delimiter: guessDelimiter(head, first.whole) }
}
