const LONGEST = 80

/** A value from a file as a message shows it: in quotes, cut, and with nothing in it that a terminal would obey. */
export function quote(value: string): string {
  const characters = Array.from(value.slice(0, LONGEST * 2))
  const text = characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : value
  return JSON.stringify(text).replaceAll(
    /[\p{Cc}\p{Cf}\u2028\u2029]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  )
}
