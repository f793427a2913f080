import type { ListEntry } from '../../src/model/entry.js'
import type { PartyType } from '../../src/model/record.js'
import { inBothOrders } from '../../src/match/person-name.js'
import { createRandom } from '../random.js'

/** A name to be searched, and how it was made of a listed one. */
export interface QueryName {
  readonly name: string
  readonly type: PartyType
  readonly made: string
}

type Random = () => number

const pick = <T>(random: Random, from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)]
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

function slip(random: Random, word: string): string {
  const at = 1 + Math.floor(random() * (word.length - 1))
  const letter = pick(random, [...LETTERS]) ?? ''
  const [before, after] = [word.slice(0, at), word.slice(at)]
  const changed = [
    before + after.slice(1),
    before + letter + after,
    before + letter + after.slice(1),
    before + after.slice(1, 2) + after.slice(0, 1) + after.slice(2),
  ]
  return pick(random, changed) ?? word
}

function inWord(change: (random: Random, word: string) => string) {
  return (random: Random, words: readonly string[]): string => {
    const long = words.flatMap((word, i) => (word.length > 3 ? [i] : []))
    const at = pick(random, long)
    return words.map((word, i) => (i === at ? change(random, word) : word)).join(' ')
  }
}

// What conventions of romanisation write for one another.
const TURNS: readonly (readonly [string, string])[] = [
  ['kh', 'h'],
  ['iy', 'y'],
  ['yu', 'iu'],
  ['ya', 'ia'],
  ['ei', 'ey'],
  ['ks', 'x'],
  ['sh', 'ch'],
  ['ou', 'u'],
  ['q', 'k'],
  ['w', 'v'],
  ['ee', 'i'],
  ['oo', 'u'],
  ['dh', 'd'],
  ['ts', 'c'],
  ['z', 's'],
  ['e', 'i'],
  ['o', 'u'],
  ['a', 'e'],
]

function respell(random: Random, word: string): string {
  const lower = word.toLowerCase()
  const fitting = TURNS.flatMap(([one, other]) => [
    ...(lower.includes(one) ? [lower.replace(one, other)] : []),
    ...(lower.includes(other) ? [lower.replace(other, one)] : []),
  ])
  return pick(random, fitting) ?? word
}

const MADE: Readonly<Record<string, (random: Random, words: readonly string[]) => string>> = {
  'a slip': inWord(slip),
  'two slips': (random, words) => inWord(slip)(random, inWord(slip)(random, words).split(' ')),
  'another spelling': inWord(respell),
  'two other spellings': (random, words) => inWord(respell)(random, inWord(respell)(random, words).split(' ')),
  'a word left out': (random, words) => {
    const without = Math.floor(random() * words.length)
    return words.filter((_, i) => words.length < 3 || i !== without).join(' ')
  },
  'another order': (random, words) => {
    const from = Math.floor(random() * words.length)
    return [...words.slice(from), ...words.slice(0, from)].join(' ')
  },
  'an initial': (random, words) => {
    const at = Math.floor(random() * words.length)
    return words.map((word, i) => (words.length > 2 && i === at ? word.slice(0, 1) : word)).join(' ')
  },
  'two words joined': (random, words) => {
    const at = Math.floor(random() * (words.length - 1))
    return words.flatMap((word, i) => (i === at ? [word + (words[i + 1] ?? '')] : i === at + 1 ? [] : [word])).join(' ')
  },
  'a word parted': inWord((random, word) => {
    const at = 2 + Math.floor(random() * (word.length - 3))
    return `${word.slice(0, at)} ${word.slice(at)}`
  }),
}

/** Names as others may write those of the entries: each kind of change `of each` times, the same on any machine. */
export function changedNames(entries: readonly ListEntry[], ofEach: number): readonly QueryName[] {
  const random = createRandom(20_231_228)
  return Object.entries(MADE).flatMap(([made, change]) =>
    Array.from({ length: ofEach }, (): QueryName => {
      const entry = pick(random, entries)
      const text = pick(random, entry?.names ?? [])?.text ?? ''
      const words = (inBothOrders(text).at(-1) ?? text).split(/\s+/)
      return { name: change(random, words), type: entry?.type ?? 'unknown', made }
    }),
  )
}
