import { resolveCountry } from '../model/country.js'

/** Lists name some 200 countries in a hundred thousand places; looking a name up folds it, which is worth doing once. */
const known = new Map<string, string | undefined>()

/** As many names as lists could have; a file of nonsense must not fill the memory. */
const MOST_REMEMBERED = 20_000

/** What publishers write behind a country's name: `CONGO, Democratic Republic of (was Zaire)`, `Iran (Islamic Republic of)`. */
const BEHIND = /\s*\((?:was|also|formerly)\b[^()]*\)\s*$/i

/**
 * ISO 3166 alpha-2 of a country as a list writes it, a name or a code; `undefined` where it names none, as the EU's `00` (unknown), or
 * more than one.
 */
export function countryOf(text: string): string | undefined {
  const name = text.trim()
  if (name === '') return undefined
  if (known.has(name)) return known.get(name)
  const code = resolveCountry(name) ?? resolveCountry(name.replace(BEHIND, ''))
  if (known.size < MOST_REMEMBERED) known.set(name, code)
  return code
}
