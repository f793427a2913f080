import type { IdTable } from '../columns/id-table.js'
import { createNameKeys, type NameKeys } from './name-keys.js'

/** The keys of the names of records, each folded once: those of other names may be asked for besides. */
export interface RecordKeys {
  readonly keys: NameKeys
  /** Folds all names that there are by now, such as while others read the transactions. */
  foldAhead(): void
  /** Of a name that is folded. */
  keyAt(name: number): number
  othersAt(name: number): readonly number[]
  /** Whether the cell has no word that may part it into several names. */
  isOneAt(name: number): boolean
}

export function createRecordKeys(names: IdTable, exactNames: boolean): RecordKeys {
  const keys = createNameKeys(exactNames, names.size)
  const others = new Map<number, readonly number[]>()
  let all = new Int32Array(0)
  let ones = new Uint8Array(0)
  let folded = 0
  return {
    keys,
    foldAhead() {
      const wider = new Int32Array(names.size)
      wider.set(all)
      all = wider
      const widerOnes = new Uint8Array(names.size)
      widerOnes.set(ones)
      ones = widerOnes
      const bytes = names.bytes()
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      for (; folded < names.size; folded++) {
        all[folded] = keys.keyOf(bytes, view, names.startOf(folded), names.startOf(folded + 1))
        ones[folded] = keys.isOne ? 1 : 0
        if (keys.others.length > 0) others.set(folded, keys.others)
      }
    },
    keyAt: (name) => all[name] ?? -1,
    isOneAt: (name) => ones[name] === 1,
    othersAt: (name) => others.get(name) ?? NONE,
  }
}

const NONE: readonly number[] = []
