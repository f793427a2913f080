import type { Finding, Findings, Match } from '../model/report.js'

/** A party that others are near to, with its own `listed` finding where that is reported, and all that point to it. */
export interface TargetGroup {
  readonly party: { readonly id: string; readonly name: string }
  readonly matches: readonly Match[]
  readonly own?: Finding
  /** Whether it is a source because blocked parties own it: then the matches are its owner's. */
  readonly owned: boolean
  /** Made again one by one as they are gone through. */
  readonly findings: Iterable<Finding>
}

interface Growing {
  readonly party: TargetGroup['party']
  readonly matches: readonly Match[]
  own?: Finding
  /** Places of findings. */
  readonly places: number[]
}

function isOwn(finding: Finding): boolean {
  return finding.kind === 'listed' && finding.party.id === finding.target.party.id
}

function isPossible(group: TargetGroup): boolean {
  return group.matches.length > 0 && group.matches.every((match) => match.confidence === 'possible')
}

function* atPlaces(findings: Findings, places: readonly number[]): Generator<Finding> {
  for (const place of places) {
    const finding = findings.at(place)
    if (finding !== undefined) yield finding
  }
}

/** Findings by target, in the order in which the targets first appear, those held to be listed before the possible ones. */
export function groupByTarget(findings: Findings): TargetGroup[] {
  const groups = new Map<string, Growing>()
  const owned = new Set<string>()
  let place = 0
  for (const finding of findings) {
    const { party, matches } = finding.target
    const group = groups.get(party.id) ?? { party, matches, places: [] }
    groups.set(party.id, group)
    if (isOwn(finding) && group.own === undefined) group.own = finding
    else group.places.push(place)
    if (finding.kind === 'owned') owned.add(finding.party.id)
    place++
  }
  const all = [...groups.values()].map(({ places, ...group }) => {
    return {
      ...group,
      owned: owned.has(group.party.id),
      findings: { [Symbol.iterator]: () => atPlaces(findings, places) },
    }
  })
  return [...all.filter((group) => !isPossible(group)), ...all.filter(isPossible)]
}
