import type { ListHead } from '../head.js'

/** What may stand before the root: the declaration, comments, instructions, a document type. */
const BEFORE = /^(?:\s|\uFEFF|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\]\s*)?>)*/i

/** The local name of a document's root; `undefined` where there is none, or the file is no XML. */
export function rootOf(head: ListHead): string | undefined {
  return head.kind === 'xml' ? rootTag(head)?.name : undefined
}

/** The root's local name and what stands in its tag, for formats that only a namespace tells. */
export function rootTag({ text }: ListHead): { readonly name: string; readonly tag: string } | undefined {
  const rest = text.slice(BEFORE.exec(text)?.[0].length ?? 0)
  const found = /^<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)([^>]*)/.exec(rest)
  return found?.[1] === undefined ? undefined : { name: found[1], tag: found[2] ?? '' }
}
