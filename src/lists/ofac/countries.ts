import { nationOf } from '../demonyms.js'

/** The lists name some 200 countries in 60,000 places; looking a name up folds it, which is worth doing once. */
const known = new Map<string, string | undefined>()

/**
 * ISO 3166 alpha-2 of a country as OFAC writes it; `undefined` where the text names none (`undetermined`, `None Identified`). OFAC writes
 * whole names, so three letters in brackets behind a number are the initials of some office, not a code.
 */
export function ofacCountry(text: string): string | undefined {
  const before = known.get(text)
  if (before !== undefined || known.has(text)) return before
  const code = text.length > 3 ? nationOf(text) : undefined
  known.set(text, code)
  return code
}
