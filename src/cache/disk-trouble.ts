import { callOf, codeOf, messageOf } from '../model/error-facts.js'
import type { Problem } from '../model/problem.js'

const HINTS: ReadonlyMap<string, string> = new Map([
  ['ENOSPC', 'make room on that disk, or put the cache on another one with HOPSCREEN_CACHE'],
  ['EDQUOT', 'make room on that disk, or put the cache on another one with HOPSCREEN_CACHE'],
  ['EACCES', 'let this user write there, or put the cache somewhere else with HOPSCREEN_CACHE'],
  ['EPERM', 'let this user write there, or put the cache somewhere else with HOPSCREEN_CACHE'],
  ['ENOENT', 'see whether its folder can be made there, or put the cache somewhere else with HOPSCREEN_CACHE'],
  ['EROFS', 'that file system is read only: put the cache somewhere else with HOPSCREEN_CACHE'],
])

/** Why a list could not be written; an error that is none of the disk's is a bug, and goes on. */
export function diskTrouble(name: string, error: unknown): Problem {
  if (callOf(error) === '') throw error
  const why = messageOf(error)
    .replace(/^[A-Z]+: /, '')
    .replace(/, \w+.*$/, '')
  const hint = HINTS.get(codeOf(error))
  const path = typeof error === 'object' && error !== null && 'path' in error ? { file: String(error.path) } : {}
  const message = `the list ${name} can't be written: ${why}`
  return { severity: 'error', code: 'cache-unwritable', message, ...(hint === undefined ? {} : { hint }), ...path }
}
