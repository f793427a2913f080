/** Copies of a column with room for `capacity` rows; the rows that were there keep their places. */
export function widenInt32(column: Int32Array, capacity: number): Int32Array {
  const wider = new Int32Array(capacity)
  wider.set(column)
  return wider
}

export function widenUint32(column: Uint32Array, capacity: number): Uint32Array {
  const wider = new Uint32Array(capacity)
  wider.set(column)
  return wider
}

export function widenUint16(column: Uint16Array, capacity: number): Uint16Array {
  const wider = new Uint16Array(capacity)
  wider.set(column)
  return wider
}

export function widenUint8(column: Uint8Array, capacity: number): Uint8Array {
  const wider = new Uint8Array(capacity)
  wider.set(column)
  return wider
}
