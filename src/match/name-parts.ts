import { splitForms } from './legal-forms.js'
import { normaliseName } from './normalise.js'
import { classOfWord } from './words.js'

const BRACKETS = /\s*[([{（]([^()[\]{}（）]{2,})[)\]}）]\s*/gu
const ALSO = /\s+(?:a\.?\s?k\.?\s?a\.?|f\.?k\.?a\.?|also known as|formerly|d\/b\/a|dba)[:\s]+|\s*\/\s*|\s+·\s+/iu
/** The words of which one stands in whatever the pattern finds in plain letters, besides the slash and letters one by one. */
export const ALSO_WORDS: ReadonlySet<string> = new Set(['aka', 'ka', 'ak', 'fka', 'fk', 'known', 'formerly', 'dba'])
const LEAST_LETTERS = 4

/**
 * A name that states itself twice, as its statements: `… Baltic Plant (JSC Baltic Plant)`, `X a.k.a. Y`. What stands in brackets is
 * left out only where it repeats the name, shortens it or is a name with a legal form; a place or a number there is part of it.
 */
export function nameParts(text: string): readonly string[] {
  const spoken = text.split(ALSO).map((part) => part.trim())
  const parts = spoken.length > 1 && spoken.every((part) => part.length >= LEAST_LETTERS) ? spoken : []
  const whole = parts.length > 0 ? parts : [text]
  return [...parts, ...whole.flatMap(withoutBrackets)].slice(0, 4)
}

function withoutBrackets(text: string): readonly string[] {
  const found = [...text.matchAll(BRACKETS)]
  if (found.length === 0) return []
  const outside = text.replace(BRACKETS, ' ').trim()
  const inside = found.map(([, content]) => (content ?? '').trim())
  if (normaliseName(outside).words.length === 0) return []
  if (isName(outside) && inside.every(isOtherName)) return [outside, ...inside]
  return inside.every((content) => repeats(content, outside)) ? [outside, ...inside.filter(isName)] : []
}

const FEWEST_WORDS = 2

/** After a name that ends in its legal form, several words that are no place and no number are another name: `LLC CST (Zala Aero Group)`. */
function isOtherName(content: string): boolean {
  const kinds = normaliseName(content).words.map((word) => classOfWord(word).kind)
  return kinds.length >= FEWEST_WORDS && kinds.includes('core') && !kinds.includes('place') && !kinds.includes('number')
}

/** An acronym, words that stand outside as well, or a name of its own with a legal form. */
function repeats(content: string, outside: string): boolean {
  const { words } = normaliseName(content)
  if (words.some((word) => ['place', 'number'].includes(classOfWord(word).kind))) return false
  if (isAcronym(content) || isName(content)) return true
  const others = new Set(normaliseName(outside).words)
  return words.length > 0 && words.every((word) => others.has(word))
}

function isAcronym(content: string): boolean {
  return /^\p{Lu}[\p{Lu}\p{N}-]+(?:\s\p{Lu}{2,})?$/u.test(content) && content.length <= 10
}

function isName(content: string): boolean {
  const { words } = normaliseName(content)
  const { from, to } = splitForms(words)
  return to > from && to - from < words.length
}
