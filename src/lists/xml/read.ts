import type { Problem } from '../../model/problem.js'
import { quote } from '../../records/quote.js'
import { readBytes } from '../../sources/bytes.js'
import type { ReadOutcome } from '../../sources/outcome.js'
import type { Source } from '../../sources/source.js'
import { createXmlScanner, type XmlTrouble } from './scanner.js'
import { createTreeBuilder, type TreePlan } from './tree.js'

export type { TreePlan } from './tree.js'

const AGAIN = 'take the file again from where it came from; a list that is not whole is not used'

/** An element that the parser holds at once. The longest real one (an EU entity with 400 names) has a quarter of a megabyte. */
const LONGEST_ELEMENT = 1 << 24

/**
 * Reads an XML document to its end and gives the wanted elements whole, one after the other: memory is that of the largest of them. The
 * document must be well-formed, in UTF-8 and without a document type declaration: there is no list whose publisher writes one, and it is
 * the way to entities that grow without end or read other files. Only the five entities of XML and character references are known.
 */
export function readXml(source: Source, plan: TreePlan): Promise<ReadOutcome> {
  const tree = createTreeBuilder(plan)
  const scanner = createXmlScanner(tree)
  const about = (trouble: XmlTrouble | undefined): Problem | undefined =>
    trouble === undefined
      ? undefined
      : { severity: 'error', ...problemOf(trouble), file: source.path, line: scanner.line() }
  let since = 0
  return readBytes(source, {
    write(chunk) {
      const trouble = about(scanner.write(chunk))
      since = tree.given() ? 0 : since + chunk.length
      return trouble ?? (since > LONGEST_ELEMENT ? tooLarge(source.path, scanner.line()) : undefined)
    },
    end: () => about(scanner.end()),
  })
}

function problemOf({ kind, message }: XmlTrouble): Pick<Problem, 'code' | 'message' | 'hint'> {
  switch (kind) {
    case 'broken':
      return { code: 'broken-xml', message: `expected a whole XML document, got ${quote(message)}`, hint: AGAIN }
    case 'doctype':
      return {
        code: 'xml-doctype',
        message: 'expected a list without a document type declaration, got one',
        hint: 'no list has one; take the file from its publisher',
      }
    case 'encoding':
      return {
        code: 'not-utf8',
        message: `expected XML in UTF-8, got one that says it is in ${quote(message)}`,
        hint: 'convert it to UTF-8',
      }
    case 'not-utf8':
      return { code: 'not-utf8', message: `expected XML in UTF-8, got ${message}`, hint: AGAIN }
  }
}

function tooLarge(file: string, line: number): Problem {
  const message = 'expected elements of at most 16 MiB, got a longer one'
  return { severity: 'error', code: 'xml-too-large', message, hint: AGAIN, file, line }
}
