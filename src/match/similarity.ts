import { EVIDENCE } from '../model/thresholds.js'

const VOWELS = new Set('aeiouy')
// Letters that hands and ears mistake for one another.
const ALIKE: readonly string[] = ['bp', 'dt', 'gkhq', 'vfw', 'szcSCZ', 'mn', 'rl', 'ckh', 'jgZ', '0o', '1li']

const VOWEL_COST = 0.45
const ALIKE_COST = 0.65
const SWAP_COST = 0.7
const FIRST_LETTER_COST = 0.35
const MAX_COMPARED = 40

function alike(a: string, b: string): boolean {
  return ALIKE.some((group) => group.includes(a) && group.includes(b))
}

const costs = new Map<number, number>()
function replaceCost(a: string, b: string): number {
  if (a === b) return 0
  const key = a.charCodeAt(0) * 128 + b.charCodeAt(0)
  const known = costs.get(key)
  if (known !== undefined) return known
  const cost = VOWELS.has(a) && VOWELS.has(b) ? VOWEL_COST : alike(a, b) ? ALIKE_COST : 1
  costs.set(key, cost)
  return cost
}

const skipCost = (letter: string): number => (VOWELS.has(letter) ? 0.65 : letter === 'h' ? 0.5 : 1)

const rows = [
  new Float64Array(MAX_COMPARED + 1),
  new Float64Array(MAX_COMPARED + 1),
  new Float64Array(MAX_COMPARED + 1),
]

/** Edit cost with swaps of neighbours; vowels and letters that sound alike cost less. Symmetric. */
function editCost(a: string, b: string): number {
  let [before, last, row] = rows as [Float64Array, Float64Array, Float64Array]
  last[0] = 0
  for (let j = 1; j <= b.length; j++) last[j] = (last[j - 1] ?? 0) + skipCost(b[j - 1] ?? '')
  for (let i = 1; i <= a.length; i++) {
    const x = a[i - 1] ?? ''
    row[0] = (last[0] ?? 0) + skipCost(x)
    for (let j = 1; j <= b.length; j++) {
      const y = b[j - 1] ?? ''
      let best = (last[j - 1] ?? 0) + replaceCost(x, y)
      best = Math.min(best, (last[j] ?? 0) + skipCost(x), (row[j - 1] ?? 0) + skipCost(y))
      if (i > 1 && j > 1 && x === b[j - 2] && y === a[i - 2]) best = Math.min(best, (before[j - 2] ?? 0) + SWAP_COST)
      row[j] = best
    }
    ;[before, last, row] = [last, row, before]
  }
  return last[b.length] ?? 0
}

/**
 * How near two spellings are, 0 to 1, falling evenly with the share of the word that differs: there is no number of typos at which
 * it breaks off. Words of three letters or fewer must be equal: one edit makes a different one of them.
 */
export function spellingSimilarity(a: string, b: string): number {
  if (a === b) return 1
  const longest = Math.max(a.length, b.length)
  const shortest = Math.min(a.length, b.length)
  if (shortest < 3 || longest > MAX_COMPARED || longest - shortest > longest * 0.4) return 0
  const cost = editCost(a, b) + (a[0] === b[0] ? 0 : FIRST_LETTER_COST)
  return Math.max(0, 1 - (cost / Math.max(4, longest)) * EVIDENCE.editFactor)
}
