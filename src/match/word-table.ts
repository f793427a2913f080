import type { ComparedWord } from '../model/compared-word.js'
import { classIn, type Agreement, type Reading } from './word-likeness.js'
import { ASIDES } from './explain.js'
import type { NameScore } from './score.js'
import type { PreparedName, Token } from './tokens.js'

const rounded = (share: number): number => Math.round(share * 100) / 100

const text = (words: readonly Token[]): string => words.map((word) => word.origin || word.text).join(' ')

/** Which words agreed, how and with what weight; what spoke against; what was set aside as legal form. */
export function wordTable(
  first: PreparedName,
  second: PreparedName,
  { equal, alignment }: NameScore,
  reading: Reading,
): readonly ComparedWord[] {
  const forms = [...setAside(first, 'first', reading), ...setAside(second, 'second', reading)]
  if (equal) {
    const words = reading === 'person' ? first.personWords : first.words
    return [...words.map((word) => agreeing([word], [word], 'same', classIn(reading, word).weight, 1)), ...forms]
  }
  const { pairs, leftOver, rightOver } = alignment
  const against = leftOver.length > 0 && rightOver.length > 0
  return [
    ...pairs.map(({ left, right, how, weight, similarity }) => agreeing(left, right, how, weight, similarity)),
    ...leftOver.map((word) => alone(word, 'first', against, reading)),
    ...rightOver.map((word) => alone(word, 'second', against, reading)),
    ...forms,
  ]
}

function agreeing(
  left: readonly Token[],
  right: readonly Token[],
  how: Agreement,
  weight: number,
  similarity: number,
): ComparedWord {
  return {
    part: 'agrees',
    first: text(left),
    second: text(right),
    how,
    weight: rounded(weight),
    similarity: rounded(similarity),
  }
}

function alone(word: Token, side: 'first' | 'second', against: boolean, reading: Reading): ComparedWord {
  const { kind, weight } = classIn(reading, word)
  const part = against && kind !== 'particle' ? 'contradicts' : 'omitted'
  return { part, ...onSide(side, text([word])), how: kind, weight: rounded(weight), similarity: 0 }
}

function setAside(name: PreparedName, side: 'first' | 'second', reading: Reading): readonly ComparedWord[] {
  const forms = reading === 'person' ? [] : name.setAside.map((form) => [form, 'legal form'] as const)
  const asides = name.asides.map(({ kind, text: aside }) => [aside, ASIDES[kind]] as const)
  return [...forms, ...asides].map(([words, how]) => ({
    part: 'set-aside',
    ...onSide(side, words),
    how,
    weight: 0,
    similarity: 0,
  }))
}

function onSide(side: 'first' | 'second', words: string): Pick<ComparedWord, 'first' | 'second'> {
  return side === 'first' ? { first: words, second: '' } : { first: '', second: words }
}
