import { isXmlCharacter } from './byte-classes.js'

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
])

const REFERENCE = /&(?:#(?:x([0-9A-Fa-f]+)|([0-9]+))|([^;&\s]*));?/g

/** A text with its references resolved, XML's five entities and characters alone; `undefined` where it has any other (4.1, 4.6). */
export function resolveReferences(text: string): string | undefined {
  let wrong = false
  const resolved = text.replaceAll(REFERENCE, (whole: string, hex?: string, decimal?: string, entity?: string) => {
    const found = whole.endsWith(';') ? (characterOf(hex, decimal) ?? ENTITIES.get(entity ?? '')) : undefined
    if (found === undefined) wrong = true
    return found ?? ''
  })
  return wrong ? undefined : resolved
}

function characterOf(hex: string | undefined, decimal: string | undefined): string | undefined {
  const digits = hex ?? decimal
  if (digits === undefined) return undefined
  const code = Number.parseInt(digits, hex === undefined ? 10 : 16)
  return isXmlCharacter(code) ? String.fromCodePoint(code) : undefined
}
