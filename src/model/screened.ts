/** A party that was screened, found or not: for a format that shows what is clear too. */
export interface ScreenedParty {
  readonly id: string
  readonly name: string
  readonly country?: string
}

/** All of them, each time anew, by id; read one by one, since there may be millions. */
export type Screened = Iterable<ScreenedParty>
