import { decoderOf } from '../../src/sources/encoding/decoder.js'

const tables = new Map<string, ReadonlyMap<string, Buffer>>()

/** Every character that one byte or two of an encoding stand for. */
function tableOf(encoding: string): ReadonlyMap<string, Buffer> {
  const known = tables.get(encoding)
  if (known !== undefined) return known
  const table = new Map<string, Buffer>()
  const add = (...bytes: readonly number[]): void => {
    const char = decoderOf(encoding).decode(Uint8Array.from(bytes))
    if ([...char].length === 1 && char !== '\uFFFD' && !table.has(char)) table.set(char, Buffer.from(bytes))
  }
  for (let byte = 0; byte < 256; byte++) add(byte)
  if (!encoding.startsWith('windows') && encoding !== 'koi8-r' && encoding !== 'ibm866') {
    for (let lead = 0x81; lead < 0xff; lead++) for (let trail = 0x40; trail < 0xff; trail++) add(lead, trail)
  }
  tables.set(encoding, table)
  return table
}

/** Text as the bytes of an encoding, which the runtime only decodes. */
export function encode(text: string, encoding: string): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text)
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le')
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16()
  const table = tableOf(encoding)
  const bytes = [...text].map((char) => {
    const its = table.get(char)
    if (its === undefined) throw new Error(`${encoding} has no ${char}`)
    return its
  })
  return Buffer.concat(bytes)
}
