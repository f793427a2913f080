import { createIdTable, type IdTable } from '../columns/id-table.js'
import { createWideIdTable } from '../columns/wide-id-table.js'
import type { FoldedName } from '../match/fold.js'
import { createNameFold, type NameFold } from '../match/fold-names.js'
import { foldingOf, type Fold } from './folding.js'
import { mayHaveParts, PARTING_WORDS } from './name-parts.js'

/** Names as the integers of their folded cores, from 0: names of one key are equal but for their legal forms. */
export interface NameKeys {
  readonly count: number
  /** Of a name as UTF-8; the keys of its other romanisations are in `others` until the next. */
  keyOf(bytes: Uint8Array, view: DataView, start: number, end: number): number
  keyOfText(text: string): number
  readonly others: readonly number[]
  /** Of all names of a table from one on. */
  keysOf(names: IdTable, from: number, into: KeyedNames): void
  /** Those of the name's keys that any name had. */
  known(folded: FoldedName): readonly number[]
  /** As the table of their cores does. */
  rest(): void
}

/** By name: its key, those of its other romanisations where it has some, and 1 where it has no word that may part it into several names. */
export interface KeyedNames {
  readonly keys: Int32Array
  readonly others: Map<number, readonly number[]>
  readonly ones: Uint8Array
}

/** @param names how many are to be expected. */
export function createNameKeys(exactNames: boolean, names = 0): NameKeys {
  const cores = names > FEW_NAMES ? createWideIdTable(names) : createIdTable()
  return exactNames ? exactKeys(cores) : foldedKeys(cores, foldingOf(false), names > FEW_NAMES ? 0 : FOLDED_AS_TEXTS)
}

function exactKeys(cores: IdTable): NameKeys {
  const keys = {
    get count() {
      return cores.size
    },
    others: NONE,
    keyOf: cores.intern,
    keysOf(names: IdTable, from: number, into: KeyedNames): void {
      for (let name = from; name < names.size; name++) keyOne(keys, names, name, into)
    },
    keyOfText: cores.internText,
    rest: cores.rest,
    known: ({ core }: FoldedName) => [cores.findText(core)].filter((key) => key !== -1),
  }
  return keys
}

let started: NameFold | undefined
/** One for all: it keeps nothing from one name to the next. */
const nameFold = (): NameFold => (started ??= createNameFold(PARTING_WORDS))

/** @param asTexts so many names are folded as texts, which gives the same, before what folds many of them is started. */
function foldedKeys(cores: IdTable, fold: Fold, asTexts: number): NameKeys {
  let left = asTexts
  const keys = {
    get count() {
      return cores.size
    },
    others: NONE,
    keyOf(bytes: Uint8Array, _: DataView, start: number, end: number): number {
      if (left > 0) left--
      else {
        const plain = nameFold()
        if (plain.fold(0, plain.takeOne(bytes, start, end)) === 1) {
          keys.others = NONE
          return cores.intern(plain.bytes, plain.view, plain.bounds[0] ?? 0, plain.bounds[1] ?? 0)
        }
      }
      return keys.keyOfText(Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString())
    },
    keysOf(names: IdTable, from: number, into: KeyedNames): void {
      const few = Math.min(from + left, names.size)
      for (let name = from; name < few; name++) keyOne(keys, names, name, into)
      if (few < names.size) keyMany(nameFold(), names, few, into)
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
  /** `keyOne` has the same folder, and puts its name over the first of the batch: the names that stand there were folded by then. */
  function keyMany(folder: NameFold, names: IdTable, from: number, into: KeyedNames): void {
    for (let name = from; name < names.size;) {
      const taken = folder.take(names, name)
      // One that is longer than a batch is read as a text.
      if (taken === 0) keyOne(keys, names, name++, into)
      const next = name + taken
      while (name < next) {
        const some = folder.fold(taken - (next - name), taken)
        cores.internAll(folder.bytes, folder.view, folder.bounds, some, into.keys.subarray(name))
        into.ones.fill(1, name, name + some)
        name += some
        if (name < next) keyOne(keys, names, name++, into)
      }
    }
  }
  return keys
}

function keyOne(keys: NameKeys, names: IdTable, name: number, { keys: its, others, ones }: KeyedNames): void {
  const bytes = names.bytes()
  const [start, end] = [names.startOf(name), names.startOf(name + 1)]
  its[name] = keys.keyOf(bytes, new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), start, end)
  ones[name] = mayHaveParts(bytes, start, end) ? 0 : 1
  if (keys.others.length > 0) others.set(name, keys.others)
}

const FEW_NAMES = 1000
/** Names of the case and some more: what folds many takes as long to start. */
const FOLDED_AS_TEXTS = 100
const NONE: readonly number[] = []
