// One letter for each group of letters that conventions of romanisation write differently, in order: longer spellings first.
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|tsch/g, 'S'],
  [/sh/g, 'S'],
  [/tch|ch|cz/g, 'C'],
  [/zh/g, 'Z'],
  [/kh|gh|qh/g, 'h'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/ts|tz/g, 'c'],
  [/ks|x/g, 'ks'],
  [/ck|q|k/g, 'k'],
  [/c(?=[aoulrtnk]|$)/g, 'k'],
  [/w/g, 'v'],
  [/(?:iy|yi|ii|yy|ij|yj|ey|ei|iyy|y|i|j)$/g, 'i'],
  [/[ijy]+/g, 'i'],
  [/ae/g, 'ai'],
  [/ee/g, 'i'],
  [/oo|ou/g, 'u'],
  [/i(?=[aeou])/g, 'i'],
  [/([bcdfgklmnprtvz])h(?![aeiou])/g, '$1'],
  [/([aeiou])h(?![aeiou])/g, '$1'],
  [/(.)\1+/g, '$1'],
]

/** How a folded word sounds, roughly: `Aleksey`, `Aleksei` and `Alexey` are one. Words of digits stay as they are. */
export function soundOf(word: string): string {
  if (word.length < 3) return word
  let sound = word
  for (const [spelling, letter] of SPELLINGS) sound = sound.replace(spelling, letter)
  return sound
}

/** The consonants of a sound. Names out of Arabic keep little else from one convention to the next. */
export function skeletonOf(sound: string): string {
  return sound.slice(0, 1) + sound.slice(1).replace(/[aeiou]/g, '')
}
