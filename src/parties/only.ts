import { sameAfterFolding, type FoldedName } from '../match/fold.js'
import type { EntityRecord } from '../model/record.js'
import type { Fold } from './folding.js'
import type { Parties } from './parties.js'
import type { Ends } from './resolve.js'

/** Records of the `--only` file that neither an entity record nor a link names: they are screened by their names all the same. */
export function unnamed(
  only: readonly EntityRecord[],
  records: readonly EntityRecord[],
  ends: Ends,
  fold: Fold,
): readonly EntityRecord[] {
  if (only.length === 0) return []
  const ids = new Set(records.flatMap((record) => (record.id === undefined ? [] : [record.id])))
  const wanted = new Map<string, boolean>()
  for (const record of only) for (const key of keysOf(fold(record.name))) wanted.set(key, false)
  const meet = (name: string): void => {
    for (const key of keysOf(fold(name))) if (wanted.has(key)) wanted.set(key, true)
  }
  for (const record of records) {
    meet(record.name)
    record.aliases.forEach(meet)
  }
  for (let end = 0; end < ends.count; end++) {
    ids.add(ends.textOf(end))
    meet(ends.textOf(end))
  }
  return only.filter(
    ({ id, name }) => !(id !== undefined && ids.has(id)) && !keysOf(fold(name)).some((key) => wanted.get(key) === true),
  )
}

/** The parties that the `--only` records choose: by id, else every party that their name fits. */
export function chosenBy(only: readonly EntityRecord[], parties: Parties, fold: Fold): ReadonlySet<number> {
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
    const own = record.id === undefined ? undefined : byId.get(record.id)
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
