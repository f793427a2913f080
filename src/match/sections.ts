/** Arrays of numbers that stand in one run of bytes, each at a place that its width divides, so that they are looked at where they are. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array

/** The arrays by their names; empty ones where there is none. */
export interface Sections {
  readonly u8: (name: string) => Uint8Array
  readonly u16: (name: string) => Uint16Array
  readonly u32: (name: string) => Uint32Array
  readonly i32: (name: string) => Int32Array
  readonly f32: (name: string) => Float32Array
}

/** Before everything: a mark that reads otherwise in another order of bytes, the version, the length of it all, that of the table. */
const MARK = 0x4853_4e01
const HEAD = 4
const WIDTH = 8

const encoder = new TextEncoder()
const decoder = new TextDecoder()
const padded = (length: number): number => Math.ceil(length / WIDTH) * WIDTH

/** Writes arrays one after another, behind a table of their names, places and lengths. */
export function writeSections(version: number, parts: ReadonlyMap<string, Numbers>): Uint8Array<ArrayBuffer> {
  let end = 0
  const places = [...parts].map(([name, { byteLength }]): readonly [string, number, number] => {
    const at = end
    end += padded(byteLength)
    return [name, at, byteLength]
  })
  const table = encoder.encode(JSON.stringify(places))
  const first = padded(HEAD * Uint32Array.BYTES_PER_ELEMENT + table.length)
  const bytes = new Uint8Array(first + end)
  new Uint32Array(bytes.buffer, 0, HEAD).set([MARK, version, bytes.length, table.length])
  bytes.set(table, HEAD * Uint32Array.BYTES_PER_ELEMENT)
  for (const [name, at] of places) {
    const part = parts.get(name)
    if (part !== undefined) bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), first + at)
  }
  return bytes
}

/** `undefined` where the bytes are of another version, of another order of bytes, or cut short. */
export function openSections(version: number, given: Uint8Array): Sections | undefined {
  const headBytes = HEAD * Uint32Array.BYTES_PER_ELEMENT
  if (given.length < headBytes) return undefined
  // A buffer of a pool may begin anywhere.
  const bytes = given.byteOffset % WIDTH === 0 ? given : new Uint8Array(given)
  const [mark, its, length, tableLength = 0] = new Uint32Array(bytes.buffer, bytes.byteOffset, HEAD)
  if (mark !== MARK || its !== version || length !== bytes.length) return undefined
  // Written by `writeSections` alone.
  const places: readonly (readonly [string, number, number])[] = JSON.parse(
    decoder.decode(bytes.subarray(headBytes, headBytes + tableLength)),
  )
  const first = bytes.byteOffset + padded(headBytes + tableLength)
  const byName = new Map(places.map(([name, at, size]) => [name, { at: first + at, size }]))
  const place = (name: string): { readonly at: number; readonly size: number } => byName.get(name) ?? { at: 0, size: 0 }
  const { buffer } = bytes
  return {
    u8: (name) => new Uint8Array(buffer, place(name).at, place(name).size),
    u16: (name) => new Uint16Array(buffer, place(name).at, place(name).size / 2),
    u32: (name) => new Uint32Array(buffer, place(name).at, place(name).size / 4),
    i32: (name) => new Int32Array(buffer, place(name).at, place(name).size / 4),
    f32: (name) => new Float32Array(buffer, place(name).at, place(name).size / 4),
  }
}
