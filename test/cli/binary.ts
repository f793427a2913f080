import { spawnSync } from 'node:child_process'
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { Report } from '../../src/model/report.js'

export const BINARY = resolve('bin/hopscreen.js')

export interface Ended {
  readonly stdout: string
  readonly stderr: string
  readonly status: number | null
}

export interface RunHow {
  readonly cwd?: string
  readonly input?: string | Buffer
  readonly env?: Readonly<Record<string, string>>
}

/** A cache that nobody has, so that no test finds that of whoever runs it. */
export const NO_CACHE = join(tmpdir(), 'hopscreen-no-cache')

/** The environment without what would change colours, and without the cache of whoever runs the tests. */
export function plainEnv(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, HOPSCREEN_CACHE: NO_CACHE, ...more }
  for (const name of ['NO_COLOR', 'FORCE_COLOR', 'NODE_OPTIONS']) if (more[name] === undefined) delete env[name]
  return env
}

/** Runs the real binary, with standard input empty where none is given. */
export function hopscreen(words: readonly string[], { cwd, input = '', env }: RunHow = {}): Ended {
  const { stdout, stderr, status, error } = spawnSync(process.execPath, [BINARY, ...words], {
    cwd: cwd ?? resolve('.'),
    input,
    env: plainEnv(env),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (error !== undefined) throw error
  return { stdout, stderr, status }
}

export const asReport = (text: string): Report => JSON.parse(text) as Report

/** A folder of files to run in, that is gone afterwards. */
export interface Place {
  readonly folder: string
  write(name: string, content: string | Buffer): void
  run(words: readonly string[], how?: RunHow): Ended
  remove(): void
}

export function makePlace(files: Readonly<Record<string, string | Buffer>> = {}): Place {
  const folder = mkdtempSync(join(tmpdir(), 'hopscreen-cli-'))
  const write = (name: string, content: string | Buffer) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  for (const [name, content] of Object.entries(files)) write(name, content)
  return {
    folder,
    write,
    run: (words, how = {}) => hopscreen(words, { cwd: folder, ...how }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A small scene in which `v1` is one hop from listed `v2`, and `v3` is clear. */
export const SCENE = {
  'vendors.csv': 'id,name,country\nv1,Diaproektor,BY\nv2,Peleng,BY\nv3,Quiet Meadow Bakery,PL\n',
  'ledger.csv': 'id,kind,from,to,date,amount,currency\nL1,supply,v1,v2,2024-02-01,100.50,EUR\n',
  'list.csv': 'id,list,name,type,country,listed_on\n33395,OFAC SDN,PELENG JSC,company,BY,2021-12-02\n',
} as const

export const SCENE_WORDS = ['vendors.csv', '-t', 'ledger.csv', '-l', 'list.csv'] as const
