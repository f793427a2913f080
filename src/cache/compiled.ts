import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ListRequest } from '../lists/load.js'
import type { ListDemands } from '../lists/in-force.js'
import { parseDay } from '../model/date.js'
import type { NameSettings } from '../model/name-settings.js'
import type { Problem } from '../model/problem.js'
import type { Input } from '../model/report.js'
import { BUILD_DIGEST } from '../model/build-digest.js'
import { VERSION } from '../model/version.js'

/** What lists are asked for: all that what is worked out of them hangs on. */
export interface CompiledFor {
  readonly requests: readonly ListRequest[]
  /** `YYYY-MM-DD`. */
  readonly asOf: string
  readonly asOfGiven: boolean
  readonly demands: ListDemands
  /** What the user says of names: words are weighed by it. */
  readonly names: NameSettings | undefined
}

/** The days, from the first up to the one before `until`, on which the same entries count and the same is said. */
export interface Span {
  readonly from: number
  readonly until: number
}

/** What was worked out of lists, and what reading them said. */
export interface Compiled {
  readonly holds: Span
  readonly inputs: readonly Input[]
  readonly problems: readonly Problem[]
  /** As the matcher wrote it. */
  readonly bytes: Uint8Array
}

/** Of lists and days that were asked for; another one takes the place of the one that was used least lately. */
const MOST_KEPT = 4
const HASH_BYTES = 32
const WIDTH = 8
const padded = (length: number): number => Math.ceil(length / WIDTH) * WIDTH

/**
 * Reads what was worked out of exactly these lists by exactly this version of the tool. `undefined` where there is none, where a byte of it is not
 * as it was written, where it is of other days, or where a file of the lists was touched since: then the lists are read.
 */
export async function readCompiled(cache: string, wanted: CompiledFor): Promise<Compiled | undefined> {
  const key = await keyOf(wanted)
  if (key === undefined) return undefined
  const file = bytesOf(join(folderOf(cache), `${key}.bin`))
  if (file === undefined || file.length < HASH_BYTES + WIDTH) return undefined
  if (!createHash('sha256').update(file.subarray(HASH_BYTES)).digest().equals(file.subarray(0, HASH_BYTES)))
    return undefined
  const length = file.readUInt32LE(HASH_BYTES)
  const start = HASH_BYTES + WIDTH
  // Written by `writeCompiled` alone, as the hash shows.
  const said: Omit<Compiled, 'bytes'> = JSON.parse(file.toString('utf8', start, start + length))
  const day = parseDay(wanted.asOf) ?? 0
  if (day < said.holds.from || day >= said.holds.until) return undefined
  return { ...said, bytes: file.subarray(start + padded(length)) }
}

/** At once: there is nothing else to do meanwhile, and of 50 MB the pieces of the other call take a fifth more. */
function bytesOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}

/** Keeps what was worked out. It only saves time, so that a disk that is full or read only is no trouble. */
export async function writeCompiled(cache: string, wanted: CompiledFor, { bytes, ...said }: Compiled): Promise<void> {
  const key = await keyOf(wanted)
  if (key === undefined) return
  const head = Buffer.from(JSON.stringify(said))
  const body = Buffer.alloc(WIDTH + padded(head.length) + bytes.length)
  body.writeUInt32LE(head.length, 0)
  head.copy(body, WIDTH)
  body.set(bytes, WIDTH + padded(head.length))
  const hash = createHash('sha256').update(body).digest()
  const folder = folderOf(cache)
  const beside = join(folder, `${randomUUID()}.new`)
  try {
    await mkdir(folder, { recursive: true })
    await clear(folder)
    await writeFile(beside, Buffer.concat([hash, body]), { flag: 'wx' })
    await rename(beside, join(folder, `${key}.bin`))
  } catch {
    await rm(beside, { force: true }).catch(() => undefined)
  }
}

const folderOf = (cache: string): string => join(cache, 'compiled')

/**
 * Everything that the result hangs on, as one hash: the tool and its code, the lists by how they are read, by their hashes and by size and time of their files, so that one that
 * somebody changed is read and found out, which entries count, and what the user says of names. On which days it holds stands in it. `undefined` where a file has no hash to be known by.
 */
async function keyOf({ requests, asOfGiven, demands, names }: CompiledFor): Promise<string | undefined> {
  const lists: unknown[] = []
  for (const { path, day, hashes, source } of requests) {
    if (hashes === undefined || source.location === undefined) return undefined
    const files = await filesBeside(source.location)
    if (files === undefined) return undefined
    lists.push([path, day, source.said, [...hashes], files])
  }
  const { onlyLists, onlyPrograms, maxListAge } = demands
  const parts = [VERSION, BUILD_DIGEST, asOfGiven, onlyLists, onlyPrograms, maxListAge, names, lists]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)
}

async function filesBeside(location: string): Promise<unknown> {
  const folder = join(location, '..')
  try {
    const names = (await readdir(folder)).sort()
    return await Promise.all(
      names.map(async (name) => {
        const { size, mtimeMs, ino } = await stat(join(folder, name))
        return [name, size, mtimeMs, ino]
      }),
    )
  } catch {
    return undefined
  }
}

/** Makes room for one more, and takes away what a killed process left half written. */
async function clear(folder: string): Promise<void> {
  const names = await readdir(folder)
  const kept = await Promise.all(
    names.map(async (name) => ({ name, time: (await stat(join(folder, name)).catch(() => undefined))?.mtimeMs ?? 0 })),
  )
  const old = kept.sort((a, b) => b.time - a.time).slice(MOST_KEPT - 1)
  for (const { name } of old) await rm(join(folder, name), { force: true })
}
