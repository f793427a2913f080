import { test } from '@jest/globals'
import { publishedData, type PublishedData } from './published-data.js'

/** A published file with a `test` that is skipped where it is missing. */
export function publishedFile(name: string): PublishedData & { readonly testHere: typeof test | typeof test.skip } {
  const data = publishedData(name)
  return { ...data, testHere: data.there ? test : test.skip }
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
