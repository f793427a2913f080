import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll } from '@jest/globals'
import { loadLists, type ListRequest, type LoadedList } from '../../src/lists/load.js'
import type { Problem } from '../../src/model/problem.js'
import { fileSource } from '../../src/sources/file.js'

const folders: string[] = []

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A new folder with these files; one whose name ends in `.gz` is packed. */
export function folderOf(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'hopscreen-lists-'))
  folders.push(folder)
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), name.endsWith('.gz') ? gzipSync(content) : content)
  }
  return folder
}

export interface Loaded {
  readonly lists: readonly LoadedList[]
  readonly problems: readonly Problem[]
}

export async function load(...requests: readonly (string | Omit<ListRequest, 'source'>)[]): Promise<Loaded> {
  const problems: Problem[] = []
  const asked = requests.map((each) => {
    const request = typeof each === 'string' ? { path: each } : each
    return { ...request, source: fileSource(request.path) }
  })
  return { lists: await loadLists(asked, (problem) => problems.push(problem)), problems }
}

/** The one list of a load that gives one. */
export async function loadOne(
  path: string,
  day?: string,
): Promise<{ readonly list: LoadedList; readonly problems: readonly Problem[] }> {
  const { lists, problems } = await load({ path, ...(day === undefined ? {} : { day }) })
  const [list] = lists
  if (list === undefined || lists.length > 1) throw new Error(`expected one list, got ${lists.length}`)
  return { list, problems }
}

export function codes(problems: readonly Problem[]): readonly string[] {
  return problems.map(({ severity, code, line }) => `${severity} ${code}${line === undefined ? '' : `:${line}`}`)
}
