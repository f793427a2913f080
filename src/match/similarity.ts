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
const BITS = 32

interface Costs {
  readonly replace: Float64Array
  readonly skip: Float64Array
  /** What a letter, as one of 32 bits, costs at least that only one of two words has: it is left out, or stands for another one. */
  readonly least: Float64Array
}

function buildCosts(): Costs {
  const replace = new Float64Array(CODES * CODES).fill(OTHER_COST)
  const skip = new Float64Array(CODES).fill(OTHER_COST)
  const least = new Float64Array(BITS).fill(OTHER_COST)
  const lower = (code: number, cost: number): void => {
    least[code % BITS] = Math.min(least[code % BITS] ?? cost, cost)
  }
  const skipped = (letter: string, cost: number): void => {
    skip[letter.charCodeAt(0)] = cost
    lower(letter.charCodeAt(0), cost)
  }
  const mistaken = (letters: string, cost: number): void => {
    for (const a of codesOf(letters)) {
      for (const b of codesOf(letters)) {
        replace[a * CODES + b] = cost
        if (a % BITS !== b % BITS) lower(a, cost)
      }
    }
  }
  for (const vowel of VOWELS) skipped(vowel, SKIPPED_VOWEL_COST)
  skipped('h', SKIPPED_H_COST)
  for (const letters of ALIKE) mistaken(letters, ALIKE_COST)
  mistaken(VOWELS, VOWEL_COST)
  for (let code = 0; code < CODES; code++) replace[code * CODES + code] = 0
  return { replace, skip, least }
}

function codesOf(letters: string): readonly number[] {
  return Array.from(letters, (letter) => letter.charCodeAt(0))
}

let built: Costs | undefined
/** Made when two words are first compared: a start without a near name needs none. */
function costs(): Costs {
  return (built ??= buildCosts())
}

const WIDTH = LONGEST + 2
const table = new Float64Array(WIDTH * WIDTH)
const codesA = new Uint8Array(LONGEST)
const codesB = new Uint8Array(LONGEST)

function readCodes(word: string, into: Uint8Array): void {
  for (let i = 0; i < word.length; i++) into[i] = word.charCodeAt(i) & (CODES - 1)
}

/** The cheapest letter to leave out. */
const LEAST_SKIP = Math.min(OTHER_COST, SKIPPED_VOWEL_COST, SKIPPED_H_COST)

/**
 * Edit cost with swaps of neighbours; vowels and letters that sound alike cost less. Symmetric. Beyond `most` it is any number beyond that: no way
 * that leaves out so many letters is followed.
 */
function editCost(a: string, b: string, most: number): number {
  const band = Math.floor(most / LEAST_SKIP)
  if (Math.abs(a.length - b.length) > band) return Infinity
  readCodes(a, codesA)
  readCodes(b, codesB)
  const { replace, skip } = costs()
  table[0] = 0
  const first = Math.min(b.length, band)
  for (let j = 1; j <= first; j++) table[j] = Number(table[j - 1]) + Number(skip[Number(codesB[j - 1])])
  table[first + 1] = Infinity
  let before = 0
  for (let i = 1; i <= a.length; i++) {
    const x = Number(codesA[i - 1])
    const skipX = Number(skip[x])
    const row = i * WIDTH
    const from = i > band ? i - band : 1
    const to = Math.min(b.length, i + band)
    let least = (table[row + from - 1] = from === 1 ? Number(table[row - WIDTH]) + skipX : Infinity)
    for (let j = from; j <= to; j++) {
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
    table[row + to + 1] = Infinity
    // A swap may still reach over this row, at its own cost.
    if (least > most && before + SWAP_COST > most) return Infinity
    before = least
  }
  return Number(table[a.length * WIDTH + b.length])
}

const SHORTEST = 3
const MOST_LENGTH_DIFFERENCE = 0.4
const LEAST_LENGTH_COUNTED = 4

/** One bit for each letter of a word. */
export function lettersOf(word: string): number {
  let bits = 0
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) % BITS)
  return bits
}

const ROUNDING = 1e-9

/** Whether `spellingSimilarity` of two words may be more than 0, by the letters that only one of them has. */
export function mayBeNear(a: string, b: string, lettersOfA: number, lettersOfB: number): boolean {
  return mayCost(lettersOfA, lettersOfB, mostCost(Math.max(a.length, b.length)) - firstCost(a, b))
}

/** The same of `looseSimilarity`. */
export function mayBeLooselyNear(
  a: string,
  b: string,
  lettersOfA: number,
  lettersOfB: number,
  leastSimilar: number,
): boolean {
  return mayCost(lettersOfA, lettersOfB, (1 - leastSimilar) * Math.max(a.length, b.length) - firstCost(a, b))
}

function mayCost(lettersOfA: number, lettersOfB: number, cost: number): boolean {
  const most = cost + ROUNDING
  return leastCost(lettersOfA & ~lettersOfB) <= most && leastCost(lettersOfB & ~lettersOfA) <= most
}

function firstCost(a: string, b: string): number {
  return a.charCodeAt(0) === b.charCodeAt(0) ? 0 : FIRST_LETTER_COST
}

function leastCost(letters: number): number {
  const { least } = costs()
  let cost = 0
  for (let rest = letters; rest !== 0; rest &= rest - 1) cost += Number(least[31 - Math.clz32(rest & -rest)])
  return cost
}

function mostCost(longest: number): number {
  return ((1 - EVIDENCE.leastSimilar) * Math.max(LEAST_LENGTH_COUNTED, longest)) / EVIDENCE.editFactor
}

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
  const most = mostCost(longest)
  const first = firstCost(a, b)
  const cost = editCost(a, b, most - first + ROUNDING) + first
  return cost > most ? 0 : 1 - (cost / counted) * EVIDENCE.editFactor
}

/** The same by plain shares of the word, for words whose neighbours all agree; 0 where it is under `least`. */
export function looseSimilarity(a: string, b: string, least: number): number {
  if (a === b) return 1
  const longest = Math.max(a.length, b.length)
  if (longest > LONGEST || Math.min(a.length, b.length) < LOOSE_SHORTEST) return 0
  const first = firstCost(a, b)
  const cost = editCost(a, b, (1 - least) * longest - first + ROUNDING) + first
  const similarity = 1 - cost / longest
  return similarity < least ? 0 : similarity
}

const LOOSE_SHORTEST = 2
