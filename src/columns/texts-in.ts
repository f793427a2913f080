/** Texts that stand one after the other in a piece of memory, as UTF-8. */
export interface TextsIn {
  readonly arena: Uint8Array
  /** Where each begins; it ends where the next does. */
  readonly starts: Uint32Array
}

/** Whether the bytes of one are less than, equal to or more than those of another: code-point order, since they are UTF-8. */
export function compareTexts({ arena, starts }: TextsIn, a: number, b: number): number {
  const [end, otherEnd] = [starts[a + 1] ?? 0, starts[b + 1] ?? 0]
  let [at, other] = [starts[a] ?? 0, starts[b] ?? 0]
  for (; at < end && other < otherEnd; at++, other++) {
    const difference = (arena[at] ?? 0) - (arena[other] ?? 0)
    if (difference !== 0) return difference
  }
  return end - at - (otherEnd - other)
}

/** The text that stands in a piece of memory. */
export function textIn(bytes: Buffer, start: number, end: number): string {
  for (let at = start; at < end; at++) if ((bytes[at] ?? 0) > 0x7f) return bytes.toString('utf8', start, end)
  return bytes.toString('latin1', start, end)
}
