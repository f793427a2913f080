import { isAscii, isUtf8 } from 'node:buffer'
import type { Problem } from '../model/problem.js'
import { readBytes, type ByteSink } from './bytes.js'
import { decoding } from './encoding/decode.js'
import { PLAIN, type TextForm } from './encoding/text-form.js'
import type { ReadOutcome } from './outcome.js'
import type { Source } from './source.js'

/** No line of records is longer; one that is shows a file of another kind, and would eat the memory. */
const LONGEST_LINE = 1 << 26
const LF = 0x0a
const BOM = Buffer.from([0xef, 0xbb, 0xbf])

const CONVERT_HINT = 'save the file as UTF-8, all of it, or say which encoding it is in: --encoding <name>'

/** How many bytes the character that begins with this one has, by RFC 3629. */
function sequenceLength(lead: number): number {
  return lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
}

function firstInvalid(bytes: Buffer): number {
  let at = 0
  while (at < bytes.length) {
    const next = at + sequenceLength(bytes[at] ?? 0)
    if (!isUtf8(bytes.subarray(at, next))) return at
    at = next
  }
  return at
}

/** Why a line is not clean text; nothing where it is. */
function uncleanLine(file: string, line: number, bytes: Buffer): Problem | undefined {
  const place = { severity: 'error', file, line } as const
  if (bytes.includes(0)) return { ...place, code: 'not-text', message: 'expected text, got a NUL byte' }
  if (isUtf8(bytes)) return undefined
  const byte = (bytes[firstInvalid(bytes)] ?? 0).toString(16).toUpperCase().padStart(2, '0')
  const message = `expected UTF-8 text, got the byte 0x${byte} where UTF-8 has none such`
  return { ...place, code: 'not-utf8', message, hint: CONVERT_HINT }
}

function tooLong(file: string, line: number): Problem {
  const message = `expected lines of at most ${LONGEST_LINE / 1024 / 1024} MiB, got a longer one`
  const hint = 'look for a quote that is not closed; a file without line ends must be written with them'
  return { severity: 'error', code: 'line-too-long', message, hint, file, line }
}

/**
 * Gives each line of a text, of UTF-8 with LF where no other form is named, without its LF (a CR stays) and its number from 1; a BOM is no part of the first.
 * Each line is a string of its own, not a slice of its chunk: a name kept from it must not keep a quarter megabyte.
 * Bytes that the encoding does not have end the reading with a failure that names the line. Once it is `enough` no more lines are
 * given, but the file is hashed to its end.
 */
export function readLines(
  source: Source,
  onLine: (text: string, line: number) => void,
  enough: () => boolean = () => false,
  form: TextForm = PLAIN,
): Promise<ReadOutcome> {
  let rest: Buffer[] = []
  let restLength = 0
  let line = 0

  function give(block: Buffer): Problem | undefined {
    const start = line === 0 && block.subarray(0, 3).equals(BOM) ? 3 : 0
    const clean = isUtf8(block) && !block.includes(0)
    const encoding = clean && isAscii(block) ? 'latin1' : 'utf8'
    for (let at = start; at < block.length;) {
      const found = block.indexOf(LF, at)
      const end = found === -1 ? block.length : found
      line++
      const problem = clean ? undefined : uncleanLine(source.path, line, block.subarray(at, end))
      if (problem !== undefined) return problem
      onLine(block.toString(encoding, at, end), line)
      at = end + 1
    }
    return undefined
  }

  const sink: ByteSink = {
    write(chunk) {
      if (enough()) return undefined
      const last = chunk.lastIndexOf(LF)
      if (last === -1) {
        rest.push(chunk)
        restLength += chunk.length
        return restLength > LONGEST_LINE ? tooLong(source.path, line + 1) : undefined
      }
      const block =
        restLength === 0 ? chunk.subarray(0, last + 1) : Buffer.concat([...rest, chunk.subarray(0, last + 1)])
      rest = last + 1 === chunk.length ? [] : [chunk.subarray(last + 1)]
      restLength = chunk.length - last - 1
      return give(block)
    },
    end() {
      return restLength === 0 || enough() ? undefined : give(Buffer.concat(rest))
    },
  }
  return readBytes(source, decoding(source.path, form, sink))
}
