import { join } from 'node:path'
import type { Version } from '../model/list-cache.js'

/** Where the lists stand within a cache. */
export function listsFolder(cache: string): string {
  return join(cache, 'lists')
}

/** What is on its way into the cache: on the same disk, so that a rename is all that is left to do. */
export function stagingFolder(cache: string): string {
  return join(cache, 'lists', '.new')
}

const HASH = 12

/** A version's folder says its day and hash, so that nothing can be put in its place unseen. */
export function versionFolder({ day, hash }: Pick<Version, 'day' | 'hash'>): string {
  return `${day ?? UNDATED}-${hash.slice(0, HASH)}`
}

const UNDATED = 'undated'
const FOLDER = new RegExp(String.raw`^(?:\d{4}(?:-\d\d){0,2}|${UNDATED})-[0-9a-f]{${HASH}}$`)

export function isVersionFolder(name: string): boolean {
  return FOLDER.test(name)
}

/** The day that a folder of a version says. */
export function dayOfFolder(folder: string): Pick<Version, 'day'> {
  const day = folder.slice(0, -HASH - 1)
  return day === UNDATED ? {} : { day }
}

/** What a list may be called: a word that every file system takes. */
const NAME = /^[a-z0-9]+(?:[-_.][a-z0-9]+)*$/

export function isListName(name: string): boolean {
  return NAME.test(name) && name.length <= 64
}

/** A name made of any text; empty where nothing of it is left. */
export function listNameOf(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 64)
    .replaceAll(/^-|-$/g, '')
}

export const CACHE_PREFIX = 'cache:'

/** How messages and reports name a file of the cache: without the folder, which is another one on every machine. */
export function cachePath(version: Version, file = ''): string {
  return `${CACHE_PREFIX}${version.name}/${versionFolder(version)}${file === '' ? '' : `/${file}`}`
}
