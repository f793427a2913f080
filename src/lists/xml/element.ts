/** One element with all that is in it. Names are local ones: publishers change namespaces and prefixes, as OFAC did in 2024. */
export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** Its own text, without that of its children. */
  readonly text: string
  /** On which its opening tag ends. */
  readonly line: number
}

/** The children of that name. */
export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name)
}

/** The elements at the end of a path of names, in document order. */
export function elementsAt(element: XmlElement, ...path: readonly string[]): readonly XmlElement[] {
  let found: readonly XmlElement[] = [element]
  for (const name of path) found = found.flatMap((each) => childrenOf(each, name))
  return found
}

/** An element's text with runs of blanks made one: publishers break long values over lines. */
export function ownText(element: XmlElement): string {
  return element.text.replaceAll(/\s+/g, ' ').trim()
}

/** The text of the first element at the path; empty where there is none. */
export function textAt(element: XmlElement, ...path: readonly string[]): string {
  const [first] = elementsAt(element, ...path)
  return first === undefined ? '' : ownText(first)
}

/** The texts of all elements at the path that have any. */
export function textsAt(element: XmlElement, ...path: readonly string[]): readonly string[] {
  return elementsAt(element, ...path)
    .map(ownText)
    .filter((text) => text !== '')
}

/** An attribute, trimmed; empty where there is none. */
export function attributeOf(element: XmlElement, name: string): string {
  return element.attributes.get(name)?.trim() ?? ''
}
