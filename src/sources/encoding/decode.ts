import type { Problem } from '../../model/problem.js'
import type { ByteSink } from '../bytes.js'
import { decoderOf } from './decoder.js'
import type { TextForm } from './text-form.js'

const LF = 0x0a
const CR = 0x0d
const LOST = '\uFFFD'

function countLines(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++
  return count
}

function macLines(bytes: Buffer): Buffer {
  const turned = Buffer.from(bytes)
  for (let at = turned.indexOf(CR); at !== -1; at = turned.indexOf(CR, at + 1)) turned[at] = LF
  return turned
}

/**
 * Puts before a sink of UTF-8 bytes with LF what turns bytes of another form into them. Bytes that the encoding does
 * not have end the reading with a failure that names the line: a replaced letter is a name that matches nothing.
 */
export function decoding(file: string, form: TextForm, sink: ByteSink): ByteSink {
  const turn = form.lineEnds === 'cr' ? macLines : (bytes: Buffer) => bytes
  if (form.encoding === 'utf-8') {
    return form.lineEnds === 'lf' ? sink : { write: (chunk) => sink.write(turn(chunk)), end: () => sink.end() }
  }
  const decoder = decoderOf(form.encoding)
  let lines = 0

  function give(text: string): Problem | undefined {
    if (text === '') return undefined
    const lost = text.indexOf(LOST)
    const bytes = turn(Buffer.from(lost === -1 ? text : text.slice(0, lost)))
    if (lost !== -1) return badBytes(file, form.encoding, lines + countLines(bytes.toString()) + 1)
    lines += form.lineEnds === 'cr' ? countLines(bytes.toString()) : countLines(text)
    return sink.write(bytes)
  }

  return {
    write: (chunk) => give(decoder.decode(chunk, { stream: true })),
    end: () => give(decoder.decode()) ?? sink.end(),
  }
}

function badBytes(file: string, encoding: string, line: number): Problem {
  return {
    severity: 'error',
    code: 'bad-encoding',
    message: `expected ${encoding} text, got bytes that it does not have, or a character that was lost before`,
    hint: 'say the encoding of the file with --encoding <name>; a file in two encodings must be saved again in one',
    file,
    line,
  }
}
