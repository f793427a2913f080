import { EVIDENCE } from '../model/thresholds.js'
import type { Alignment, WordPair } from './align.js'
import { isAll, isOwnPair } from './own-pairs.js'
import type { Token } from './tokens.js'
import type { WordClass, WordKind } from './words.js'

/**
 * What the words that two names of organisations share are worth. One of two or more parts is no match (OFAC FAQ 5, step 3), but one
 * shared word may be the name of a group (BelOMO), so that it counts by how rare and how long it is.
 */
export function organisationFactor(alignment: Alignment): number {
  if (alignment.pairs.some(({ how }) => how === 'acronym')) return 1
  const { leftOver, rightOver } = alignment
  const coreLeft = [...leftOver, ...rightOver].filter(({ asOrganisation: { kind } }) => kind === 'core').length
  const near = alignment.pairs.filter((pair) => isOwnPair(pair, 'organisation') && kindOf(pair) === 'core')
  // Beside a word that only one name has, a second word that is hardly near is another word.
  const core = coreLeft === 0 ? near : near.filter(({ similarity }) => similarity >= EVIDENCE.leastSimilarAmongOthers)
  const others = coreLeft + near.length - core.length
  return (
    shareFactor(core, others, alignment) *
    (tradesDiffer(alignment, core.length > 1 && coreLeft > 0) ? EVIDENCE.otherTrade : 1)
  )
}

/**
 * Beside a word that only one name has, a second word that is hardly near is another word: `Vexrebel Rehapsor Palvexnur` and `Palvexnur
 * Ransor` have one word in common, and others against it.
 */
export function withoutHardlyNear(alignment: Alignment): Alignment {
  const { pairs, leftOver, rightOver } = alignment
  if (![...leftOver, ...rightOver].some(({ asOrganisation: { kind } }) => kind === 'core')) return alignment
  const apart = pairs.filter(
    (pair) =>
      pair.how === 'spelling' &&
      pair.similarity < EVIDENCE.leastSimilarAmongOthers &&
      isOwnPair(pair, 'organisation') &&
      kindOf(pair) === 'core',
  )
  if (apart.length === 0) return alignment
  return {
    pairs: pairs.filter((pair) => !apart.includes(pair)),
    leftOver: [...leftOver, ...apart.flatMap(({ left }) => left)],
    rightOver: [...rightOver, ...apart.flatMap(({ right }) => right)],
  }
}

function shareFactor(core: readonly WordPair[], others: number, alignment: Alignment): number {
  const [only] = core
  if (only === undefined) return saysTogether(alignment) ? 1 : 0
  if (core.length > 1) return 1
  if (others > 0) return sharedWordFactor(only, others)
  return [...alignment.leftOver, ...alignment.rightOver].some(saysWhat) ? nearWordFactor(only) : 1
}

/** `Pioneer Pump` and `Pioneer Logistics`: each says a trade that the other does not. */
function tradesDiffer({ leftOver, rightOver }: Alignment, moreAgrees: boolean): boolean {
  return !moreAgrees && leftOver.some(saysWhat) && rightOver.some(saysWhat)
}

/** Words no one owns that are a name together, with nothing against it: `Homs Refinery`, `Brigade 44`, `China Research Group`. */
function saysTogether(alignment: Alignment): boolean {
  const { pairs, leftOver, rightOver } = alignment
  if (!isAll(alignment, 'organisation') || (leftOver.some(saysAnything) && rightOver.some(saysAnything))) return false
  const said = pairs.filter((pair) => kindOf(pair) !== 'particle')
  return said.length > 1 && said.reduce((sum, { weight }) => sum + weight, 0) >= EVIDENCE.leastTogether
}

/** The commoner kind of a pair's two words; of a word and its parts, that of the word. */
function kindOf({ left, right }: WordPair): WordKind {
  const wholes = [left, right].filter((words) => words.length === 1).flat()
  return wholes.map((word) => word.asOrganisation.kind).find((kind) => kind !== 'core') ?? 'core'
}

function saysWhat({ asOrganisation }: Token): boolean {
  return asOrganisation.kind !== 'particle' && asOrganisation.kind !== 'mark' && !saysStructure(asOrganisation)
}

function saysAnything({ asOrganisation: { kind } }: Token): boolean {
  return kind !== 'particle' && kind !== 'mark'
}

const STRUCTURE: ReadonlySet<string> = new Set(
  'holding grp concern corp co org assoc association enterprise intl'.split(' '),
)

/** Whether a word says how a group is built and not what it does. */
export function saysStructure({ group }: WordClass): boolean {
  return STRUCTURE.has(group)
}

/** The one word is all of its own that either name has, beside trades: a short one is enough if it is the same, a near one must be long. */
function nearWordFactor({ left, right, similarity, how }: WordPair): number {
  if (similarity === 1) return 1
  const length = Math.min(lettersOf(left), lettersOf(right))
  // Another script spells no word exactly: there a likeness of less than 1 is no slip.
  const floor = how === 'script' ? EVIDENCE.nearScriptFloor : EVIDENCE.nearWordFloor
  return Math.min(1, floor + EVIDENCE.nearWordPerLetter * length)
}

function lettersOf(words: readonly Token[]): number {
  return words.reduce((sum, word) => sum + word.text.length, 0)
}

const LONG_WORD = 6

function sharedWordFactor({ left, right, weight, similarity }: WordPair, others: number): number {
  const length = Math.min(1, lettersOf(left) / LONG_WORD, lettersOf(right) / LONG_WORD)
  const floor = EVIDENCE.soleWordFloor
  return floor + (1 - floor) * (weight * length * similarity) ** (1 + others / 2)
}
