import type { Problem } from '../../model/problem.js'
import { quote } from '../../records/quote.js'
import { readBytes } from '../../sources/bytes.js'
import type { ReadOutcome } from '../../sources/outcome.js'
import type { Source } from '../../sources/source.js'
import { createTreeBuilder, type TreePlan } from './tree.js'

export type { TreePlan } from './tree.js'

const AGAIN = 'take the file again from where it came from; a list that is not whole is not used'

/** An element that the parser holds at once. The longest real one (an EU entity with 400 names) has a quarter of a megabyte. */
const LONGEST_ELEMENT = 1 << 24

const UTF8 = /^(?:utf-?8|us-ascii|ascii)$/i

/**
 * Reads an XML document to its end and gives the wanted elements whole, one after the other: memory is that of the largest of them. The
 * document must be well-formed, in UTF-8 and without a document type declaration: there is no list whose publisher writes one, and it is
 * the way to entities that grow without end or read other files. Only the five entities of XML and character references are known.
 */
export async function readXml(source: Source, plan: TreePlan): Promise<ReadOutcome> {
  const { SaxesParser } = await import('saxes')
  const parser = new SaxesParser({ xmlns: true, position: true })
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const tree = createTreeBuilder(plan)
  let broken: Problem | undefined
  const fail = (code: string, message: string, hint = AGAIN): void => {
    broken ??= { severity: 'error', code, message, hint, file: source.path, line: parser.line }
  }

  // Six handlers and no more: with a seventh V8 takes the parser's object for a dictionary, and it needs four times as long.
  parser.on('error', (error) =>
    fail('broken-xml', `expected a whole XML document, got trouble: ${plain(error.message)}`),
  )
  parser.on('doctype', () =>
    fail(
      'xml-doctype',
      'expected a list without a document type declaration, got one',
      'no list has one; take the file from its publisher',
    ),
  )
  let begun = false
  parser.on('opentag', (tag) => {
    if (!begun) {
      begun = true
      const { encoding } = parser.xmlDecl
      if (encoding !== undefined && !UTF8.test(encoding)) {
        const message = `expected XML in UTF-8, got one that says it is in ${quote(encoding)}`
        fail('not-utf8', message, 'convert it to UTF-8')
      }
    }
    if (broken === undefined) tree.open(tag.local, tag.attributes, parser.line)
  })
  parser.on('text', (text) => {
    if (broken === undefined) tree.text(text)
  })
  parser.on('cdata', (text) => {
    if (broken === undefined) tree.text(text)
  })
  parser.on('closetag', () => {
    if (broken === undefined) tree.close()
  })

  let since = 0
  const write = (text: string): Problem | undefined => {
    parser.write(text)
    since = tree.given() ? 0 : since + text.length
    if (since > LONGEST_ELEMENT) fail('xml-too-large', 'expected elements of at most 16 MiB, got a longer one')
    return broken
  }
  return readBytes(source, {
    write(chunk) {
      const text = decode(decoder, chunk)
      if (text === undefined) fail('not-utf8', 'expected XML in UTF-8, got bytes that are none')
      return text === undefined ? broken : write(text)
    },
    end() {
      if (decode(decoder, undefined) === undefined)
        fail('not-utf8', 'expected XML in UTF-8, got half a character at the end')
      if (broken === undefined) parser.close()
      return broken
    },
  })
}

function decode(decoder: InstanceType<typeof TextDecoder>, chunk: Buffer | undefined): string | undefined {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true })
  } catch {
    return undefined
  }
}

/** The parser puts line and column before its message; a problem has a place of its own. */
function plain(message: string): string {
  const text = message.replace(/^(?:[^:]*:)?\d+:\d+: /, '').replace(/\.$/, '')
  return quote(text)
}
