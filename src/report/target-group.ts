import type { Finding, Match } from '../model/report.js'

/** A party that others are near to, with its own `listed` finding where that is reported, and all that point to it. */
export interface TargetGroup {
  readonly party: { readonly id: string; readonly name: string }
  readonly matches: readonly Match[]
  readonly own?: Finding
  /** Whether it is a source because blocked parties own it: then the matches are its owner's. */
  readonly owned: boolean
  readonly findings: readonly Finding[]
}

interface Growing {
  readonly party: TargetGroup['party']
  readonly matches: readonly Match[]
  own?: Finding
  readonly findings: Finding[]
}

function isOwn(finding: Finding): boolean {
  return finding.kind === 'listed' && finding.party.id === finding.target.party.id
}

function isPossible(group: TargetGroup): boolean {
  return group.matches.length > 0 && group.matches.every((match) => match.confidence === 'possible')
}

/** Findings by target, in the order in which the targets first appear, those held to be listed before the possible ones. */
export function groupByTarget(findings: readonly Finding[]): TargetGroup[] {
  const groups = new Map<string, Growing>()
  for (const finding of findings) {
    const { party, matches } = finding.target
    const group = groups.get(party.id) ?? { party, matches, findings: [] }
    groups.set(party.id, group)
    if (isOwn(finding) && group.own === undefined) group.own = finding
    else group.findings.push(finding)
  }
  const owned = new Set(findings.filter((finding) => finding.kind === 'owned').map((finding) => finding.party.id))
  const all = [...groups.values()].map((group) => ({ ...group, owned: owned.has(group.party.id) }))
  return [...all.filter((group) => !isPossible(group)), ...all.filter(isPossible)]
}
