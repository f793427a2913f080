import * as Byte from './byte-classes.js'
import type { XmlAttribute } from './element.js'
import type { TextOf } from './own-texts.js'
import { isDeclaration, type Prefixes } from './prefixes.js'
import { resolveReferences } from './references.js'
import type { NameReader, XmlName } from './tag-names.js'

/** An opening tag. */
export type Tag =
  | {
      readonly kind: 'tag'
      readonly name: XmlName
      /** By local names, without declarations of namespaces. */
      readonly attributes: readonly XmlAttribute[]
      readonly isEmpty: boolean
      /** Lines that end within it. */
      readonly lines: number
      /** Behind its last byte. */
      readonly end: number
    }
  | { readonly kind: 'wrong'; readonly message: string }

/** One for all tags without attributes. */
export const NO_ATTRIBUTES: readonly XmlAttribute[] = []

// Of their own module: what another exports is looked up each time.
const { IN_TEXT, PLAIN, BRACKET, BLANK, LF, CR, LESS, FORBIDDEN, FOREIGN, LAST_PLANE } = Byte

/**
 * Makes a reader of opening tags, each by its name and the byte behind it; `undefined` where the tag does not end among the bytes. The
 * prefixes hold afterwards what the tag declares.
 */
export function createTagReader(
  textOf: TextOf,
  prefixes: Prefixes,
  names: NameReader,
): (bytes: Buffer, name: XmlName, from: number) => Tag | undefined {
  let lines = 0

  function behindBlanks(bytes: Buffer, from: number): number {
    let at = from
    for (; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0
      if (byte === 0x20) continue
      const kind = IN_TEXT[byte]
      if (kind === LF || (kind === CR && bytes[at + 1] !== 0x0a)) lines++
      else if (kind !== BLANK && kind !== CR) break
    }
    return at
  }

  /** Where the value that was read last ends; -1 where it does not among the bytes. */
  let valueEnd = -1
  let trouble = ''

  /** Reads a value from its quote on (2.3, 3.3.3): a line's end within is a blank. */
  function readValue(bytes: Buffer, from: number): string {
    valueEnd = -1
    if (from >= bytes.length) return ''
    const quote = bytes[from]
    if (quote !== 0x22 && quote !== 0x27) return refuse('the value of an attribute without quotes')
    let isAscii = true
    let isPlain = true
    let at = from + 1
    for (; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0
      if (byte === quote) break
      const kind = IN_TEXT[byte]
      if (kind === PLAIN || byte === 0x20 || kind === BRACKET) continue
      if (kind === LESS) return refuse('"<" in the value of an attribute')
      if (kind === FORBIDDEN) return refuse('a control character')
      if (kind === FOREIGN) isAscii = false
      else if (kind === LAST_PLANE) {
        isAscii = false
        if (bytes[at + 1] === 0xbf && ((bytes[at + 2] ?? 0) & 0xfe) === 0xbe)
          return refuse('a character that no document may hold')
      } else {
        isPlain = false
        if (kind === LF || (kind === CR && bytes[at + 1] !== 0x0a)) lines++
      }
    }
    if (at >= bytes.length) return ''
    valueEnd = at + 1
    if (at === from + 1) return ''
    const raw = textOf(bytes, from + 1, at, isAscii)
    const text = isPlain ? raw : resolveReferences(raw.replaceAll(/\r\n|[\r\n\t]/g, ' '))
    return text ?? refuse('a reference to an entity that XML does not have')
  }

  function refuse(message: string): string {
    trouble = message
    return ''
  }

  return (bytes, name, from) => {
    lines = 0
    trouble = ''
    let at = from
    let attributes: XmlAttribute[] | undefined
    let written: XmlName[] | undefined
    for (;;) {
      const before = at
      at = behindBlanks(bytes, at)
      if (at >= bytes.length) return undefined
      if (bytes[at] === 0x3e || bytes[at] === 0x2f) break
      if (at === before) return wrong('no blank between attributes')
      const its = names.read(bytes, at)
      at = names.end()
      if (at === bytes.length) return undefined
      if (its === undefined) return wrong('an attribute without a name')
      at = behindBlanks(bytes, at)
      if (at >= bytes.length) return undefined
      if (bytes[at] !== 0x3d) return wrong(`the attribute "${its.text}" without a value`)
      at = behindBlanks(bytes, at + 1)
      const value = readValue(bytes, at)
      if (trouble !== '') return wrong(trouble)
      if (valueEnd === -1) return undefined
      at = valueEnd
      if (attributes === undefined || written === undefined) {
        attributes = []
        written = []
      }
      attributes.push({ name: its.local, value })
      written.push(its)
    }
    const isEmpty = bytes[at] === 0x2f
    if (isEmpty) at++
    if (at >= bytes.length) return undefined
    if (bytes[at] !== 0x3e) return wrong('"/" within a tag')
    const given = takeDeclarations(name, attributes ?? NO_ATTRIBUTES, written ?? [], prefixes)
    if (typeof given === 'string') return wrong(given)
    prefixes.enter()
    return { kind: 'tag', name, attributes: given, isEmpty, lines, end: at + 1 }
  }
}

function wrong(message: string): { readonly kind: 'wrong'; readonly message: string } {
  return { kind: 'wrong', message }
}

/** Up to so many names each is compared with each before it, which is faster than a set. */
const FEW = 24

/**
 * Declares what the attributes declare, and gives the others; the reason where a name has a prefix that nothing declares, or an attribute is
 * there twice.
 */
function takeDeclarations(
  name: XmlName,
  attributes: readonly XmlAttribute[],
  written: readonly XmlName[],
  prefixes: Prefixes,
): readonly XmlAttribute[] | string {
  if (
    name.prefix === '' &&
    written.length <= FEW &&
    written.every(({ prefix, text }) => prefix === '' && text !== 'xmlns')
  ) {
    const twice = written.find((its, at) => written.indexOf(its) < at)
    return twice === undefined ? attributes : `the attribute "${twice.text}" twice`
  }
  for (const [at, its] of written.entries()) {
    const trouble = isDeclaration(its) ? prefixes.declare(its, attributes[at]?.value ?? '') : undefined
    if (trouble !== undefined) return trouble
  }
  if (prefixes.uriOf(name.prefix) === undefined) return `the prefix "${name.prefix}", which nothing declares`
  const seen = new Set<string>()
  for (const its of written) {
    const uri = isDeclaration(its) ? 'xmlns' : its.prefix === '' ? '' : prefixes.uriOf(its.prefix)
    if (uri === undefined) return `the prefix "${its.prefix}", which nothing declares`
    const key = `${uri} ${its.local}`
    if (seen.has(key)) return `the attribute "${its.text}" twice`
    seen.add(key)
  }
  return attributes.filter((_, at) => written[at] !== undefined && !isDeclaration(written[at]))
}
