import type { FoldedName } from '../match/fold.js'
import { formsAgree } from '../match/legal-forms.js'
import type { Place, Problem } from '../model/problem.js'
import type { EntityRecord } from '../model/record.js'
import { BLANK, contradiction, profileOf, type Profile } from './profile.js'
import { split } from './split.js'
import type { UnionFind } from './union-find.js'

/** A record or an end of a link under a name. */
export interface Member {
  readonly index: number
  readonly name: string
  readonly folded: FoldedName
  /** Of a record; an end says nothing but its name. */
  readonly profile?: Profile
  readonly record?: EntityRecord
  /** Stands here for an alias: two records that share one are not the same by that. */
  readonly byAlias?: boolean
}

/** Records, or ends, that are already known to be one. */
interface Unit {
  readonly index: number
  readonly name: string
  readonly folded: FoldedName
  readonly profile: Profile
  readonly byAlias: boolean
  readonly place?: Place
}

export interface GroupOutcome {
  /** Ends that fit two parties which contradict each other. */
  readonly refused: readonly number[]
  readonly problems: readonly Problem[]
}

/**
 * Unites what is one party among members whose cores are equal, if need be by way of a third (a name in Cyrillic letters is equal to each of its
 * romanisations, and so are they to each other). First those with the same legal form, which are equal names; then names
 * without a form join the one party that has one (`Peleng` and `Peleng OJSC`), unless there are two that they could be.
 */
export function resolveGroup(members: readonly Member[], sets: UnionFind): GroupOutcome {
  const torn = new Map<number, Unit>()
  const refused: number[] = []
  const units: Unit[] = []
  const forms = byForm(members)
  for (const ofForm of forms.values()) {
    const named = unite(unitsOf(ofForm, sets), sets, torn)
    const ends = ofForm.filter((member) => member.record === undefined)
    units.push(...named, ...placeEnds(ends, named, sets, refused))
  }
  if (forms.size > 1) unite(units, sets, torn)
  return { refused, problems: [...torn.values()].map(couldBeEither) }
}

function byForm(members: readonly Member[]): ReadonlyMap<string, readonly Member[]> {
  const forms = new Map<string, Member[]>()
  for (const member of members) {
    const known = forms.get(member.folded.form)
    if (known === undefined) forms.set(member.folded.form, [member])
    else known.push(member)
  }
  return forms
}

/** Records of one set and, to keep the comparison of all with all small, records that say exactly the same. */
function unitsOf(members: readonly Member[], sets: UnionFind): readonly Unit[] {
  const records = new Map<string, Member[]>()
  for (const member of members) {
    if (member.record === undefined) continue
    const key = `${sets.find(member.index)}`
    const known = records.get(key)
    if (known === undefined) records.set(key, [member])
    else known.push(member)
  }
  const units = new Map<string, Unit>()
  for (const [first, ...others] of records.values()) {
    if (first === undefined) continue
    const all = [first, ...others]
    const profile = profileOf(all.flatMap((member) => (member.record === undefined ? [] : [member.record])))
    const byAlias = first.byAlias === true
    const key = JSON.stringify([byAlias ? first.index : -1, profile.countries, profile.types, profile.identifiers])
    const same = units.get(key)
    if (same === undefined) {
      const place = first.record?.place
      units.set(key, {
        index: first.index,
        name: first.name,
        folded: first.folded,
        profile,
        byAlias,
        ...(place === undefined ? {} : { place }),
      })
    } else sets.union(same.index, first.index)
  }
  return [...units.values()]
}

function fits(a: Unit, b: Unit): boolean {
  if (a.byAlias && b.byAlias) return false
  return formsAgree(a.folded.form, b.folded.form) && contradiction(a.profile, b.profile) === undefined
}

/** Unites the units that are one party, and says where one could be either of two; gives one unit a party. */
function unite(units: readonly Unit[], sets: UnionFind, torn: Map<number, Unit>): readonly Unit[] {
  if (units.length < 2) return units
  const at = (index: number): Unit =>
    units[index] ?? { index: -1, name: '', folded: NOTHING, profile: BLANK, byAlias: false }
  const { sets: parties, ambiguous } = split(
    [...units.keys()],
    (index) => at(index).profile,
    (a, b) => fits(at(a), at(b)),
  )
  for (const index of ambiguous) torn.set(at(index).index, at(index))
  return parties.map((indexes) => {
    const together = indexes.map(at)
    const first = together[0] ?? at(-1)
    for (const unit of together) sets.union(first.index, unit.index)
    return { ...first, profile: joined(together.map((unit) => unit.profile)) }
  })
}

const NOTHING: FoldedName = { core: '', alternates: [], form: '', words: 0, distinctive: false }

function joined(profiles: readonly Profile[]): Profile {
  return {
    countries: [...new Set(profiles.flatMap((profile) => profile.countries))],
    types: [...new Set(profiles.flatMap((profile) => profile.types))],
    identifiers: profiles.flatMap((profile) => profile.identifiers),
    founded: profiles.flatMap((profile) => profile.founded),
  }
}

/** Ends join the one party of their name; with two that contradict each other they are refused; with none they are a party from their links. */
function placeEnds(
  ends: readonly Member[],
  named: readonly Unit[],
  sets: UnionFind,
  refused: number[],
): readonly Unit[] {
  const [first] = ends
  const [only, second] = named
  if (first === undefined) return []
  if (second !== undefined) {
    for (const end of ends) refused.push(end.index)
    return []
  }
  const into = only?.index ?? first.index
  for (const end of ends) sets.union(into, end.index)
  return only === undefined
    ? [{ index: first.index, name: first.name, folded: first.folded, profile: BLANK, byAlias: false }]
    : []
}

function couldBeEither(unit: Unit): Problem {
  return {
    severity: 'warning',
    code: 'ambiguous-name',
    message: `${JSON.stringify(unit.name)} could be either of two parties of that name that contradict each other, so it was left a party of its own`,
    hint: 'say which one it is with a same-as relation, or give what tells the two apart',
    ...unit.place,
  }
}
