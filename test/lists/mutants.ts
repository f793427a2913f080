import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { loadLists } from '../../src/lists/load.js'
import type { ListEntry } from '../../src/model/entry.js'
import type { Problem } from '../../src/model/problem.js'
import { fileSource } from '../../src/sources/file.js'
import type { Source } from '../../src/sources/source.js'
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

/** The other files of a list that lie beside a mutated one. */
export interface Beside {
  /** The file that is given as the list. */
  readonly main: string
  /** The file that is mutated. */
  readonly mutated: string
  readonly files: Readonly<Record<string, string>>
}

export interface ReadMutant {
  readonly entries: readonly ListEntry[]
  readonly problems: readonly Problem[]
}

export async function readMutant(bytes: Buffer, beside?: Beside): Promise<ReadMutant> {
  if (beside === undefined) {
    const open = (): Promise<Readable> => Promise.resolve(Readable.from([bytes], { objectMode: false }))
    return readList({ path: 'mutant', open })
  }
  const folder = mkdtempSync(join(tmpdir(), 'hopscreen-mutant-'))
  try {
    for (const [name, text] of Object.entries(beside.files)) writeFileSync(join(folder, name), text)
    writeFileSync(join(folder, beside.mutated), bytes)
    return await readList(fileSource(join(folder, beside.main)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function readList(source: Source): Promise<ReadMutant> {
  const problems: Problem[] = []
  const lists = await loadLists([{ path: source.path, source }], (problem) => problems.push(problem))
  return { entries: lists.flatMap((list) => list.entries), problems }
}

/** What is counted of a list that was read, such as its entries. */
export type ReadCount = (entries: readonly ListEntry[]) => number
/** How much of that a text has that nobody repairs: counted by patterns, not by the reader. */
export type RawCount = (text: string) => number

export const ENTRIES: ReadCount = (entries) => entries.length
/** An entity that several lists name is an entry for each. */
export const IDS: ReadCount = (entries) => new Set(entries.map(({ entryId }) => entryId)).size
export const NAMES: ReadCount = (entries) => entries.reduce((sum, { names }) => sum + names.length, 0)
export const ADDRESSES: ReadCount = (entries) => entries.reduce((sum, { addresses }) => sum + addresses.length, 0)

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

/** How a mutant is judged. */
export interface Judge {
  readonly whole: ReadMutant
  readonly read: ReadCount
  readonly raw: RawCount
  /** What the list has beside what `raw` counts of the mutated file, such as the primary names beside the aliases. */
  readonly more: number
}

export function judgeOf(whole: ReadMutant, text: string, read: ReadCount, raw: RawCount): Judge {
  return { whole, read, raw, more: Math.max(0, read(whole.entries) - raw(text)) }
}

/** Why a mutant was read wrongly: it gave less than is in its text, and nothing was said. `undefined` where all is well. */
export function silence(
  { whole, read: counted, raw, more }: Judge,
  read: ReadMutant,
  text: string,
): string | undefined {
  const said = read.problems.some((problem) => problem.severity === 'error')
  if (said) return undefined
  const codesOf = (problems: readonly Problem[]): string =>
    problems.map(({ code, message }) => `${code} ${message}`).join('\n')
  if (codesOf(read.problems) !== codesOf(whole.problems) && read.problems.length > 0) return undefined
  const [got, there] = [counted(read.entries), raw(text) + more]
  return got < there ? `${got} of ${there}, and nothing was said` : undefined
}
