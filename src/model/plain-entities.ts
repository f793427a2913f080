/**
 * Records of a file of entities that follow each other and say nothing but id, name, type, country and address, as columns over the block where they were
 * read. A cell is two numbers: where its bytes begin and where they end, in UTF-8; of no length where there is nothing.
 */
export interface PlainEntities {
  readonly count: number
  /** With bytes to spare behind the last. */
  readonly bytes: Uint8Array
  /** Over the same bytes. */
  readonly view: DataView
  readonly names: Int32Array
  readonly ids: Int32Array
  readonly addresses: Int32Array
  /** Places in PARTY_TYPES. */
  readonly types: Uint8Array
  /** Places in `countryWords`. */
  readonly countries: Int32Array
  /** ISO 3166 alpha-2, each word of the file for itself; empty where the country is not known. */
  readonly countryWords: readonly (string | undefined)[]
  /** Of the first record: its line, and the ordinal of its row from 0 among those of the file, rejected ones counted. The others follow. */
  readonly line: number
  readonly row: number
}
