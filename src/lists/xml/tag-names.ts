import * as Byte from './byte-classes.js'

/** What stands in a tag, by its name as written, prefix and local name apart. */
export interface XmlName {
  readonly text: string
  readonly prefix: string
  readonly local: string
  /** As it stands in the document. */
  readonly bytes: Uint8Array
}

export interface NameReader {
  /** Reads the name that begins at the byte; `undefined` where none does, or where it may go on behind the bytes. */
  read(bytes: Buffer, from: number): XmlName | undefined
  /** Behind the name that was read last. */
  end(): number
}

const { IN_NAME } = Byte
const SLOTS = 1 << 10
/** A document has dozens of names; a broken one must not fill the memory. */
const MOST_NAMES = 10_000

/** Reads names, each made once: a document of a hundred megabytes has millions of tags and dozens of names. */
export function createNameReader(): NameReader {
  const slots: (XmlName | undefined)[] = Array.from({ length: SLOTS }, () => undefined)
  const names = new Map<string, XmlName>()
  let end = 0

  function made(bytes: Buffer, from: number): XmlName | undefined {
    const text = bytes.toString('utf8', from, end)
    const known = names.get(text)
    if (known !== undefined) return known
    const name = nameOf(text)
    if (name === undefined) return undefined
    if (names.size > MOST_NAMES) names.clear()
    names.set(text, name)
    return name
  }

  return {
    read(bytes, from) {
      let at = from
      let hash = 0
      for (; at < bytes.length; at++) {
        const byte = bytes[at] ?? 0
        if (IN_NAME[byte] !== 1) break
        hash = (Math.imul(hash, 31) + byte) | 0
      }
      end = at
      if (at === bytes.length) return undefined
      const slot = (hash ^ (hash >>> 10)) & (SLOTS - 1)
      const known = slots[slot]
      if (known !== undefined && isAt(known.bytes, bytes, from, at - from)) return known
      const name = made(bytes, from)
      if (name !== undefined) slots[slot] = name
      return name
    },
    end: () => end,
  }
}

function isAt(name: Uint8Array, bytes: Buffer, from: number, length: number): boolean {
  if (name.length !== length) return false
  for (let at = 0; at < length; at++) if (name[at] !== bytes[from + at]) return false
  return true
}

function nameOf(text: string): XmlName | undefined {
  const [first = '', second, more] = text.split(':')
  if (!Byte.isXmlName(text) || more !== undefined) return undefined
  const bytes = new TextEncoder().encode(text)
  if (second === undefined) return { text, prefix: '', local: internalized(text), bytes }
  const isPrefixed = Byte.isXmlName(first) && Byte.isXmlName(second)
  return isPrefixed ? { text, prefix: first, local: internalized(second), bytes } : undefined
}

/** The one string of those letters that the engine compares by its place: formats ask for names dozens of times an element. */
function internalized(name: string): string {
  return Object.keys({ [name]: true })[0] ?? name
}
