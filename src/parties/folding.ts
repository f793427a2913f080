import { foldName, type FoldedName } from '../match/fold.js'
import { readNameParts } from './name-parts.js'

export type Fold = (name: string) => FoldedName

/** How names are folded when records are brought together; `--exact-names`: a name is equal to itself alone. */
export function foldingOf(exactNames: boolean): Fold {
  return exactNames ? exactly : (text) => foldName(readNameParts(text).name)
}

function exactly(text: string): FoldedName {
  return { core: text, alternates: [], form: '', words: 1, distinctive: true }
}
