import type { Matcher } from '../match/matcher.js'
import { PARTY_TYPES, type PartyType } from '../model/record.js'
import type { Entities } from './entity-table.js'
import { hasMarkAtEnd } from './name-parts.js'
import type { RecordKeys } from './record-keys.js'

/** Names of records of which their bytes settle that they find nothing, as those of almost all of a million do. Each is looked at once. */
export interface SettledNames {
  /** Looks at the names of the records that there are by now, while others read the transactions, until these are `over` or all are looked at. */
  lookAhead(over: Promise<unknown>): Promise<void>
  /** Whether a party of which no more is known than this name of a record and its type is certainly none of the entries. */
  isSettled(name: number, type: PartyType): boolean
}

const TYPE_CODES: ReadonlyMap<PartyType, number> = new Map(PARTY_TYPES.map((type, code) => [type, code + 1]))
const SETTLED = 0x80
/** Names that are looked at in some milliseconds, before another thread may be heard. */
const PIECE = 2048

export function createSettledNames(records: Entities, folded: RecordKeys, matcher: Matcher): SettledNames {
  /** By name: the code of the type with which it was looked at last, and whether it was settled then; 0 where it was not. */
  let looks = new Uint8Array(records.names.size)
  let seen = 0

  function look(name: number, type: PartyType): boolean {
    const { names } = records
    const bytes = names.bytes()
    const [start, end] = [names.startOf(name), names.startOf(name + 1)]
    return folded.isOneAt(name) && !hasMarkAtEnd(bytes, start, end) && matcher.findsNothing(bytes, start, end, type)
  }
  function isSettled(name: number, type: PartyType): boolean {
    if (name >= looks.length) {
      const wider = new Uint8Array(Math.max(records.names.size, looks.length * 2))
      wider.set(looks)
      looks = wider
    }
    const code = TYPE_CODES.get(type) ?? 0
    const known = looks[name] ?? 0
    if ((known & ~SETTLED) === code) return known !== code
    const settled = look(name, type)
    looks[name] = settled ? code | SETTLED : code
    return settled
  }
  return {
    isSettled,
    async lookAhead(over) {
      const others = { areDone: false }
      const end = (): void => void (others.areDone = true)
      over.then(end, end)
      for (; seen < records.count && !others.areDone; seen++) {
        if (records.isPlain(seen)) isSettled(records.nameAt(seen), records.typeAt(seen))
        if (seen % PIECE === PIECE - 1) await new Promise((resolve) => setImmediate(resolve))
      }
    },
  }
}
