import { widenInt32, widenUint8 } from '../columns/widen.js'
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
  let all: Int32Array = new Int32Array(0)
  let ones: Uint8Array = new Uint8Array(0)
  return {
    keys,
    foldAhead() {
      const folded = all.length
      if (names.size === folded) return
      all = widenInt32(all, names.size)
      ones = widenUint8(ones, names.size)
      keys.keysOf(names, folded, { keys: all, others, ones })
    },
    keyAt: (name) => all[name] ?? -1,
    isOneAt: (name) => ones[name] === 1,
    othersAt: (name) => others.get(name) ?? NONE,
  }
}

const NONE: readonly number[] = []
