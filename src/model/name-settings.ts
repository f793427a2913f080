/** Numbers of the matcher that a user may set, by their names in `thresholds.ts`. */
export const WORD_WEIGHT_NAMES = ['core', 'trade', 'generic', 'place', 'number', 'particle', 'mark'] as const
export const QUALIFIER_NAMES = [
  'countryConflict',
  'identifierConflict',
  'birthDateConflict',
  'foundingDateConflict',
  'typeConflict',
] as const
export type NameWeight = (typeof WORD_WEIGHT_NAMES)[number] | (typeof QUALIFIER_NAMES)[number]

/**
 * What a user says of names beyond the two scores. None of it touches identifiers, nor what is equal after folding: a name that is the
 * list's own is found with any weights.
 */
export interface NameSettings {
  readonly weights?: Readonly<Partial<Record<NameWeight, number>>>
  /** Words that are no evidence. */
  readonly stopWords?: readonly string[]
  /** Words or phrases of one meaning, in groups. */
  readonly synonyms?: readonly (readonly string[])[]
  /** A name, and a name or the entry id of the listed party that it is not. */
  readonly notTheSame?: readonly (readonly [string, string])[]
}
