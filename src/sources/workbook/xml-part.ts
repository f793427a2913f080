import { SaxesParser } from 'saxes'
import type { Archive, Trouble } from './archive.js'

export type Attributes = Readonly<Record<string, string>>

/** What a part of a workbook is made of. Names come without their namespace's prefix. */
export interface PartHandlers {
  readonly open: (name: string, attributes: Attributes) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
  /** Asked after each piece: whether that is all that is wanted. */
  readonly enough?: () => boolean
}

function local(name: string): string {
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}

/** Reads a part as XML. A document type declaration is refused: no workbook has one, and its entities can grow without end. */
export async function readXmlPart(
  archive: Archive,
  name: string,
  most: number,
  handlers: PartHandlers,
): Promise<Trouble | undefined> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let wrong: string | undefined
  parser.on('error', (error) => (wrong ??= error.message))
  parser.on('doctype', () => (wrong ??= 'a document type declaration'))
  parser.on('opentag', (tag) => {
    if (wrong === undefined) handlers.open(local(tag.name), tag.attributes)
  })
  const { text, close, enough } = handlers
  if (text !== undefined) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  if (close !== undefined) parser.on('closetag', (tag) => close(local(tag.name)))
  let stopped = false
  const trouble = await archive.read(name, most, (piece) => {
    parser.write(piece)
    stopped = enough?.() === true
    return stopped || wrong !== undefined ? 'enough' : 'more'
  })
  if (trouble !== undefined) return trouble
  if (!stopped && wrong === undefined) parser.close()
  if (wrong === undefined) return undefined
  const message = `expected a whole XLSX workbook, got ${name} with ${wrong.replace(/^\d+:\d+: /, '').replace(/\.$/, '')}`
  return { code: 'broken-workbook', message, hint: 'open it in a spreadsheet program and save it again as XLSX' }
}
