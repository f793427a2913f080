export interface XmlAttribute {
  /** The local one. */
  readonly name: string
  readonly value: string
}

/** One element with all that is in it. Names are local ones: publishers change namespaces and prefixes, as OFAC did in 2024. */
export interface XmlElement {
  readonly name: string
  readonly attributes: readonly XmlAttribute[]
  /** Its own text, without that of its children; runs of blanks are one, since publishers break long values over lines, and none stand at the ends. */
  readonly text: string
  /** Whether there is any; without making it. */
  readonly hasText: boolean
  /** On which its opening tag ends. */
  readonly line: number
  /** The first of its children; each leads to the next. An array for each element was most of what had to be cleared away. */
  readonly first: XmlElement | undefined
  readonly next: XmlElement | undefined
}

const NONE: readonly never[] = []

/** The children of that name, or of either of two. */
export function childrenOf(element: XmlElement, name: string, other = name): readonly XmlElement[] {
  let found: XmlElement[] | undefined
  for (let child = element.first; child !== undefined; child = child.next)
    if (child.name === name || child.name === other) (found ??= []).push(child)
  return found ?? NONE
}

/** The elements at the end of a path of names, in document order. */
export function elementsAlong(element: XmlElement, path: readonly string[]): readonly XmlElement[] {
  const found: XmlElement[] = []
  collect(element, path, 0, found)
  return found
}

function collect(element: XmlElement, path: readonly string[], at: number, found: XmlElement[]): void {
  for (let child = element.first; child !== undefined; child = child.next) {
    if (child.name !== path[at]) continue
    if (at + 1 === path.length) found.push(child)
    else collect(child, path, at + 1, found)
  }
}

export function elementsAt(element: XmlElement, ...path: readonly string[]): readonly XmlElement[] {
  return elementsAlong(element, path)
}

/** The first of them: most paths lead to one. */
function firstAlong(element: XmlElement, path: readonly string[], at: number): XmlElement | undefined {
  for (let child = element.first; child !== undefined; child = child.next) {
    if (child.name !== path[at]) continue
    const found = at + 1 === path.length ? child : firstAlong(child, path, at + 1)
    if (found !== undefined) return found
  }
  return undefined
}

/** The first child of that name. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  for (let child = element.first; child !== undefined; child = child.next) if (child.name === name) return child
  return undefined
}

/** Places of names in the order in which they are asked for. */
export type FieldNames = ReadonlyMap<string, number>

export function fieldNames(...names: readonly string[]): FieldNames {
  return new Map(names.map((name, at) => [name, at]))
}

/** For each of the names the text of the first child of that name, empty where there is none: one walk for all of them. */
export function childTexts(element: XmlElement, names: FieldNames): readonly string[] {
  const texts: string[] = []
  for (let at = 0; at < names.size; at++) texts.push('')
  // One that is there and empty goes before a later one.
  let met = 0
  for (let child = element.first; child !== undefined; child = child.next) {
    const at = names.get(child.name)
    if (at === undefined) continue
    const bit = 1 << at
    if ((met & bit) === 0) texts[at] = child.text
    met |= bit
  }
  return texts
}

/** The text of the first element at the path; empty where there is none. */
export function textAt(element: XmlElement, ...path: readonly string[]): string {
  return firstAlong(element, path, 0)?.text ?? ''
}

/** The texts of all elements at the path that have any. */
export function textsAt(element: XmlElement, ...path: readonly string[]): readonly string[] {
  return textsAlong(element, path)
}

export function textsAlong(element: XmlElement, path: readonly string[]): readonly string[] {
  let texts: string[] | undefined
  for (const { text } of elementsAlong(element, path)) if (text !== '') (texts ??= []).push(text)
  return texts ?? NONE
}

/** An attribute, trimmed; empty where there is none. */
export function attributeOf(element: XmlElement, name: string): string {
  return attributeIn(element.attributes, name).trim()
}

/** The value of that name; empty where there is none. */
export function attributeIn(attributes: readonly XmlAttribute[], name: string): string {
  // Of two prefixes of one name the last counts.
  for (let at = attributes.length - 1; at >= 0; at--) {
    const attribute = attributes[at]
    if (attribute?.name === name) return attribute.value
  }
  return ''
}
