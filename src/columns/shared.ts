/** `count` integers in memory that threads share; they are 0, and pages that are never written cost nothing. */
export function sharedInt32(count: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(count * 4))
}

/** `count` bytes in memory that threads share. */
export function sharedBytes(count: number): Uint8Array {
  return new Uint8Array(new SharedArrayBuffer(count))
}
