import type { XmlAttribute, XmlElement } from './element.js'
import type { TextOf } from './own-texts.js'

/** Blanks that are more than one, or none of the usual ones. */
const UNEVEN = /\s{2,}|[^\S ]/g

/**
 * An element while the document is read. It is a class, since its text is made when it is asked for: formats never ask for a third of the
 * texts of a list, keys and sorting marks that are other ones each time.
 */
export class GrowingElement implements XmlElement {
  readonly name: string
  readonly attributes: readonly XmlAttribute[]
  readonly line: number
  first: GrowingElement | undefined = undefined
  next: GrowingElement | undefined = undefined
  private last: GrowingElement | undefined = undefined
  private made = ''
  /** Where a text stands that was not made yet, if it is the only one. */
  private bytes: Buffer | undefined = undefined
  private from = 0
  private to = 0
  private isAscii = true
  private isTidy = true
  private readonly textOf: TextOf

  constructor(name: string, attributes: readonly XmlAttribute[], line: number, textOf: TextOf) {
    this.name = name
    this.attributes = attributes
    this.line = line
    this.textOf = textOf
  }

  get hasText(): boolean {
    return this.bytes !== undefined || this.made !== ''
  }

  get text(): string {
    this.make()
    if (!this.isTidy) {
      this.made = this.made.trim().replaceAll(UNEVEN, ' ')
      this.isTidy = true
    }
    return this.made
  }

  add(child: GrowingElement): void {
    if (this.last === undefined) this.first = child
    else this.last.next = child
    this.last = child
  }

  addBytes(bytes: Buffer, from: number, to: number, isAscii: boolean, isTidy: boolean): void {
    if (this.hasText) this.addText(this.textOf(bytes, from, to, isAscii))
    else {
      this.bytes = bytes
      this.from = from
      this.to = to
      this.isAscii = isAscii
      this.isTidy = isTidy
    }
  }

  addText(text: string): void {
    this.make()
    this.made += text
    this.isTidy = false
  }

  private make(): void {
    if (this.bytes === undefined) return
    this.made = this.textOf(this.bytes, this.from, this.to, this.isAscii)
    this.bytes = undefined
  }
}
