import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Version } from '../model/list-cache.js'
import { compareCodePoints } from '../model/order.js'
import { whyNot } from '../sources/file.js'
import { RECORD } from './record.js'
import { folderOf } from './store.js'

/** Makes the hashes of a version's files anew; says in words what was changed, and nothing where all is as it was taken. */
export async function changeOf(cache: string, version: Version): Promise<string | undefined> {
  const folder = folderOf(cache, version)
  const troubles: string[] = []
  for (const { name, sha256 } of version.files) {
    const found = await hashOf(join(folder, name))
    if ('trouble' in found) troubles.push(`${name}: ${found.trouble}`)
    else if (found.sha256 !== sha256) troubles.push(`${name} was changed`)
  }
  const known = new Set([RECORD, ...version.files.map(({ name }) => name)])
  const others = (await readdir(folder).catch((): string[] => [])).filter((name) => !known.has(name))
  for (const name of others.sort(compareCodePoints)) troubles.push(`${name} was added`)
  return troubles.length === 0 ? undefined : troubles.join(', ')
}

async function hashOf(path: string): Promise<{ readonly sha256: string } | { readonly trouble: string }> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
      hash.update(Buffer.isBuffer(chunk) ? chunk : String(chunk))
    }
  } catch (error) {
    return { trouble: whyNot(error) }
  }
  return { sha256: hash.digest('hex') }
}
