import { compareCodePoints } from '../model/order.js'
import type { EntityRecord } from '../model/record.js'

export interface OrderedRecord {
  readonly its: EntityRecord
  /** Whether it only says what is reported: then it comes after all others. */
  readonly isOnly: boolean
}

/** Code-point order of id, then name; then the rest of the content, so that the order of rows never shows. Records without an id come after the others. */
export function compareRecords(
  { its: a, isOnly }: OrderedRecord,
  { its: b, isOnly: isOtherOnly }: OrderedRecord,
): number {
  if (isOnly !== isOtherOnly) return isOnly ? 1 : -1
  if ((a.id === undefined) !== (b.id === undefined)) return a.id === undefined ? 1 : -1
  return (
    compareCodePoints(a.id ?? '', b.id ?? '') ||
    compareCodePoints(a.name, b.name) ||
    compareCodePoints(contentOf(a), contentOf(b))
  )
}

function contentOf({ country, type, identifiers, aliases, founded, address }: EntityRecord): string {
  return JSON.stringify([country, type, identifiers, aliases, founded?.text, address])
}
