import type { ListEntry } from '../model/entry.js'
import type { Match, SameEntry } from '../model/report.js'
import { compareCodePoints } from '../model/order.js'
import type { EntryTable } from './entry-table.js'
import { explainEntry } from './explain.js'
import type { Sameness } from './same-party.js'
import { standTogether } from './stand-together.js'
import { hitQuestionsThrough } from './true-hit.js'

/** Matches by the numbers of their entries. */
export type MatchesByEntry = ReadonlyMap<number, Match>

/**
 * Entries for the same party on several lists are one target: what is matched on one list is matched on the others, also where nothing of the
 * record is like the name there. Each such match says through which it is known, and stands as that does.
 *
 * @param name the record's, for what no number of it tells.
 */
export function together(
  own: MatchesByEntry,
  entries: EntryTable,
  sameParty: (entry: number) => readonly Sameness[],
  name: string,
): readonly Match[] {
  const all = new Map(own)
  const links = new Map<number, Map<number, Sameness>>()
  const link = (from: number, to: number, same: Sameness): void => {
    const its = links.get(from) ?? new Map<number, Sameness>()
    const known = its.get(to)
    if (known === undefined || isSurer(same, known)) links.set(from, its.set(to, same))
  }
  for (const [entry, match] of own) {
    for (const same of sameParty(entry)) {
      const other = entries.at(same.entry)
      if (other === undefined) continue
      link(same.entry, entry, same)
      if (own.has(same.entry)) link(entry, same.entry, same)
      else all.set(same.entry, better(all.get(same.entry), onlyThrough(other, match, same, name)))
    }
  }
  const said = [...all].map(([entry, match]) => {
    const its = links.get(entry)
    return its === undefined ? match : withSame(match, its, own)
  })
  return standTogether(said)
}

/** Of two grounds on which two entries are one: the number, the sure one, then the first by its content. */
function isSurer(a: Sameness, b: Sameness): boolean {
  const order =
    compareCodePoints(a.basis, b.basis) ||
    compareCodePoints(a.confidence, b.confidence) ||
    compareCodePoints(a.shared, b.shared)
  return order < 0
}

/** A match by the same party on another list alone: it has the score and the record's name of that one. */
function onlyThrough(entry: ListEntry, through: Match, same: Sameness, name: string): Match {
  const { score, recordName, basis } = through
  const both = basis === 'identifier' && same.basis === 'identifier' ? 'identifier' : 'name'
  const entryName = entry.names[0]?.text ?? entry.entryId
  return {
    list: entry.list,
    regime: entry.regime,
    listKind: entry.kind,
    entryId: entry.entryId,
    entryName,
    programs: entry.programs,
    ...(entry.listedOn === undefined ? {} : { listedOn: entry.listedOn.text }),
    ...(entry.url === undefined ? {} : { url: entry.url }),
    score,
    confidence: 'possible',
    alone: 'none',
    basis: both,
    recordName: both === basis ? recordName : name,
    matchedName: same.basis === 'name' || both === 'identifier' ? same.shared : entryName,
    nameStrength: 'primary',
    explanation: `Nothing of the record names it. ${explainEntry(entry)}`,
    questions: hitQuestionsThrough(entry, through),
  }
}

/** Of two ways to know an entry that nothing else names: by numbers before by names, the better score, then by their content. */
function better(known: Match | undefined, match: Match): Match {
  if (known === undefined) return match
  const order =
    compareCodePoints(known.basis, match.basis) ||
    match.score - known.score ||
    compareCodePoints(known.recordName, match.recordName) ||
    compareCodePoints(known.matchedName, match.matchedName)
  return order <= 0 ? known : match
}

function withSame(match: Match, links: ReadonlyMap<number, Sameness>, own: MatchesByEntry): Match {
  const same = [...links].flatMap(([entry, { basis, confidence, shared }]): (SameEntry & { says: string })[] => {
    const through = own.get(entry)
    if (through === undefined) return []
    const { list, entryId, entryName } = through
    const by = basis === 'identifier' ? 'by the number' : 'by the name'
    const sure = confidence === 'confirmed' ? '' : 'perhaps '
    const says = `${sure}the same party as entry ${entryId} of ${list} ("${entryName}") ${by} "${shared}"`
    return [{ list, entryId, basis, confidence, says }]
  })
  const sorted = same
    .toSorted(
      (a, b) =>
        compareCodePoints(a.list, b.list) ||
        compareCodePoints(a.entryId, b.entryId) ||
        compareCodePoints(a.says, b.says),
    )
    // Of a list that is given in two files.
    .filter((each, at, all) => all[at - 1]?.list !== each.list || all[at - 1]?.entryId !== each.entryId)
  const sameAs = sorted.map(({ says: _, ...entry }) => entry)
  // What is sure by itself needs no word on what else would make it so.
  if (match.confidence === 'confirmed') return { ...match, sameAs }
  const stands = match.alone === 'none' ? 'that does' : 'the surer of them'
  const sentence = `It is ${sorted.map(({ says }) => says).join(', and ')}, and stands as ${stands}.`
  return { ...match, sameAs, explanation: `${match.explanation} ${sentence}` }
}
