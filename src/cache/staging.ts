import { randomBytes } from 'node:crypto'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { MS_PER_DAY } from '../model/date.js'
import { codeOf } from '../model/error-facts.js'
import { stagingFolder } from './layout.js'

/** A folder in which a version is made; its name says who makes it, so that what a killed process left can be told. */
export async function openStaging(cache: string): Promise<string> {
  const mark = `${process.pid}@${hostname().replaceAll(/[^\w-]/g, '_')}-${randomBytes(6).toString('hex')}`
  const folder = join(stagingFolder(cache), mark)
  await mkdir(stagingFolder(cache), { recursive: true })
  // By itself, since with its parents the call says of a read-only disk that there is no such folder.
  await mkdir(folder)
  return folder
}

export async function closeStaging(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
}

/**
 * Takes away what processes left that are no more. What another machine makes on a shared disk is left alone for a day, since nobody can tell
 * whether it still does.
 */
export async function clearStaging(cache: string, now: number): Promise<void> {
  const folder = stagingFolder(cache)
  const host = hostname().replaceAll(/[^\w-]/g, '_')
  for (const name of await readdir(folder).catch((): string[] => [])) {
    const [, pid = '', where = ''] = /^(\d+)@(.*)-[0-9a-f]{12}$/.exec(name) ?? []
    const path = join(folder, name)
    const isLeft = where === host ? !isRunning(Number(pid)) : await isOlder(path, now - MS_PER_DAY)
    if (isLeft) await rm(path, { recursive: true, force: true }).catch(() => undefined)
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

async function isOlder(path: string, time: number): Promise<boolean> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs < time,
    () => false,
  )
}
