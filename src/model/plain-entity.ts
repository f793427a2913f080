import type { PartyType } from './record.js'

/** Bytes of a block, from the first to before the last; of no length where there is nothing. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A record of a file of entities that says nothing but these, as UTF-8 in the block where it was read. */
export interface PlainEntity {
  readonly bytes: Uint8Array
  /** Over the same bytes. */
  readonly view: DataView
  readonly name: Span
  readonly id: Span
  readonly address: Span
  readonly type: PartyType
  /** ISO 3166 alpha-2; empty where it is not known. */
  readonly country: string
  readonly line: number
  /** From 0 among the file's rows, rejected ones counted. */
  readonly row: number
}
