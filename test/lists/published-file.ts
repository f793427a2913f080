import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@jest/globals'

const DATA = join(process.cwd(), '../shared/data/lists')

/** A file as its publisher wrote it: its path, its text read without any parser, and a `test` that is skipped, by name, where it is missing. */
export function publishedFile(name: string): {
  readonly path: string
  readonly there: boolean
  readonly testHere: typeof test | typeof test.skip
  text(encoding?: BufferEncoding): string
} {
  const path = join(DATA, name)
  const there = existsSync(path)
  if (!there) console.warn(`skipped: ${join('../shared/data/lists', name)} is not there`)
  return {
    path,
    there,
    testHere: there ? test : test.skip,
    text: (encoding = 'utf8') => readFileSync(path, encoding),
  }
}

/** The contents of every element of that name, by a pattern over the text; tags within are left in. */
export function rawElements(text: string, name: string): readonly string[] {
  const pattern = new RegExp(`<${name}(?:\\s[^>]*?)?(?:/>|>([\\s\\S]*?)</${name}>)`, 'g')
  return [...text.matchAll(pattern)].map(([, inner = '']) => inner)
}

/** The text of an element that holds no others, with the five entities and character references put back. */
export function plainText(inner: string): string {
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
  return inner
    .replaceAll(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (_, hex?: string, decimal?: string, name?: string) =>
      name === undefined
        ? String.fromCodePoint(hex === undefined ? Number(decimal) : parseInt(hex, 16))
        : (entities[name] ?? '?'),
    )
    .replaceAll(/\s+/g, ' ')
    .trim()
}
