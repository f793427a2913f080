import { compareNames } from '../match/compare.js'
import { foldName } from '../match/fold.js'
import type { NearName } from '../model/explanation.js'
import type { ScreenOptions } from '../model/options.js'
import { compareCodePoints } from '../model/order.js'
import type { Parties } from '../parties/parties.js'
import { contradiction, profileOf, typeOf } from '../parties/profile.js'

const SHOWN = 5
const PREFIX = 3

/**
 * Parties whose names are near the given one's and which were not brought together with it. Only names that share the beginning of a word
 * are compared: a suggestion may be missed, a comparison of all with all would not end.
 */
export function nearNames(parties: Parties, party: number, options: ScreenOptions): readonly NearName[] {
  const name = parties.nameOf(party)
  const profile = profileOf(parties.recordsOf(party))
  const beginnings = beginningsOf(name)
  const near: NearName[] = []
  for (let other = 0; other < parties.count; other++) {
    if (other === party || ![...beginningsOf(parties.nameOf(other))].some((start) => beginnings.has(start))) continue
    const its = profileOf(parties.recordsOf(other))
    const { score, explanation } = compareNames(name, parties.nameOf(other), typeOf(its), options)
    if (score < options.minScore) continue
    const against = contradiction(profile, its)
    const country = its.countries[0]
    near.push({
      id: parties.idOf(other),
      name: parties.nameOf(other),
      ...(country === undefined ? {} : { country }),
      score,
      why: against === undefined ? explanation : `${explanation} What speaks against: another ${against}.`,
      suggestion: `same-as,${cell(parties.idOf(party))},${cell(parties.idOf(other))}`,
    })
  }
  return near.toSorted((a, b) => b.score - a.score || compareCodePoints(a.id, b.id)).slice(0, SHOWN)
}

function beginningsOf(name: string): ReadonlySet<string> {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
  return new Set(
    [...words, foldName(name).core].flatMap((word) => (word.length < PREFIX ? [] : [word.slice(0, PREFIX)])),
  )
}

/** A cell of a relations file with the columns kind, from, to. */
function cell(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
