import { createHash } from 'node:crypto'
import { compareCodePoints } from '../model/order.js'
import type { VersionFile } from '../model/list-cache.js'

/** The hash of a version: that of its one file, which anybody can make anew, else of the names and hashes of all. */
export function versionHash(files: readonly Pick<VersionFile, 'name' | 'sha256'>[]): string {
  const [only, ...others] = files
  if (only !== undefined && others.length === 0) return only.sha256
  const lines = files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).sort(compareCodePoints)
  return createHash('sha256').update(lines.join('')).digest('hex')
}
