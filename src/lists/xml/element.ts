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
  const found: XmlElement[] = []
  collect(element, path, 0, found)
  return found
}

function collect(element: XmlElement, path: readonly string[], at: number, found: XmlElement[]): void {
  for (const child of element.children) {
    if (child.name !== path[at]) continue
    if (at + 1 === path.length) found.push(child)
    else collect(child, path, at + 1, found)
  }
}

/** The first of them: most paths lead to one. */
function firstAt(element: XmlElement, path: readonly string[], at: number): XmlElement | undefined {
  for (const child of element.children) {
    if (child.name !== path[at]) continue
    const found = at + 1 === path.length ? child : firstAt(child, path, at + 1)
    if (found !== undefined) return found
  }
  return undefined
}

const BLANKS = /\s+/g
const LAST_ASCII = 0x7e

/** Whether nothing is to be tidied: letters of ASCII, single blanks between them, none at the ends. Most texts are so, and a pattern takes longer. */
function isTidy(text: string): boolean {
  let blank = true
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > LAST_ASCII || code < 0x20 || (code === 0x20 && blank)) return false
    blank = code === 0x20
  }
  return !blank
}

/** An element's text with runs of blanks made one: publishers break long values over lines. */
export function ownText({ text }: XmlElement): string {
  return text === '' || isTidy(text) ? text : text.trim().replaceAll(BLANKS, ' ')
}

/** The text of the first element at the path; empty where there is none. */
export function textAt(element: XmlElement, ...path: readonly string[]): string {
  const first = firstAt(element, path, 0)
  return first === undefined ? '' : ownText(first)
}

/** The texts of all elements at the path that have any. */
export function textsAt(element: XmlElement, ...path: readonly string[]): readonly string[] {
  const texts: string[] = []
  for (const each of elementsAt(element, ...path)) {
    const text = ownText(each)
    if (text !== '') texts.push(text)
  }
  return texts
}

/** An attribute, trimmed; empty where there is none. */
export function attributeOf(element: XmlElement, name: string): string {
  return element.attributes.get(name)?.trim() ?? ''
}
