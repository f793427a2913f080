import { sharedBytes, sharedInt32 } from '../columns/shared.js'

/** Columns of links that a scan fills from place 0 on; all are of one length. */
export interface LinkColumns {
  /** Ids of the part's own table. */
  readonly from: Int32Array
  readonly to: Int32Array
  /** Index in LINK_KINDS. */
  readonly kind: Uint8Array
  readonly first: Int32Array
  readonly last: Int32Array
  /** `plan.laterFlag` for a link that is later than the day of the screening, else 0. */
  readonly flags: Uint8Array
  /** Where the record begins: the lower 32 bits. */
  readonly offset: Uint32Array
}

/** Shared by threads; room for more rows than there are is free. */
export function makeColumns(capacity: number): LinkColumns {
  return {
    from: sharedInt32(capacity),
    to: sharedInt32(capacity),
    kind: sharedBytes(capacity),
    first: sharedInt32(capacity),
    last: sharedInt32(capacity),
    flags: sharedBytes(capacity),
    offset: new Uint32Array(sharedInt32(capacity).buffer),
  }
}

/** The same; `undefined` where the machine has no room for so many rows. */
export function columnsIfRoom(capacity: number): LinkColumns | undefined {
  try {
    return makeColumns(capacity)
  } catch {
    return undefined
  }
}

/** The places from `start` up to `end`, in the same memory. */
export function partOfColumns(columns: LinkColumns, start: number, end: number): LinkColumns {
  return {
    from: columns.from.subarray(start, end),
    to: columns.to.subarray(start, end),
    kind: columns.kind.subarray(start, end),
    first: columns.first.subarray(start, end),
    last: columns.last.subarray(start, end),
    flags: columns.flags.subarray(start, end),
    offset: columns.offset.subarray(start, end),
  }
}

/** Moves `count` rows down to `to`, next to those before them. */
export function closeGap(columns: LinkColumns, to: number, from: number, count: number): void {
  if (to === from) return
  for (const column of [
    columns.from,
    columns.to,
    columns.kind,
    columns.first,
    columns.last,
    columns.flags,
    columns.offset,
  ]) {
    column.copyWithin(to, from, from + count)
  }
}
