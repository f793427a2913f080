import type { Problem } from '../../model/problem.js'
import { readBytes } from '../../sources/bytes.js'
import { decoding } from '../../sources/encoding/decode.js'
import type { TextForm } from '../../sources/encoding/text-form.js'
import type { ReadOutcome } from '../../sources/outcome.js'
import type { Source } from '../../sources/source.js'
import { quote } from '../quote.js'
import type { Element } from './element.js'

/** An element of a payment holds a few thousand characters; a longer one is no payment, and would eat the memory. */
const LONGEST_ELEMENT = 1 << 24
const DEEPEST = 64

export interface ElementsPlan {
  readonly form: TextForm
  /** The element that is a row. */
  readonly row: string
  /** A whole row, with the elements around it, the innermost last: of those only what stands before the row is known. */
  readonly onRow: (row: Element, around: readonly Element[]) => void
  readonly enough?: () => boolean
}

/** Reads an XML document row by row: a row that was given is forgotten. Not well-formed XML, or a document type declaration, ends the reading. */
export async function readElements(source: Source, plan: ElementsPlan): Promise<ReadOutcome> {
  const { SaxesParser } = await import('saxes')
  const parser = new SaxesParser({ position: true })
  const decoder = new TextDecoder('utf-8')
  const open: Element[] = []
  let wrong: Problem | undefined
  let since = 0
  const fail = (code: string, message: string): void => {
    wrong ??= { severity: 'error', code, message, file: source.path, line: parser.line }
  }
  parser.on('error', (error) =>
    fail('broken-xml', `expected a whole XML document, got trouble: ${plain(error.message)}`),
  )
  parser.on('doctype', () => fail('xml-doctype', 'expected a message without a document type declaration, got one'))
  parser.on('opentag', (tag) => {
    if (wrong !== undefined) return
    if (open.length >= DEEPEST)
      return fail('broken-xml', `expected at most ${DEEPEST} elements one in the other, got more`)
    const attributes = new Map(Object.entries(tag.attributes))
    const element: Element = { name: local(tag.name), attributes, children: [], line: parser.line, text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  const addText = (text: string): void => {
    const element = open.at(-1)
    if (element !== undefined && wrong === undefined) element.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const element = open.pop()
    if (element?.name !== plan.row || wrong !== undefined) return
    open.at(-1)?.children.pop()
    since = 0
    if (plan.enough?.() !== true) plan.onRow(element, open)
  })
  const write = (text: string): Problem | undefined => {
    parser.write(text)
    since += text.length
    if (since > LONGEST_ELEMENT) fail('xml-too-large', 'expected payments of at most 16 MiB, got a longer one')
    return wrong
  }
  const sink = {
    write: (chunk: Buffer) => write(decoder.decode(chunk, { stream: true })),
    end: () => {
      if (wrong === undefined) parser.close()
      return wrong
    },
  }
  return readBytes(source, decoding(source.path, plan.form, sink))
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** The parser puts line and column before its message; a problem has a place of its own. */
function plain(message: string): string {
  return quote(message.replace(/^(?:[^:]*:)?\d+:\d+: /, '').replace(/\.$/, ''))
}
