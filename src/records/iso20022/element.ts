/** An element of a message, names without their prefix. */
export interface Element {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: Element[]
  /** On which it begins. */
  readonly line: number
  text: string
}

/** The element at the end of a path such as `Cdtr/PstlAdr/Ctry`; the first where there are several. */
export function at(element: Element | undefined, path: string): Element | undefined {
  let found = element
  for (const name of path.split('/')) found = found?.children.find((child) => child.name === name)
  return found
}

/** Its text, trimmed; empty where there is none. */
export function textAt(element: Element | undefined, path: string): string {
  return at(element, path)?.text.trim() ?? ''
}

export function childrenOf(element: Element | undefined, name: string): readonly Element[] {
  return element?.children.filter((child) => child.name === name) ?? []
}

/** The first text there is. */
export function firstText(element: Element | undefined, ...paths: readonly string[]): string {
  for (const path of paths) {
    const text = textAt(element, path)
    if (text !== '') return text
  }
  return ''
}
