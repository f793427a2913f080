import type { XmlName } from './tag-names.js'

const XML = 'http://www.w3.org/XML/1998/namespace'
const XMLNS = 'http://www.w3.org/2000/xmlns/'

/** The prefixes that are declared where the parser is, by Namespaces in XML 1.0. */
export interface Prefixes {
  /** Takes a declaration of the element that begins; the reason where it may not stand. */
  declare(name: XmlName, uri: string): string | undefined
  uriOf(prefix: string): string | undefined
  /** After an element's attributes: its declarations hold within it. */
  enter(): void
  leave(): void
}

export function isDeclaration({ text, prefix }: XmlName): boolean {
  return prefix === 'xmlns' || text === 'xmlns'
}

export function createPrefixes(): Prefixes {
  const declared: { readonly prefix: string; readonly uri: string; readonly depth: number }[] = []
  let depth = 0
  return {
    declare({ text, local }, uri) {
      const prefix = text === 'xmlns' ? '' : local
      if (prefix === 'xmlns' || (prefix === 'xml') !== (uri === XML) || uri === XMLNS)
        return 'a namespace declaration that no document may have'
      if (prefix !== '' && uri === '') return `the prefix "${prefix}" bound to nothing`
      declared.push({ prefix, uri, depth })
      return undefined
    },
    uriOf(prefix) {
      if (prefix === 'xml') return XML
      for (let at = declared.length - 1; at >= 0; at--) {
        const each = declared[at]
        if (each?.prefix === prefix) return each.uri
      }
      return prefix === '' ? '' : undefined
    },
    enter() {
      depth++
    },
    leave() {
      depth--
      for (let last = declared[declared.length - 1]; last !== undefined && last.depth >= depth;) {
        declared.pop()
        last = declared[declared.length - 1]
      }
    },
  }
}
