import { REGIMES, type Regime } from '../../model/entry.js'

/** Words in a list's name that say whose law it belongs to. */
const WORDS: readonly { readonly regime: Regime; readonly words: RegExp }[] = [
  { regime: 'un', words: /\b(?:un|unsc|united nations)\b/ },
  { regime: 'eu', words: /\b(?:eu|fsf|cfsp|european union)\b/ },
  { regime: 'uk', words: /\b(?:uk|gb|ofsi|hmt|fcdo|united kingdom)\b/ },
  { regime: 'us', words: /\b(?:us|usa|ofac|sdn|bis|united states)\b/ },
]

/** The regime that the name of a list says; `us` where it says none, as CLI.md has it for an own list. */
export function regimeOfList(name: string): Regime {
  const words = name
    .toLowerCase()
    .replaceAll('.', '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
  const found = WORDS.map(({ regime, words: expected }) => ({ regime, at: words.search(expected) })).filter(
    ({ at }) => at !== -1,
  )
  return found.sort((a, b) => a.at - b.at)[0]?.regime ?? 'us'
}

/** A regime as a row gives it: one of the five words, or the name of the one who makes the law, such as `OFAC`. */
export function readRegime(text: string): Regime | undefined {
  const word = text.toLowerCase()
  return REGIMES.find((regime) => regime === word) ?? WORDS.find(({ words }) => words.exec(word)?.[0] === word)?.regime
}
