import type { ListHead } from '../head.js'

const SIMPLE = ['id', 'schema', 'name', 'aliases', 'countries', 'dataset']

export function isSimpleHeader(names: readonly string[]): boolean {
  const fields = new Set(names.map((name) => name.trim().toLowerCase()))
  return SIMPLE.every((name) => fields.has(name))
}

/** An entity in JSON. The first may be longer than the head, so its text is looked at, not its value. */
export function isFtmHead({ kind, text }: ListHead): boolean {
  if (kind !== 'json' && kind !== 'jsonl') return false
  return /"schema"\s*:\s*"[A-Z]\w+"/.test(text) && /"properties"\s*:\s*\{/.test(text) && !isDelta({ kind, text })
}

/** What changed since another day, which is no list. */
export function isDelta({ kind, text }: Pick<ListHead, 'kind' | 'text'>): boolean {
  return kind.startsWith('json') && /^\s*\[?\s*\{\s*"op"\s*:\s*"(?:ADD|MOD|DEL)"/.test(text)
}

export function isSenzing({ kind, text }: Pick<ListHead, 'kind' | 'text'>): boolean {
  return kind.startsWith('json') && /"DATA_SOURCE"\s*:/.test(text) && /"RECORD_ID"\s*:/.test(text)
}
