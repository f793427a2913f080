/** One row of the table that shows how a score came about. */
export interface ComparedWord {
  /** `contradicts`: left over where the other name has something else; `omitted`: left over where it has nothing. */
  readonly part: 'agrees' | 'contradicts' | 'omitted' | 'set-aside'
  /** The words of the first name (a record's, where it is held against a list) and of the second; `''` on the side that has none. */
  readonly first: string
  readonly second: string
  /** How they agree; of the other parts, the kind of word. */
  readonly how: string
  /** Between 0 and 1 by default: the share of a rare word of a name's own. */
  readonly weight: number
  /** 0 to 1; 0 where nothing agrees. */
  readonly similarity: number
}
