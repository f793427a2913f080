import { EVIDENCE } from '../model/thresholds.js'

const VOWELS = 'aeiouy'
// Letters that hands and ears mistake for one another; capitals are the sounds of `sound.ts`.
const ALIKE: readonly string[] = ['bp', 'dt', 'gkhq', 'vfw', 'szcSCZ', 'mn', 'rl', 'ckh', 'jgZ', '0o', '1li']

const OTHER_COST = 1
const VOWEL_COST = 0.45
const ALIKE_COST = 0.65
const SWAP_COST = 0.7
const FIRST_LETTER_COST = 0.35
const SKIPPED_VOWEL_COST = 0.65
const SKIPPED_H_COST = 0.5

const LONGEST = 40
const CODES = 128

function alike(a: string, b: string): boolean {
  return ALIKE.some((group) => group.includes(a) && group.includes(b))
}

function costOf(a: string, b: string): number {
  if (a === b) return 0
  if (VOWELS.includes(a) && VOWELS.includes(b)) return VOWEL_COST
  return alike(a, b) ? ALIKE_COST : OTHER_COST
}

function buildCosts(): { readonly replace: Float64Array; readonly skip: Float64Array } {
  const replace = new Float64Array(CODES * CODES)
  const skip = new Float64Array(CODES)
  for (let a = 0; a < CODES; a++) {
    const letter = String.fromCharCode(a)
    skip[a] = VOWELS.includes(letter) ? SKIPPED_VOWEL_COST : letter === 'h' ? SKIPPED_H_COST : OTHER_COST
    for (let b = 0; b <= a; b++) {
      const cost = costOf(letter, String.fromCharCode(b))
      replace[a * CODES + b] = cost
      replace[b * CODES + a] = cost
    }
  }
  return { replace, skip }
}

const COSTS = buildCosts()
const WIDTH = LONGEST + 1
const table = new Float64Array(WIDTH * WIDTH)
const codesA = new Uint8Array(LONGEST)
const codesB = new Uint8Array(LONGEST)

function readCodes(word: string, into: Uint8Array): void {
  for (let i = 0; i < word.length; i++) into[i] = word.charCodeAt(i) & (CODES - 1)
}

/** Edit cost with swaps of neighbours; vowels and letters that sound alike cost less. Symmetric. Breaks off beyond `most`. */
function editCost(a: string, b: string, most: number): number {
  readCodes(a, codesA)
  readCodes(b, codesB)
  const { replace, skip } = COSTS
  table[0] = 0
  for (let j = 1; j <= b.length; j++) table[j] = Number(table[j - 1]) + Number(skip[Number(codesB[j - 1])])
  for (let i = 1; i <= a.length; i++) {
    const x = Number(codesA[i - 1])
    const skipX = Number(skip[x])
    const row = i * WIDTH
    let least = (table[row] = Number(table[row - WIDTH]) + skipX)
    for (let j = 1; j <= b.length; j++) {
      const y = Number(codesB[j - 1])
      const at = row + j
      let best = Number(table[at - WIDTH - 1]) + Number(replace[x * CODES + y])
      const without = Number(table[at - WIDTH]) + skipX
      if (without < best) best = without
      const other = Number(table[at - 1]) + Number(skip[y])
      if (other < best) best = other
      if (i > 1 && j > 1 && x === codesB[j - 2] && y === codesA[i - 2]) {
        const swapped = Number(table[at - 2 * WIDTH - 2]) + SWAP_COST
        if (swapped < best) best = swapped
      }
      table[at] = best
      if (best < least) least = best
    }
    // A swap may still reach back two rows, at its own cost.
    if (least > most + SWAP_COST) return Infinity
  }
  return Number(table[a.length * WIDTH + b.length])
}

const SHORTEST = 3
const MOST_LENGTH_DIFFERENCE = 0.4
const LEAST_LENGTH_COUNTED = 4

/**
 * How near two spellings are, 0 to 1, falling evenly with the share of the word that differs: there is no number of typos at which
 * it breaks off; what would come under the least similarity that counts is 0. Words of two letters must be equal.
 */
export function spellingSimilarity(a: string, b: string): number {
  if (a === b) return 1
  const longest = Math.max(a.length, b.length)
  const shortest = Math.min(a.length, b.length)
  if (shortest < SHORTEST || longest > LONGEST || longest - shortest > longest * MOST_LENGTH_DIFFERENCE) return 0
  const counted = Math.max(LEAST_LENGTH_COUNTED, longest)
  const most = ((1 - EVIDENCE.leastSimilar) * counted) / EVIDENCE.editFactor
  const cost = editCost(a, b, most) + (a[0] === b[0] ? 0 : FIRST_LETTER_COST)
  return cost > most ? 0 : 1 - (cost / counted) * EVIDENCE.editFactor
}

/** The same without a least similarity and by plain shares of the word: for words whose neighbours all agree. */
export function looseSimilarity(a: string, b: string): number {
  if (a === b) return 1
  const longest = Math.max(a.length, b.length)
  if (longest > LONGEST || Math.min(a.length, b.length) < LOOSE_SHORTEST) return 0
  const cost = editCost(a, b, longest) + (a[0] === b[0] ? 0 : FIRST_LETTER_COST)
  return Math.max(0, 1 - cost / longest)
}

const LOOSE_SHORTEST = 2
