import type { XmlAttribute, XmlElement } from './element.js'
import type { TextOf } from './own-texts.js'

/** Blanks that are more than one, or none of the usual ones. */
const UNEVEN = /\s{2,}|[^\S ]/g

/** What is known of a text, in bits. */
const ASCII = 1
const TIDY = 2

/**
 * An element while the document is read. It is a class, since its text is made when it is asked for: formats never ask for a third of the
 * texts of a list, keys and sorting marks that are other ones each time. There are millions of them, so it has no more fields than it needs.
 */
export class GrowingElement implements XmlElement {
  readonly name: string
  readonly attributes: readonly XmlAttribute[]
  readonly line: number
  first: GrowingElement | undefined = undefined
  next: GrowingElement | undefined = undefined
  private last: GrowingElement | undefined = undefined
  /** The text, or the bytes in which it stands as long as it was not asked for. */
  private said: string | Buffer = ''
  private from = 0
  private to = 0
  private marks = ASCII | TIDY
  private readonly textOf: TextOf

  constructor(name: string, attributes: readonly XmlAttribute[], line: number, textOf: TextOf) {
    this.name = name
    this.attributes = attributes
    this.line = line
    this.textOf = textOf
  }

  get hasText(): boolean {
    return this.said !== ''
  }

  get text(): string {
    let text = this.made()
    if ((this.marks & TIDY) === 0) {
      text = text.trim().replaceAll(UNEVEN, ' ')
      this.marks |= TIDY
    }
    this.said = text
    return text
  }

  add(child: GrowingElement): void {
    if (this.last === undefined) this.first = child
    else this.last.next = child
    this.last = child
  }

  addBytes(bytes: Buffer, from: number, to: number, isAscii: boolean, isTidy: boolean): void {
    if (this.hasText) this.addText(this.textOf(bytes, from, to, isAscii))
    else {
      this.said = bytes
      this.from = from
      this.to = to
      this.marks = (isAscii ? ASCII : 0) | (isTidy ? TIDY : 0)
    }
  }

  addText(text: string): void {
    this.said = this.made() + text
    this.marks &= ~TIDY
  }

  private made(): string {
    const { said } = this
    return typeof said === 'string' ? said : this.textOf(said, this.from, this.to, (this.marks & ASCII) !== 0)
  }
}
