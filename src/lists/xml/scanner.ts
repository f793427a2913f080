import * as Byte from './byte-classes.js'
import type { XmlAttribute } from './element.js'
import { createOwnTexts } from './own-texts.js'
import { createPrefixes } from './prefixes.js'
import { resolveReferences } from './references.js'
import { createNameReader, type XmlName } from './tag-names.js'
import { createTagReader, NO_ATTRIBUTES } from './tag.js'
import { createUtf8Check } from './utf8-check.js'

/** What a document says, in its order. Names are local ones. */
export interface XmlHandler {
  open(name: string, attributes: readonly XmlAttribute[], line: number): void
  close(): void
  /**
   * A piece of text that is not blank, as it stands in the document: no reference and no other line's end than LF is in it. A tidy one is
   * letters of ASCII with single blanks between them and none at the ends, as most are.
   */
  bytes(bytes: Buffer, from: number, to: number, isAscii: boolean, isTidy: boolean): void
  /** One that had to be put together. */
  text(text: string): void
  /** Nothing but blanks. */
  blank(): void
  /** Whether text is wanted where the document is. */
  wantsText(): boolean
}

export interface XmlTrouble {
  readonly kind: 'broken' | 'doctype' | 'encoding' | 'not-utf8'
  readonly message: string
}

export interface XmlScanner {
  /** What is wrong with the document so far. After that nothing more is given. */
  write(chunk: Buffer): XmlTrouble | undefined
  end(): XmlTrouble | undefined
  /** On which the scanner is, from 1. */
  line(): number
}

// Of its own module: what another exports is looked up each time.
const { PLAIN, BLANK, LESS, LF } = Byte

/** The beginning is to be read again once there is more. */
const MORE = -1
const SECOND_ROOT = 'a second root element'

const DECLARATION =
  /^<\?xml\s+version\s*=\s*(["'])1\.\d+\1(?:\s+encoding\s*=\s*(["'])([A-Za-z][A-Za-z0-9._-]*)\2)?(?:\s+standalone\s*=\s*(["'])(?:yes|no)\4)?\s*\?>$/
const UTF8 = /^(?:utf-?8|us-ascii|ascii)$/i

/**
 * Reads a document from its bytes, and holds it to the whole of well-formedness (XML 1.0) and to namespaces; a document type declaration is
 * trouble. A parser of text needs as long to find the tags as this needs for all, and gives texts that hold on to what stood around them.
 */
export function createXmlScanner(handler: XmlHandler): XmlScanner {
  const prefixes = createPrefixes()
  const names = createNameReader()
  const readTag = createTagReader(createOwnTexts(), prefixes, names)
  const utf8 = createUtf8Check()
  const open: XmlName[] = []
  let rest: Buffer = Buffer.alloc(0)
  let trouble: XmlTrouble | undefined
  let line = 1
  let begun = false
  let rootSeen = false
  let last = false

  function fail(message: string, kind: XmlTrouble['kind'] = 'broken'): number {
    trouble ??= { kind, message }
    return MORE
  }

  function readText(bytes: Buffer, from: number): number {
    const classes = Byte.IN_TEXT
    const end = bytes.length
    let lines = 0
    let blank = true
    let ascii = true
    let plain = true
    let tidy = true
    let at = from
    for (; at < end; at++) {
      const kind = classes[bytes[at] ?? 0] ?? 0
      if (kind === PLAIN) {
        blank = false
        // Most bytes of a document are letters.
        while (at + 1 < end && classes[bytes[at + 1] ?? 0] === PLAIN) at++
      } else if (kind === LESS) break
      else if (kind === BLANK) {
        if (blank || bytes[at] !== 0x20 || classes[bytes[at + 1] ?? 0] !== PLAIN) tidy = false
      } else if (kind === LF) {
        tidy = false
        lines++
      } else if (kind === Byte.CR) {
        plain = false
        if (bytes[at + 1] !== 0x0a) lines++
      } else {
        blank = false
        if (kind === Byte.FOREIGN) ascii = false
        else if (kind === Byte.AMPERSAND) plain = false
        else if (kind === Byte.FORBIDDEN) return fail('a control character')
        else if (kind === Byte.BRACKET) {
          if (bytes[at + 1] === 0x5d && bytes[at + 2] === 0x3e) return fail('"]]>" in text')
        } else {
          ascii = false
          if (isNoCharacter(bytes, at)) return fail('a character that no document may hold')
        }
      }
    }
    if (at === bytes.length && !last) return MORE
    if (open.length === 0) {
      if (!blank) return fail(rootSeen ? 'text behind the end of the root element' : 'text before the root element')
    } else if (blank) {
      handler.blank()
    } else if (!plain) {
      const text = resolveReferences(bytes.toString('utf8', from, at).replaceAll(/\r\n?/g, '\n'))
      if (text === undefined) return fail('a reference to an entity that XML does not have')
      if (handler.wantsText()) handler.text(text)
    } else if (handler.wantsText()) handler.bytes(bytes, from, at, ascii, tidy && ascii)
    line += lines
    return at
  }

  /** Most texts are a line's end and the blanks before the next tag. */
  function blanksBetweenTags(bytes: Buffer, from: number): number {
    let at = from
    let lines = 0
    for (; at < bytes.length; at++) {
      const byte = bytes[at]
      if (byte === 0x0a) lines++
      else if (byte !== 0x20) break
    }
    if (bytes[at] !== 0x3c) return readText(bytes, from)
    line += lines
    if (open.length > 0) handler.blank()
    return at
  }

  function openTag(bytes: Buffer, from: number): number {
    const name = names.read(bytes, from + 1)
    const behind = names.end()
    if (behind === bytes.length) return MORE
    if (name === undefined) return fail('a tag without a name')
    // Most tags of lists in elements are nothing but their name.
    if (bytes[behind] === 0x3e && name.prefix === '') {
      if (isSecondRoot()) return fail(SECOND_ROOT)
      prefixes.enter()
      handler.open(name.local, NO_ATTRIBUTES, line)
      open.push(name)
      return behind + 1
    }
    const tag = readTag(bytes, name, behind)
    if (tag === undefined) return MORE
    if (tag.kind === 'wrong') return fail(tag.message)
    if (isSecondRoot()) return fail(SECOND_ROOT)
    line += tag.lines
    handler.open(name.local, tag.attributes, line)
    if (tag.isEmpty) {
      prefixes.leave()
      handler.close()
    } else open.push(name)
    return tag.end
  }

  function isSecondRoot(): boolean {
    if (open.length === 0 && rootSeen) return true
    rootSeen = true
    return false
  }

  function closeTag(bytes: Buffer, from: number): number {
    const name = open[open.length - 1]
    if (name === undefined) return fail('a closing tag without an opening one')
    const expected = name.bytes
    let at = from + 2
    for (let same = 0; same < expected.length; same++, at++) {
      if (bytes[at] === expected[same]) continue
      const end = bytes.indexOf(0x3e, from)
      if (end === -1) return MORE
      const written = /^[^ \t\r\n]*/.exec(bytes.toString('utf8', from + 2, end))?.[0] ?? ''
      return fail(`expected "</${name.text}>", got "</${written.slice(0, 80)}>"`)
    }
    let lines = 0
    for (; at < bytes.length && isBlank(bytes[at]); at++)
      if (bytes[at] === 0x0a || (bytes[at] === 0x0d && bytes[at + 1] !== 0x0a)) lines++
    if (at === bytes.length) return MORE
    if (bytes[at] !== 0x3e) return fail(`expected "</${name.text}>", got another tag`)
    line += lines
    open.pop()
    prefixes.leave()
    handler.close()
    return at + 1
  }

  /** What stands between two marks and is no text: its characters must be such as a document may hold. */
  function skip(bytes: Buffer, from: number, end: number): number {
    for (let at = from; at < end; at++) {
      const kind = Byte.IN_TEXT[bytes[at] ?? 0]
      if (kind === Byte.FORBIDDEN || (kind === Byte.LAST_PLANE && isNoCharacter(bytes, at)))
        return fail('a character that no document may hold')
      if (kind === Byte.LF || (kind === Byte.CR && bytes[at + 1] !== 0x0a)) line++
    }
    return end
  }

  function declared(bytes: Buffer, from: number): number {
    const ahead = bytes.toString('latin1', from, from + 9)
    if (ahead.startsWith('<!--')) {
      const end = bytes.indexOf('--', from + 4)
      if (end === -1 || end + 2 >= bytes.length) return MORE
      if (bytes[end + 2] !== 0x3e) return fail('"--" in a comment')
      return skip(bytes, from, end + 3)
    }
    if (ahead === '<![CDATA[') {
      if (open.length === 0) return fail('text outside of the root element')
      const end = bytes.indexOf(']]>', from + 9)
      if (end === -1) return MORE
      if (handler.wantsText()) handler.text(bytes.toString('utf8', from + 9, end).replaceAll(/\r\n?/g, '\n'))
      return skip(bytes, from, end + 3)
    }
    if (ahead === '<!DOCTYPE') return fail('a document type declaration', 'doctype')
    const isBegun = ['<!--', '<![CDATA[', '<!DOCTYPE'].some((mark) => mark.startsWith(ahead))
    return isBegun ? MORE : fail('a declaration that no document may have')
  }

  function instruction(bytes: Buffer, from: number): number {
    const end = bytes.indexOf('?>', from + 2)
    if (end === -1) return MORE
    const text = bytes.toString('utf8', from, end + 2)
    const target = /^<\?([^\s?]*)(?=\s|\?>$)/.exec(text)?.[1] ?? ''
    if (target.toLowerCase() === 'xml') {
      const found = begun ? null : DECLARATION.exec(text)
      if (found === null) return fail('an XML declaration that is wrong, or not at the beginning')
      const encoding = found[3]
      if (encoding !== undefined && !UTF8.test(encoding)) return fail(encoding, 'encoding')
    } else if (!Byte.isXmlName(target) || target.includes(':')) return fail('a processing instruction without a name')
    return skip(bytes, from, end + 2)
  }

  function markup(bytes: Buffer, from: number): number {
    if (from + 1 === bytes.length) return MORE
    const next = bytes[from + 1]
    if (next === 0x2f) return closeTag(bytes, from)
    if (next === 0x21) return declared(bytes, from)
    if (next === 0x3f) return instruction(bytes, from)
    return openTag(bytes, from)
  }

  /** @returns the bytes that are done with. */
  function scan(bytes: Buffer): number {
    let at = !begun && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
    while (at < bytes.length) {
      const next = bytes[at] === 0x3c ? markup(bytes, at) : blanksBetweenTags(bytes, at)
      if (next === MORE) break
      begun = true
      at = next
    }
    return at
  }

  function take(chunk: Buffer): void {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    rest = bytes.subarray(scan(bytes))
  }

  /** What is wrong stands behind the bytes that were not done with. */
  function failAtRest(message: string): void {
    if (trouble === undefined) for (const byte of rest) if (byte === 0x0a) line++
    fail(message, 'not-utf8')
  }

  return {
    write(chunk) {
      if (trouble !== undefined) return trouble
      const good = utf8.goodBytes(chunk)
      take(good === chunk.length ? chunk : chunk.subarray(0, good))
      if (good < chunk.length) failAtRest('bytes that are none')
      return trouble
    },
    end() {
      if (trouble !== undefined) return trouble
      if (!utf8.isWhole()) failAtRest('half a character at the end')
      last = true
      take(Buffer.alloc(0))
      if (rest.length > 0) fail('a document that is broken off')
      const unclosed = open.at(-1)
      if (unclosed !== undefined) fail(`no end of the element "${unclosed.text}"`)
      if (!rootSeen) fail('a document without an element')
      return trouble
    },
    line: () => line,
  }
}

export function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09
}

/** U+FFFE and U+FFFF (2.2). */
function isNoCharacter(bytes: Buffer, at: number): boolean {
  return bytes[at] === 0xef && bytes[at + 1] === 0xbf && ((bytes[at + 2] ?? 0) & 0xfe) === 0xbe
}
