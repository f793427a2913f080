import type { ListEntry } from '../model/entry.js'
import type { PartyType } from '../model/record.js'
import { QUALIFIERS, type Thresholds } from '../model/thresholds.js'
import { branchReadings, type BranchReading } from './branch.js'
import type { EntryTable } from './entry-table.js'
import type { IndexedName, NameIndex, NamesInReading } from './name-index.js'
import { scoreNames, type NameScore } from './score.js'
import type { PreparedName, Vocabulary } from './tokens.js'
import type { Reading } from './word-likeness.js'

/** A name of a list near a query by itself; what else is known of the two comes later. */
export interface NameHit {
  readonly listed: IndexedName
  readonly query: PreparedName
  readonly name: NameScore
  readonly reading: Reading
  readonly branch: BranchReading | undefined
}

/** A person is nobody but a person (OFAC FAQ 5, step 2): the names of others need not be searched, and the other way round. */
export function sidesOf(type: PartyType, { persons, organisations }: NameIndex): readonly NamesInReading[] {
  return type === 'person' ? [persons] : type === 'unknown' ? [persons, organisations] : [organisations]
}

/** Under this the sight of no other fact makes a match of two names. A swapped marker costs no words of a name's own. */
export function leastNameScore({ minScore, swappedMarker }: Thresholds, { reading }: NamesInReading): number {
  // A slip lifts names that by themselves score little.
  if (swappedMarker === 'slip') return LEAST_NAME_SCORE - ROUNDING
  const lift = reading === 'person' ? QUALIFIERS.birthDateEqual : 0
  return Math.max(LEAST_NAME_SCORE, minScore - lift) - ROUNDING
}

const LEAST_NAME_SCORE = 0.3

const ROUNDING = 1e-3

/** All list names that are near one name in any reading of it. */
export function findNames(
  name: string,
  side: NamesInReading,
  vocabulary: Vocabulary,
  entries: EntryTable,
  candidates: (side: NamesInReading, query: PreparedName) => readonly number[],
  least: number,
): readonly NameHit[] {
  const readings = [undefined, ...(side.reading === 'person' ? [] : branchReadings(name))]
  return readings.flatMap((branch) => {
    const text = branch?.head ?? name
    const queries = [vocabulary.prepare(text), ...vocabulary.render(text)]
    return queries.flatMap((query) =>
      candidates(side, query).flatMap((number) =>
        hitFor(side.name(number), query, side.reading, branch, entries, least),
      ),
    )
  })
}

function hitFor(
  listed: IndexedName | undefined,
  query: PreparedName,
  reading: Reading,
  branch: BranchReading | undefined,
  entries: EntryTable,
  least: number,
): NameHit[] {
  const entry = listed === undefined ? undefined : entries.at(listed.entry)
  if (listed === undefined || entry === undefined) return []
  if (branch !== undefined && !canBeBranch(branch, entry, listed.prepared, query)) return []
  const name = scoreNames(query, listed.prepared, reading)
  // What nothing else can lift is not kept: most of what is compared is of this kind.
  return name.score < LEAST_NAME_SCORE || name.score < least ? [] : [{ listed, query, name, reading, branch }]
}

/** Vessels have no branches; a city alone makes a branch only of a bank. */
function canBeBranch(branch: BranchReading, entry: ListEntry, listed: PreparedName, query: PreparedName): boolean {
  if (entry.type === 'vessel' || entry.type === 'aircraft') return false
  return (
    branch.kind === 'stated' ||
    entry.type === 'bank' ||
    [...listed.words, ...query.words].some((word) => word.asOrganisation.group === 'bank')
  )
}
