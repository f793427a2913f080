import { constants, gunzipSync } from 'node:zlib'
import type { Problem } from '../model/problem.js'
import { brokenGzip, isGzip, unreadable } from './bytes.js'
import { guessDelimiter } from './delimiter.js'
import type { Delimiter } from './delimiter.js'
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
  | { readonly kind: 'failure'; readonly problem: Problem }
  | (Head & { readonly kind: 'empty' | 'binary'; readonly problem: Problem })
  | (Head & { readonly kind: 'xml' | 'json' | 'jsonl' | 'csv' })

const HEAD = 1 << 16
const READABLE = 'give CSV, JSON Lines or a JSON array, plain or gzipped, in UTF-8'

interface FirstBytes {
  readonly bytes: Buffer
  /** Whether the file has no more than these. */
  readonly whole: boolean
}

async function storedHead(source: Source): Promise<FirstBytes> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of await source.open()) {
    const bytes: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk))
    chunks.push(bytes)
    size += bytes.length
    if (size > HEAD) break
  }
  return { bytes: Buffer.concat(chunks).subarray(0, HEAD), whole: size <= HEAD }
}

function gunzip(bytes: Buffer, flush: 'whole' | 'beginning'): Buffer | undefined {
  try {
    return gunzipSync(bytes, flush === 'whole' ? {} : { finishFlush: constants.Z_SYNC_FLUSH })
  } catch {
    return undefined
  }
}

/**
 * The unpacked beginning. A file that is cut off still gives the lines before the cut, upon which its reader will come;
 * one without a single whole line gives nothing.
 */
function unpacked(stored: FirstBytes): FirstBytes | undefined {
  const all = stored.whole ? gunzip(stored.bytes, 'whole') : undefined
  const bytes = all ?? gunzip(stored.bytes, 'beginning')
  if (bytes === undefined || (stored.whole && all === undefined && !bytes.includes('\n'))) return undefined
  return { bytes: bytes.subarray(0, HEAD), whole: stored.whole && bytes.length <= HEAD }
}

function decoded({ bytes, whole }: FirstBytes): string {
  return new TextDecoder('utf-8').decode(bytes, { stream: !whole })
}

/** Text that can't be read line by line, although it is text. */
function wrongLines(head: string): Pick<Problem, 'code' | 'message' | 'hint'> | undefined {
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

function textKind(head: string): 'xml' | 'json' | 'jsonl' | 'csv' {
  const first = head.trimStart()[0]
  return first === '<' ? 'xml' : first === '[' ? 'json' : first === '{' ? 'jsonl' : 'csv'
}

/** Recognises a source by its content. Never rejects: what can't be read is a `failure`. */
export async function sniff(source: Source): Promise<Sniffed> {
  const error = { severity: 'error', file: source.path } as const
  const stored = await storedHead(source).catch((reason: unknown) => unreadable(source.path, reason))
  if ('severity' in stored) return { kind: 'failure', problem: stored }
  const compression = isGzip(stored.bytes) ? 'gzip' : 'none'
  const first = compression === 'gzip' ? unpacked(stored) : stored
  if (first === undefined) return { kind: 'failure', problem: brokenGzip(source.path) }

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
  if (wrong !== undefined) return { kind: 'failure', problem: { ...error, ...wrong } }
  return { kind: textKind(head), compression, head, delimiter: guessDelimiter(head, first.whole) }
}
