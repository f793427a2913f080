import type { Alignment } from './align.js'
import type { PreparedName, Token } from './tokens.js'
import type { WordKind } from './words.js'

/** An alignment without the left-over words that a name of its kind carries and that say nothing against the other name. */
export function withoutUsualWords(alignment: Alignment, left: PreparedName, right: PreparedName): Alignment {
  if (isChinese(left) || isChinese(right)) return withoutRegistryWords(alignment, left, right)
  return alignment.pairs.some(({ how }) => how === 'acronym') ? withoutPlaceOfAcronym(alignment) : alignment
}

/** Initials stand for so many names that they are told apart by their country: `PLA China`. */
function withoutPlaceOfAcronym({ pairs, leftOver, rightOver }: Alignment): Alignment {
  const isPlace = ({ asOrganisation: { kind } }: Token): boolean => kind === 'place'
  if (leftOver.some(isPlace) && rightOver.some(isPlace)) return { pairs, leftOver, rightOver }
  const rest = (words: readonly Token[]): readonly Token[] => words.filter((word) => !isPlace(word))
  return { pairs, leftOver: rest(leftOver), rightOver: rest(rightOver) }
}

const isChinese = ({ script }: PreparedName): boolean => script === 'Han'

/**
 * The registered name of a Chinese company must begin with its city and say its trade, in this order; the name that it uses abroad
 * leaves the city out and picks the trade's word freely.
 */
function withoutRegistryWords(alignment: Alignment, left: PreparedName, right: PreparedName): Alignment {
  const leftOver = withoutCity(alignment.leftOver, alignment.rightOver, left)
  const rightOver = withoutCity(alignment.rightOver, alignment.leftOver, right)
  const tradesOnly = [leftOver, rightOver].every((words) =>
    words.every(({ asOrganisation: { kind } }) => NO_NAME.has(kind)),
  )
  return tradesOnly ? { ...alignment, leftOver: [], rightOver: [] } : { ...alignment, leftOver, rightOver }
}

const NO_NAME: ReadonlySet<WordKind> = new Set(['generic', 'particle'])

function withoutCity(words: readonly Token[], others: readonly Token[], name: PreparedName): readonly Token[] {
  if (!isChinese(name) || others.some(({ asOrganisation: { kind } }) => kind === 'place')) return words
  return words.filter(({ asOrganisation: { city } }) => !city)
}
