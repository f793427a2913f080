import type { LinkKind } from '../../model/record.js'
import type { InputRole } from '../../model/report.js'

/** The columns of one kind of export, as they are known without being told. */
export interface ReadyMapping {
  /** As the config names it. */
  readonly name: string
  /** What it reads, in a few words. */
  readonly title: string
  readonly role: Extract<InputRole, 'entities' | 'transactions'>
  /** The kind of link of every row. */
  readonly kind?: LinkKind
  /** What holds each field, best first, in folded words between bars: the first that the file has is taken. */
  readonly columns: readonly (readonly [field: string, words: string])[]
  /** Fields that are read together from all of these columns that the file has, in this order. */
  readonly joined?: readonly (readonly [field: string, words: string])[]
  /** Columns that are known and say nothing that a screening may go by. */
  readonly left?: string
  /** Whether a header is certainly that of such an export. Its words are folded. */
  recognises(words: ReadonlySet<string>): boolean
}

/** Whether the header has one of the words. */
export function hasOne(header: ReadonlySet<string>, words: string): boolean {
  return words.split('|').some((word) => header.has(word))
}
