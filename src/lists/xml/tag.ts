import * as Byte from './byte-classes.js'
import { isDeclaration, type Prefixes, type XmlName } from './prefixes.js'
import { resolveReferences } from './references.js'

/** An opening tag. */
export type Tag =
  | {
      readonly kind: 'tag'
      readonly name: XmlName
      /** By local names, without declarations of namespaces. A Map, since a file may call one `__proto__`. */
      readonly attributes: ReadonlyMap<string, string>
      readonly isEmpty: boolean
      /** Lines that end within it. */
      readonly lines: number
      /** Behind its last byte. */
      readonly end: number
    }
  | { readonly kind: 'wrong'; readonly message: string }

type TextOf = (bytes: Buffer, from: number, to: number, isAscii: boolean) => string

interface Attribute {
  readonly name: XmlName
  readonly value: string
}

const NONE: ReadonlyMap<string, string> = new Map()
/** A document has dozens of names; a broken one must not fill the memory. */
const MOST_NAMES = 10_000

/**
 * Makes a reader of opening tags, each by the byte at which its `<` stands; `undefined` where the tag does not end among the bytes. The
 * prefixes hold afterwards what the tag declares.
 */
export function createTagReader(textOf: TextOf, prefixes: Prefixes): (bytes: Buffer, from: number) => Tag | undefined {
  const names = new Map<string, XmlName | undefined>()

  function nameOf(bytes: Buffer, from: number, to: number): XmlName | undefined {
    let isAscii = true
    for (let at = from; at < to; at++) if ((bytes[at] ?? 0) >= 0x80) isAscii = false
    const text = textOf(bytes, from, to, isAscii)
    const known = names.get(text)
    if (known !== undefined) return known
    const [first = '', second, more] = text.split(':')
    const isOne = Byte.isXmlName(text) && more === undefined && (second === undefined || isLocal(first, second))
    if (!isOne) return undefined
    if (names.size > MOST_NAMES) names.clear()
    const made = second === undefined ? { text, prefix: '', local: text } : { text, prefix: first, local: second }
    names.set(text, made)
    return made
  }

  return (bytes, from) => {
    let at = endOfName(bytes, from + 1)
    if (at === bytes.length) return undefined
    const name = nameOf(bytes, from + 1, at)
    if (name === undefined) return wrong('a tag without a name')
    // Most tags of lists in elements are nothing but their name.
    if (bytes[at] === 0x3e && name.prefix === '') {
      prefixes.enter()
      return { kind: 'tag', name, attributes: NONE, isEmpty: false, lines: 0, end: at + 1 }
    }
    let lines = 0
    const blanks = (): void => {
      for (; at < bytes.length; at++) {
        const kind = Byte.IN_TEXT[bytes[at] ?? 0]
        if (kind === Byte.LF || (kind === Byte.CR && bytes[at + 1] !== 0x0a)) lines++
        else if (kind !== Byte.BLANK && kind !== Byte.CR) return
      }
    }
    const attributes: Attribute[] = []
    for (;;) {
      const before = at
      blanks()
      if (at >= bytes.length) return undefined
      if (bytes[at] === 0x3e || bytes[at] === 0x2f) break
      if (at === before) return wrong('no blank between attributes')
      const start = at
      at = endOfName(bytes, at)
      if (at === bytes.length) return undefined
      const its = nameOf(bytes, start, at)
      if (its === undefined) return wrong('an attribute without a name')
      blanks()
      if (at >= bytes.length) return undefined
      if (bytes[at] !== 0x3d) return wrong(`the attribute "${its.text}" without a value`)
      at++
      blanks()
      const value = readValue(bytes, at, textOf)
      if (value === undefined) return undefined
      if (value.kind === 'wrong') return value
      attributes.push({ name: its, value: value.text })
      lines += value.lines
      at = value.end
    }
    const isEmpty = bytes[at] === 0x2f
    if (isEmpty) at++
    if (at >= bytes.length) return undefined
    if (bytes[at] !== 0x3e) return wrong('"/" within a tag')
    const trouble = takeDeclarations(name, attributes, prefixes)
    if (trouble !== undefined) return wrong(trouble)
    prefixes.enter()
    return { kind: 'tag', name, attributes: byLocalName(attributes), isEmpty, lines, end: at + 1 }
  }
}

function wrong(message: string): { readonly kind: 'wrong'; readonly message: string } {
  return { kind: 'wrong', message }
}

function isLocal(prefix: string, local: string): boolean {
  return Byte.isXmlName(prefix) && Byte.isXmlName(local)
}

function endOfName(bytes: Buffer, from: number): number {
  let at = from
  while (at < bytes.length && Byte.IN_NAME[bytes[at] ?? 0] === 1) at++
  return at
}

type Value =
  | { readonly kind: 'value'; readonly text: string; readonly lines: number; readonly end: number }
  | { readonly kind: 'wrong'; readonly message: string }

/** Reads a value from its quote on (2.3, 3.3.3): a line's end within is a blank. */
function readValue(bytes: Buffer, from: number, textOf: TextOf): Value | undefined {
  if (from >= bytes.length) return undefined
  const quote = bytes[from]
  if (quote !== 0x22 && quote !== 0x27) return wrong('the value of an attribute without quotes')
  let isAscii = true
  let isPlain = true
  let lines = 0
  let at = from + 1
  for (; at < bytes.length && bytes[at] !== quote; at++) {
    const kind = Byte.IN_TEXT[bytes[at] ?? 0]
    if (kind === Byte.PLAIN || kind === Byte.BRACKET) continue
    if (kind === Byte.LESS) return wrong('"<" in the value of an attribute')
    if (kind === Byte.FORBIDDEN) return wrong('a control character')
    if (kind === Byte.FOREIGN) isAscii = false
    else if (kind === Byte.LAST_PLANE) {
      isAscii = false
      if (bytes[at + 1] === 0xbf && ((bytes[at + 2] ?? 0) & 0xfe) === 0xbe)
        return wrong('a character that no document may hold')
    } else if (bytes[at] !== 0x20) {
      isPlain = false
      if (kind === Byte.LF || (kind === Byte.CR && bytes[at + 1] !== 0x0a)) lines++
    }
  }
  if (at >= bytes.length) return undefined
  const raw = textOf(bytes, from + 1, at, isAscii)
  const text = isPlain ? raw : resolveReferences(raw.replaceAll(/\r\n|[\r\n\t]/g, ' '))
  if (text === undefined) return wrong('a reference to an entity that XML does not have')
  return { kind: 'value', text, lines, end: at + 1 }
}

/** Declares what the attributes declare; the reason where a name has a prefix that nothing declares, or an attribute is there twice. */
function takeDeclarations(name: XmlName, attributes: readonly Attribute[], prefixes: Prefixes): string | undefined {
  for (const { name: its, value } of attributes) {
    const trouble = isDeclaration(its) ? prefixes.declare(its, value) : undefined
    if (trouble !== undefined) return trouble
  }
  if (prefixes.uriOf(name.prefix) === undefined) return `the prefix "${name.prefix}", which nothing declares`
  const seen = new Set<string>()
  for (const { name: its } of attributes) {
    const uri = isDeclaration(its) ? 'xmlns' : its.prefix === '' ? '' : prefixes.uriOf(its.prefix)
    if (uri === undefined) return `the prefix "${its.prefix}", which nothing declares`
    const key = `${uri} ${its.local}`
    if (attributes.length > 1 && seen.has(key)) return `the attribute "${its.text}" twice`
    seen.add(key)
  }
  return undefined
}

function byLocalName(attributes: readonly Attribute[]): ReadonlyMap<string, string> {
  let found: Map<string, string> | undefined
  for (const { name, value } of attributes) if (!isDeclaration(name)) (found ??= new Map()).set(name.local, value)
  return found ?? NONE
}
