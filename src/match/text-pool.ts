/** Many texts in one, each cut out when it is asked for. */
export interface TextPool {
  readonly text: string
  /** Where each text ends. */
  readonly ends: Uint32Array
}

export function poolOf(texts: readonly string[]): TextPool {
  let end = 0
  return { text: texts.join(''), ends: Uint32Array.from(texts, ({ length }) => (end += length)) }
}

/** The text of a number, `''` where there is none. */
export function textAt({ text, ends }: TextPool, number: number): string {
  return text.slice(number === 0 ? 0 : ends[number - 1], ends[number] ?? 0)
}
