/** Decodes bytes that come in parts. */
export interface Decoder {
  decode(bytes?: Uint8Array, how?: { readonly stream?: boolean }): string
}

/**
 * Characters of windows-1252 from 0x80 on, by the WHATWG Encoding Standard. Measured: TextDecoder of Node 20.20 takes
 * windows-1252 for ISO 8859-1 and gives control characters in their place.
 */
const FROM_80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const CONTROLS = /[\u0080-\u009f]/g

const WINDOWS_1252: Decoder = {
  decode(bytes = new Uint8Array()) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
    return text.replaceAll(CONTROLS, (char) => FROM_80[char.charCodeAt(0) - 0x80] ?? char)
  },
}

/** A decoder of an encoding by its standard name; bytes that it does not have become U+FFFD. */
export function decoderOf(encoding: string): Decoder {
  return encoding === 'windows-1252' ? WINDOWS_1252 : new TextDecoder(encoding)
}
