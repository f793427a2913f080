import { widenUint8 } from '../columns/widen.js'
import type { Matcher } from '../match/matcher.js'
import { PARTY_TYPES, type PartyType } from '../model/record.js'
import type { Entities } from './entity-table.js'
import { hasMarkAtEnd } from './name-parts.js'
import type { RecordKeys } from './record-keys.js'

/** Names of records of which their bytes settle that they find nothing, as those of almost all of a million do. Each is looked at once. */
export interface SettledNames {
  /** Looks at the names of the records that there are by now, while others read the transactions, until these are `over` or all are looked at. */
  lookAhead(over: Promise<unknown>): Promise<void>
  /** Looks at those that are left. */
  lookAtRest(): void
  /** Whether a party of which no more is known than this name of a record and its type is certainly none of the entries. */
  isSettled(name: number, type: PartyType): boolean
}

const TYPE_CODES: ReadonlyMap<PartyType, number> = new Map(PARTY_TYPES.map((type, code) => [type, code + 1]))
const SETTLED = 0x80
/** Records whose names are looked at at once, in some milliseconds, before another thread may be heard. */
const PIECE = 4096

export function createSettledNames(records: Entities, folded: RecordKeys, matcher: Matcher): SettledNames {
  /** By name: the code of the type with which it was looked at last, and whether it was settled then; 0 where it was not. */
  let looks: Uint8Array = new Uint8Array(records.names.size)
  let seen = 0

  function mayBeSettled(name: number): boolean {
    const { names } = records
    return folded.isOneAt(name) && !hasMarkAtEnd(names.bytes(), names.startOf(name), names.startOf(name + 1))
  }
  function note(name: number, type: PartyType, settled: boolean): void {
    if (name >= looks.length) looks = widenUint8(looks, Math.max(records.names.size, looks.length * 2))
    const code = TYPE_CODES.get(type) ?? 0
    looks[name] = settled ? code | SETTLED : code
  }
  /** The names of a piece of the records that were not looked at yet, by the type with which they come first. */
  function unseenUpTo(end: number): ReadonlyMap<PartyType, number[]> {
    const unseen = new Map<PartyType, number[]>()
    for (; seen < end; seen++) {
      const name = records.nameAt(seen)
      if (!records.isPlain(seen) || (looks[name] ?? 0) !== 0) continue
      const type = records.typeAt(seen)
      note(name, type, false)
      if (!mayBeSettled(name)) continue
      const its = unseen.get(type)
      if (its === undefined) unseen.set(type, [name])
      else its.push(name)
    }
    return unseen
  }
  function lookAtPiece(): void {
    for (const [type, those] of unseenUpTo(Math.min(seen + PIECE, records.count))) {
      const which = Int32Array.from(those)
      const nothing = matcher.findNothing(records.names, which, type)
      which.forEach((name, at) => note(name, type, nothing[at] === 1))
    }
  }
  return {
    isSettled(name, type) {
      const code = TYPE_CODES.get(type) ?? 0
      const known = looks[name] ?? 0
      if ((known & ~SETTLED) === code) return known !== code
      const { names } = records
      const [start, end] = [names.startOf(name), names.startOf(name + 1)]
      const settled = mayBeSettled(name) && matcher.findsNothing(names.bytes(), start, end, type)
      note(name, type, settled)
      return settled
    },
    async lookAhead(over) {
      const others = { areDone: false }
      const end = (): void => void (others.areDone = true)
      over.then(end, end)
      while (seen < records.count && !others.areDone) {
        lookAtPiece()
        await new Promise((resolve) => setImmediate(resolve))
      }
    },
    lookAtRest() {
      while (seen < records.count) lookAtPiece()
    },
  }
}
