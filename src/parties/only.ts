import { sameAfterFolding, type FoldedName } from '../match/fold.js'
import type { EntityRecord } from '../model/record.js'
import type { Entities } from './entity-table.js'
import type { Fold } from './folding.js'
import type { Parties } from './parties.js'

/**
 * Records of the `--only` file that take part as records do: merged by id, number and name, contradicted, matched. One that says no more than
 * another's id, in the place of a name, is that other.
 */
export function takingPart<Only extends { readonly its: EntityRecord }>(
  only: readonly Only[],
  { ids, count }: Entities,
): readonly Only[] {
  const names = new Set(only.flatMap(({ its }) => (its.id === undefined ? [its.name] : [])))
  if (names.size === 0) return only
  const named = new Set<string>()
  for (let record = 0; record < count; record++) {
    const id = ids.textAt(record)
    if (names.has(id)) named.add(id)
  }
  return only.filter(({ its }) => its.id !== undefined || !named.has(its.name))
}

/**
 * The parties that the `--only` records choose: those that they became a part of, and, of a record that stayed alone or was rejected, also every
 * party that its id or name fits, since it may be meant.
 */
export function chosenParties(only: readonly EntityRecord[], parties: Parties, fold: Fold): ReadonlySet<number> {
  const isOnly = new Set(only)
  const chosen = new Set<number>()
  const joined = new Set<EntityRecord>()
  for (let party = 0; party < parties.count; party++) {
    const records = parties.recordsOf(party)
    const own = records.filter((record) => isOnly.has(record))
    if (own.length === 0) continue
    chosen.add(party)
    if (own.length < records.length || parties.spellingsOf(party).length > 0)
      for (const record of own) joined.add(record)
  }
  const open = only.filter((record) => !joined.has(record))
  for (const party of partiesNamed(open, parties, fold)) chosen.add(party)
  return chosen
}

/** The parties that the records name: by id, else every party that their name fits. */
export function partiesNamed(only: readonly EntityRecord[], parties: Parties, fold: Fold): ReadonlySet<number> {
  const byId = new Map<string, number>()
  const byKey = new Map<string, { folded: FoldedName; parties: Set<number> }[]>()
  for (const { name } of only) for (const key of keysOf(fold(name))) byKey.set(key, [])
  for (let party = 0; party < parties.count; party++) {
    for (const record of parties.recordsOf(party)) {
      if (record.id !== undefined) byId.set(record.id, party)
      note(byKey, fold(record.name), party)
      for (const alias of record.aliases) note(byKey, fold(alias), party)
    }
    for (const { text } of parties.spellingsOf(party)) note(byKey, fold(text), party)
    if (parties.recordsOf(party).length === 0) byId.set(parties.idOf(party), party)
  }
  const chosen = new Set<number>()
  for (const record of only) {
    const own = byId.get(record.id ?? record.name)
    if (own !== undefined) chosen.add(own)
    else {
      const folded = fold(record.name)
      for (const key of keysOf(folded)) {
        for (const named of byKey.get(key) ?? []) {
          if (sameAfterFolding(named.folded, folded)) for (const party of named.parties) chosen.add(party)
        }
      }
    }
  }
  return chosen
}

function keysOf(folded: FoldedName): readonly string[] {
  return [folded.core, ...folded.alternates]
}

function note(
  byKey: Map<string, { folded: FoldedName; parties: Set<number> }[]>,
  folded: FoldedName,
  party: number,
): void {
  for (const key of keysOf(folded)) {
    const named = byKey.get(key)
    if (named === undefined) continue
    const known = named.find((one) => one.folded.form === folded.form && one.folded.core === folded.core)
    if (known === undefined) named.push({ folded, parties: new Set([party]) })
    else known.parties.add(party)
  }
}
