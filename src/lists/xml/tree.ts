import type { XmlAttribute, XmlElement } from './element.js'
import { GrowingElement } from './growing-element.js'
import { createOwnTexts } from './own-texts.js'
import type { XmlHandler } from './scanner.js'

/** Which elements of a document are wanted. */
export interface TreePlan {
  readonly root: string
  /** Elements that hold others which are wanted, below the root: they are passed through. */
  readonly containers: ReadonlySet<string>
  /** Elements wanted whole, with what is in them. */
  readonly wanted: ReadonlySet<string>
  /** Elements outside of the wanted ones that are known and left alone. */
  readonly ignored?: ReadonlySet<string>
  readonly onRoot?: (attributes: readonly XmlAttribute[], name: string, line: number) => void
  readonly onElement: (element: XmlElement) => void
  /** An element that is neither, at a place where lists have containers and wanted ones. What is in it is not looked at. */
  readonly onUnknown: (name: string, line: number) => void
}

export interface TreeBuilder extends XmlHandler {
  /** Whether a wanted element was given, or none was open, since this was asked last. */
  given(): boolean
}

/** Builds the wanted elements out of a parser's events. */
export function createTreeBuilder(plan: TreePlan): TreeBuilder {
  const stack: GrowingElement[] = []
  const textOf = createOwnTexts()
  /** Depth of containers that are open, the root among them. */
  let depth = 0
  /** Depth within an element that is left alone. */
  let skipping = 0
  let gave = true
  /** Whether a tag was met: text that never ends grows in the parser, wherever it stands. */
  let moved = true

  return {
    open(name, attributes, line) {
      moved = true
      if (skipping > 0) skipping++
      else if (stack.length > 0) stack.push(new GrowingElement(name, attributes, line, textOf))
      else if (depth === 0) {
        depth++
        plan.onRoot?.(attributes, name, line)
        if (name !== plan.root) plan.onUnknown(name, line)
      } else if (plan.wanted.has(name)) stack.push(new GrowingElement(name, attributes, line, textOf))
      else if (plan.containers.has(name)) depth++
      else {
        skipping = 1
        if (plan.ignored?.has(name) !== true) plan.onUnknown(name, line)
      }
    },
    bytes(bytes, from, to, isAscii, isTidy) {
      stack[stack.length - 1]?.addBytes(bytes, from, to, isAscii, isTidy)
    },
    text(text) {
      stack[stack.length - 1]?.addText(text)
    },
    blank() {
      const open = stack[stack.length - 1]
      // Blanks before a text are taken off.
      if (open !== undefined && skipping === 0 && open.hasText) open.addText(' ')
    },
    wantsText: () => skipping === 0 && stack.length > 0,
    close() {
      moved = true
      if (skipping > 0) {
        skipping--
        return
      }
      const closed = stack.pop()
      if (closed === undefined) {
        depth--
        return
      }
      const parent = stack[stack.length - 1]
      if (parent === undefined) {
        gave = true
        plan.onElement(closed)
      } else parent.add(closed)
    },
    given() {
      const answer = gave || (stack.length === 0 && moved)
      gave = false
      moved = false
      return answer
    },
  }
}
