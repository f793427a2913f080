export const TAB: u32 = 0x09
export const LF: u32 = 0x0a
export const CR: u32 = 0x0d
export const SPACE: u32 = 0x20
export const QUOTE: u32 = 0x22
export const HASH: u32 = 0x23
export const PERCENT: u32 = 0x25
export const PLUS: u32 = 0x2b
export const DASH: u32 = 0x2d
export const POINT: u32 = 0x2e
export const SEMICOLON: u32 = 0x3b
export const UNDERSCORE: u32 = 0x5f

export function at(place: usize): u32 {
  return load<u8>(place)
}

export function isDigit(byte: u32): bool {
  return byte - 0x30 <= 9
}

export function isLetter(byte: u32): bool {
  return (byte | 0x20) - 0x61 <= 25
}

export function isBlank(byte: u32): bool {
  return byte == SPACE || byte - TAB <= CR - TAB
}

/** Of ASCII, and no blank. */
export function isInk(byte: u32): bool {
  return byte - 0x21 < 0x5f
}

/** The first bytes of a piece of so many, the others as zeros. */
export function keptBytes(bytes: u64, length: usize): u64 {
  return length >= 8 ? bytes : bytes & (((<u64>1) << (<u64>length * 8)) - 1)
}
