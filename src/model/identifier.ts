/** A number that a register gave to a party, such as `by-unp:100185185` or `lei:253400V1H6ART1UQ0N98`. */
export interface Identifier {
  /** The scheme as the record names it, in lower case: any word is taken. */
  readonly scheme: string
  /** The value as written, trimmed. */
  readonly value: string
  /** ISO 3166 alpha-2 code of the country whose register gave it, where that is known. */
  readonly country?: string
}
