import { parseDay, parsePartialDate } from '../model/date.js'
import { OWNERSHIP_REGIMES, type OwnershipRegime } from '../model/entry.js'
import type { ProblemSink } from '../model/problem.js'
import { encodingNamed, unknownEncoding } from '../sources/encoding/text-form.js'
import { unknownWord, usage } from './usage.js'

/** Reads what was given to an option; tells the sink what was wrong with it. */
export type ValueReader<T> = (option: string, text: string, problems: ProblemSink) => T | undefined

const got = (text: string) => `got ${JSON.stringify(text)}`

/** A whole number from 1 in plain digits. */
export const readCount: ValueReader<number> = (option, text, problems) => {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : 0
  if (value >= 1) return value
  problems(usage(`${option}: expected a whole number from 1, ${got(text)}`))
  return undefined
}

/** The id or name of a party. */
export const readParty: ValueReader<string> = (option, text, problems) => {
  if (text.trim() !== '') return text.trim()
  problems(usage(`${option}: expected the id or name of a party, ${got(text)}`))
  return undefined
}

/** 0 to 1, with a point. */
export const readScore: ValueReader<number> = (option, text, problems) => {
  const value = /^(\d+(\.\d*)?|\.\d+)$/.test(text) ? Number(text) : Number.NaN
  if (value >= 0 && value <= 1) return value
  problems(usage(`${option}: expected a number from 0 to 1, ${got(text)}`))
  return undefined
}

/** 0 to 100 as exact decimal text; a percent sign may follow. */
export const readPercent: ValueReader<string> = (option, text, problems) => {
  const plain = text.endsWith('%') ? text.slice(0, -1) : text
  if (/^\d{1,3}(\.\d+)?$/.test(plain) && Number(plain) <= 100) return plain
  problems(usage(`${option}: expected a percentage from 0 to 100, ${got(text)}`))
  return undefined
}

/** A day that exists. */
export const readDay: ValueReader<string> = (option, text, problems) => {
  if (parseDay(text) !== undefined) return text
  const hint = /^\d{4}-\d{2}-\d{2}$/.test(text) ? 'the calendar has no such day' : 'write the day as 2024-07-24'
  problems(usage(`${option}: expected a day as YYYY-MM-DD, ${got(text)}`, hint))
  return undefined
}

/** A number of days, 0 being today alone. */
export const readDays: ValueReader<number> = (option, text, problems) => {
  if (/^\d{1,6}$/.test(text)) return Number(text)
  problems(usage(`${option}: expected a whole number of days, ${got(text)}`))
  return undefined
}

/** Names with commas between. */
export const readNames: ValueReader<readonly string[]> = (option, text, problems) => {
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  if (names.length > 0) return names
  problems(usage(`${option}: expected names with commas between, ${got(text)}`))
  return undefined
}

/** A day, a month or a year that exists. */
export const readPartialDay: ValueReader<string> = (option, text, problems) => {
  if (parsePartialDate(text) !== undefined) return text
  const hint = /^\d{4}-\d{2}(-\d{2})?$/.test(text) ? 'the calendar has no such day' : 'write the day as 2024-07-24'
  problems(usage(`${option}: expected a date as YYYY-MM-DD, YYYY-MM or YYYY, ${got(text)}`, hint))
  return undefined
}

/** An encoding by any of its names, as it was typed. */
export const readEncoding: ValueReader<string> = (option, text, problems) => {
  if (encodingNamed(text) !== undefined) return text
  const { message, hint } = unknownEncoding(text)
  problems(usage(`${option}: ${message}`, hint))
  return undefined
}

/** One of the words that the option knows. */
export function readWord<T extends string>(words: readonly T[]): ValueReader<T> {
  return (option, text, problems) => {
    const found = words.find((word) => word === text)
    if (found === undefined) problems(unknownWord(`${option} value`, text, words))
    return found
  }
}

/** Several of the words that the option knows, with commas between; in the order in which the words are known. */
export function readWords<T extends string>(words: readonly T[]): ValueReader<readonly T[]> {
  const one = readWord(words)
  return (option, text, problems) => {
    const parts = text.split(',').map((part) => part.trim())
    const read = parts.map((part) => one(option, part, problems))
    if (read.includes(undefined)) return undefined
    return words.filter((word) => read.includes(word))
  }
}

/** Regimes with commas between, or `none` by itself. */
export const readOwnership: ValueReader<readonly OwnershipRegime[]> = (option, text, problems) => {
  if (text.trim() === 'none') return []
  const words = readWords([...OWNERSHIP_REGIMES, 'none'])(option, text, problems)
  if (words?.includes('none') === true) problems(usage(`${option}: "none" stands by itself, ${got(text)}`))
  return words?.filter((word) => word !== 'none')
}
