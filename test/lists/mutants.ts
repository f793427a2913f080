import { Readable } from 'node:stream'
import { loadLists } from '../../src/lists/load.js'
import type { Problem } from '../../src/model/problem.js'
import { rawRows } from './raw-table.js'

/** A small generator of numbers by seed (mulberry32), so that a mutant can be made again. */
export function randomBySeed(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000) * below)
  }
}

export interface Mutant {
  readonly what: string
  readonly bytes: Buffer
}

type Mutation = (bytes: Buffer, random: (below: number) => number) => Mutant

function without(bytes: Buffer, from: number, to: number, what: string): Mutant {
  return { what: `${what} ${from} to ${to}`, bytes: Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]) }
}

const LF = 0x0a

const MUTATIONS: readonly Mutation[] = [
  (bytes, random) => {
    const at = random(bytes.length)
    return without(bytes, at, at + 1, 'without the byte')
  },
  (bytes, random) => {
    const at = random(bytes.length)
    const changed = Buffer.from(bytes)
    changed[at] = 32 + random(95)
    return { what: `another byte at ${at}`, bytes: changed }
  },
  (bytes, random) => {
    const from = bytes.lastIndexOf(LF, random(bytes.length)) + 1
    const end = bytes.indexOf(LF, from)
    return without(bytes, from, end === -1 ? bytes.length : end + 1, 'without the line')
  },
  (bytes, random) => ({ ...without(bytes, 1 + random(bytes.length - 1), bytes.length, 'cut off') }),
  // An element with what is in it, or without its tags' names a line twice.
  (bytes, random) => {
    const text = bytes.toString('latin1')
    const from = text.indexOf('<', random(text.length))
    const name = /^<([A-Za-z]\w*)/.exec(text.slice(from, from + 80))?.[1]
    const close = name === undefined ? -1 : text.indexOf(`</${name}>`, from)
    if (name !== undefined && close !== -1) return without(bytes, from, close + name.length + 3, 'without the element')
    const start = bytes.lastIndexOf(LF, random(bytes.length)) + 1
    const end = bytes.indexOf(LF, start)
    const line = bytes.subarray(start, end === -1 ? bytes.length : end + 1)
    return {
      what: `twice the line at ${start}`,
      bytes: Buffer.concat([bytes.subarray(0, start), line, bytes.subarray(start)]),
    }
  },
]

export function mutant(bytes: Buffer, seed: number): Mutant {
  const random = randomBySeed(seed)
  const mutation = MUTATIONS[random(MUTATIONS.length)] ?? MUTATIONS[0]
  return mutation === undefined ? { what: 'nothing', bytes } : mutation(bytes, random)
}

export interface ReadMutant {
  readonly entries: number
  readonly problems: readonly Problem[]
}

export async function readMutant(bytes: Buffer): Promise<ReadMutant> {
  const problems: Problem[] = []
  const open = (): Promise<Readable> => Promise.resolve(Readable.from([bytes], { objectMode: false }))
  const lists = await loadLists([{ path: 'mutant', source: { path: 'mutant', open } }], (problem) =>
    problems.push(problem),
  )
  return { entries: lists.reduce((sum, list) => sum + list.entries.length, 0), problems }
}

/** How many entries a text has that nobody repairs: counted by patterns, not by the reader. */
export type RawCount = (text: string) => number

export const tags =
  (...names: readonly string[]): RawCount =>
  (text) =>
    names.reduce((sum, name) => sum + text.split(new RegExp(`<${name}[\\s>]`)).length - 1, 0)

/** Distinct values of a column, of rows that are as wide as the header. */
export const keys =
  (keyOf: (row: ReadonlyMap<string, string>) => string, titles = 0, delimiter = ','): RawCount =>
  (text) => {
    const [header = [], ...rows] = rawRows(text, delimiter).slice(titles)
    const named = rows
      .filter((row) => row.length === header.length)
      .map((row) => new Map(row.map((cell, at) => [header[at]?.trim() ?? '', cell.trim()])))
    return new Set(named.map(keyOf)).size
  }

/**
 * Why a mutant was read wrongly: it gave fewer entries than are in its text, or than the whole file had, and nothing was said. `undefined` where
 * all is well.
 */
export function silence(whole: ReadMutant, read: ReadMutant, text: string, count: RawCount): string | undefined {
  const said = read.problems.some((problem) => problem.severity === 'error')
  if (said) return undefined
  const codesOf = (problems: readonly Problem[]): string =>
    problems.map(({ code, message }) => `${code} ${message}`).join('\n')
  if (codesOf(read.problems) !== codesOf(whole.problems) && read.problems.length > 0) return undefined
  const there = count(text)
  return read.entries < there ? `${read.entries} entries of ${there}, and nothing was said` : undefined
}
