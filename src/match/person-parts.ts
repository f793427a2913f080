import { EVIDENCE } from '../model/thresholds.js'
import type { Alignment, WordPair } from './align.js'
import { isAll, isOwnPair } from './own-pairs.js'
import type { Token } from './tokens.js'

const LEAST_SYLLABLES = 3

/** What the parts that two names of persons share are worth: one of two or more parts is no match (OFAC FAQ 5, step 3). */
export function personFactor(alignment: Alignment, left: readonly Token[], right: readonly Token[]): number {
  const all = isAll(alignment, 'person')
  const own = alignment.pairs.filter(
    (pair) => isOwnPair(pair, 'person') && !isServant(pair) && (all || isSure(pair)),
  ).length
  // Of Chinese and Korean names each syllable is a word here, and two of them are in thousands of names.
  if (own < LEAST_SYLLABLES && alignment.pairs.some(isSyllable) && !all) return 0
  if (own < 2) return own === 1 && all ? beside(alignment) : 0
  const { leftOver, rightOver } = alignment
  const contradicts = differ(leftOver, rightOver) || differ(rightOver, leftOver)
  const order = turnsFatherAndSon(left, right) ? EVIDENCE.fatherForSon : 1
  return order * (contradicts ? EVIDENCE.personContradiction : 1)
}

/** Letters without vowels fit many names a little: beside a name that only one side has, that is not enough. */
function isSure({ left, right, how, similarity }: WordPair): boolean {
  if (how !== 'script' || similarity >= EVIDENCE.leastScriptAmongOthers) return true
  return ![...left, ...right].some(({ origin }) => NO_VOWELS.test(origin))
}

const NO_VOWELS = /[\p{sc=Arabic}\p{sc=Hebrew}]/u

function isSyllable({ left, right }: WordPair): boolean {
  return [...left, ...right].some(({ origin }) => origin.length === 1)
}

/** `Abdul` is the first half of a hundred names: alone it is no part of one. */
function isServant({ left }: WordPair): boolean {
  return left.length === 1 && /^abd[aeou]?[lrsnzdt]?$/.test(left[0]?.text ?? '')
}

/** A name against another name, or against the initial of another one: `Hans O` is not `Hans Joachim`. */
function differ(one: readonly Token[], other: readonly Token[]): boolean {
  return (
    one.some(({ asPerson: { kind } }) => kind === 'core') &&
    other.some(({ asPerson: { kind } }) => kind === 'core' || kind === 'mark')
  )
}

/** One name and an initial are as little evidence as the name is common. */
function beside({ pairs }: Alignment): number {
  if (!pairs.some(({ how }) => how === 'initial')) return 1
  return Math.max(...pairs.filter(({ how }) => how !== 'initial').map(({ weight }) => weight))
}

const SON_OF: ReadonlySet<string> = new Set('bin ben ibn bint binti ogly oghli oglu qizi kyzy uulu'.split(' '))

/** `Salman bin Muhammad` is the son of `Muhammad bin Salman`, not he. */
function turnsFatherAndSon(left: readonly Token[], right: readonly Token[]): boolean {
  const others = descents(right)
  return descents(left).some(([a, b]) => a !== b && others.some(([c, d]) => a === d && b === c))
}

/** The sounds of the names before and after each word for `son of`. */
function descents(words: readonly Token[]): readonly (readonly [string, string])[] {
  return words.flatMap(({ text }, i): (readonly [string, string])[] => {
    if (!SON_OF.has(text)) return []
    const [before, after] = [words[i - 1], words[i + 1]]
    return before === undefined || after === undefined ? [] : [[before.sound, after.sound]]
  })
}
