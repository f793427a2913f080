import { isName } from './row.js'

/** SAP's name fields hold so many characters: one that is full may have cut a word. */
const FULL = 35

/**
 * Other ways to read a name that is written in several columns: as its first columns alone, since the further ones often hold a person to
 * talk to or a place, and without a blank where a full column may have cut a word.
 */
export function namesInParts(parts: readonly string[], whole: string): readonly string[] {
  if (parts.length < 2) return []
  const beginnings = parts.map((_, at) => parts.slice(0, at + 1).join(' '))
  const closed = parts.reduce((name, part, at) => {
    const before = parts[at - 1]
    return before === undefined ? part : `${name}${Array.from(before).length >= FULL ? '' : ' '}${part}`
  }, '')
  return [...new Set([...beginnings, closed])].filter((name) => name !== whole && isName(name))
}
