import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const DATA = join(process.cwd(), '../shared/data/lists')

/** A file as its publisher wrote it: its path, and its text read without any parser. */
export interface PublishedData {
  readonly path: string
  readonly there: boolean
  text(encoding?: BufferEncoding): string
}

/** Says so, by name, where the file is missing. */
export function publishedData(name: string): PublishedData {
  const path = join(DATA, name)
  const there = existsSync(path)
  if (!there) console.warn(`skipped: ${join('../shared/data/lists', name)} is not there`)
  return { path, there, text: (encoding = 'utf8') => readFileSync(path, encoding) }
}
