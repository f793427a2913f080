/** The names in a text, with blanks between. */
export function elementNames(...texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => text.split(' ')))
}
