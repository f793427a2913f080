import { createIdTable, type IdTable } from '../columns/id-table.js'
import type { FoldedName } from '../match/fold.js'
import { createByteFold, type ByteFold } from '../match/fold-bytes.js'
import { foldingOf, type Fold } from './folding.js'
import { mayHaveParts } from './name-parts.js'

/** Names as the integers of their folded cores, from 0: names of one key are equal but for their legal forms. */
export interface NameKeys {
  readonly count: number
  /** Of a name as UTF-8; the keys of its other romanisations are in `others` until the next. */
  keyOf(bytes: Uint8Array, view: DataView, start: number, end: number): number
  keyOfText(text: string): number
  readonly others: readonly number[]
  /** Whether the name that `keyOf` was given last has no word that may part it into several names. */
  readonly isOne: boolean
  /** Those of the name's keys that any name had. */
  known(folded: FoldedName): readonly number[]
  /** As the table of their cores does. */
  rest(): void
}

/** @param names how many are to be expected. */
export function createNameKeys(exactNames: boolean, names = 0): NameKeys {
  const cores = createIdTable(names > FEW_NAMES ? { room: names } : {})
  return exactNames ? exactKeys(cores) : foldedKeys(cores, foldingOf(false), names > FEW_NAMES ? 0 : FOLDED_AS_TEXTS)
}

function exactKeys(cores: IdTable): NameKeys {
  const keys = {
    get count() {
      return cores.size
    },
    others: NONE,
    isOne: false,
    keyOf(bytes: Uint8Array, view: DataView, start: number, end: number): number {
      keys.isOne = !mayHaveParts(bytes, start, end)
      return cores.intern(bytes, view, start, end)
    },
    keyOfText: cores.internText,
    rest: cores.rest,
    known: ({ core }: FoldedName) => [cores.findText(core)].filter((key) => key !== -1),
  }
  return keys
}

/** @param asTexts so many names are folded as texts, which gives the same, before the tables are made that folding bytes needs. */
function foldedKeys(cores: IdTable, fold: Fold, asTexts: number): NameKeys {
  let left = asTexts
  let plain: ByteFold | undefined
  const keys = {
    get count() {
      return cores.size
    },
    others: NONE,
    isOne: false,
    keyOf(bytes: Uint8Array, _: DataView, start: number, end: number): number {
      if (left === 0) plain ??= createByteFold()
      else left--
      keys.isOne = !mayHaveParts(bytes, start, end)
      if (!keys.isOne || plain?.fold(bytes, start, end) !== true) {
        return keys.keyOfText(Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString())
      }
      keys.others = NONE
      return cores.intern(plain.core, plain.view, plain.start, plain.end)
    },
    keyOfText(text: string): number {
      const { core, alternates } = fold(text)
      const key = cores.internText(core)
      keys.others = alternates.length === 0 ? NONE : alternates.map(cores.internText)
      return key
    },
    rest: cores.rest,
    known: ({ core, alternates }: FoldedName) => [core, ...alternates].map(cores.findText).filter((key) => key !== -1),
  }
  return keys
}

const FEW_NAMES = 1000
/** Names of the case and some more: the tables, made and compiled, took a tenth of its time. */
const FOLDED_AS_TEXTS = 100
const NONE: readonly number[] = []
