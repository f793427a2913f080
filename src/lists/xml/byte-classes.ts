/** Classes of bytes of a document in UTF-8, by XML 1.0 (fifth edition): one look into a table for each byte. */
export const PLAIN = 0
export const BLANK = 1
export const LF = 2
export const CR = 3
export const LESS = 4
export const AMPERSAND = 5
export const BRACKET = 6
/** Control characters that no document may hold (2.2). */
export const FORBIDDEN = 7
export const FOREIGN = 8
/** May begin U+FFFE or U+FFFF, which no document may hold. */
export const LAST_PLANE = 9

/** What a byte is in text. */
export const IN_TEXT: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) => textClass(byte))

function textClass(byte: number): number {
  if (byte === 0x20 || byte === 0x09) return BLANK
  if (byte === 0x0a) return LF
  if (byte === 0x0d) return CR
  if (byte === 0x3c) return LESS
  if (byte === 0x26) return AMPERSAND
  if (byte === 0x5d) return BRACKET
  if (byte < 0x20) return FORBIDDEN
  if (byte === 0xef) return LAST_PLANE
  return byte < 0x80 ? PLAIN : FOREIGN
}

/** 1 for a byte that may stand in a name (2.3); of those beyond ASCII the whole name tells. */
export const IN_NAME: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x80 || /[A-Za-z0-9_:.-]/.test(String.fromCharCode(byte)) ? 1 : 0,
)

const START = String.raw`:A-Z_a-z\u{C0}-\u{D6}\u{D8}-\u{F6}\u{F8}-\u{2FF}\u{370}-\u{37D}\u{37F}-\u{1FFF}\u{200C}\u{200D}\u{2070}-\u{218F}\u{2C00}-\u{2FEF}\u{3001}-\u{D7FF}\u{F900}-\u{FDCF}\u{FDF0}-\u{FFFD}\u{10000}-\u{EFFFF}`
const NAME = new RegExp(String.raw`^[${START}][${START}\-.0-9\u{B7}\u{300}-\u{36F}\u{203F}\u{2040}]*$`, 'u')

/** Whether a text is a name (2.3, productions 4 to 5). */
export function isXmlName(text: string): boolean {
  return NAME.test(text)
}

/** Whether a character may stand in a document at all (2.2). */
export function isXmlCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d
  return code < 0xd800 || (code > 0xdfff && code < 0xfffe) || (code > 0xffff && code <= 0x10ffff)
}
