import type { PartialDate } from '../../model/date.js'
import type { EntryRelation, ListAddress, ListEntry, ListKind, ListName } from '../../model/entry.js'
import { directivesIn } from './directives.js'
import { buildEntry } from './entry.js'
import { onOfacList } from './lists.js'
import type { OfacList } from './programs.js'
import { parseStatements, remarksOf, statement, type Statement } from './statements.js'

/** A party as OFAC's newer files tell of it, references put into words. */
export interface OfacParty {
  readonly uid: string
  /** `Individual`, `Entity`, `Vessel` or `Aircraft`. */
  readonly type: string
  readonly names: readonly ListName[]
  readonly addresses: readonly ListAddress[]
  /** Numbers and features, in the words of the legacy remarks. */
  readonly statements: readonly Statement[]
  readonly flag?: string | undefined
  readonly callSign?: string | undefined
  readonly owner?: string | undefined
  readonly remarks?: string | undefined
  readonly line: number
}

/** How a party stands on the lists. */
export interface OfacStanding {
  readonly lists: readonly { readonly name: string; readonly listedOn: PartialDate | undefined }[]
  readonly programs: readonly string[]
  readonly legalBasis: readonly string[]
  readonly relations: readonly EntryRelation[]
}

interface OnList {
  kind: ListKind
  listedOn: PartialDate | undefined
}

const KINDS_BY_WEIGHT: readonly ListKind[] = ['asset-freeze', 'export-control', 'debarment', 'sectoral', 'watch']

/**
 * The entries of a party: one on the SDN list, and one on the Consolidated list, which holds all others. The legacy files give the same two, so a
 * party that is read from either has the same keys.
 */
export function partyEntries(party: OfacParty, standing: OfacStanding, file: string): readonly ListEntry[] {
  const remarks = remarksOf(party.statements, party.remarks ?? '')
  const facts = parseStatements(party.statements, party.remarks ?? '')
  const [first, ...others] = party.names.toSorted(
    (a, b) => Number(b.strength === 'primary') - Number(a.strength === 'primary'),
  )
  const row = {
    uid: party.uid,
    name: first?.text ?? '',
    type: party.type.toLowerCase(),
    programs: standing.programs.join('] ['),
    callSign: party.callSign,
    flag: party.flag,
    owner: party.owner,
    remarks: remarks === '' ? undefined : remarks,
    line: party.line,
  }
  const parts = {
    row,
    aliases: others,
    addresses: party.addresses,
    remarks: row.remarks,
    facts,
    directives: directivesIn(remarks),
  }
  return [...onLists(standing, remarks)].map(([list, { kind, listedOn }]) => {
    const entry = buildEntry(list, file, parts)
    return {
      ...entry,
      kind,
      names: first === undefined ? [] : entry.names,
      ...(listedOn === undefined ? {} : { listedOn }),
      ...(standing.legalBasis.length === 0 ? {} : { legalBasis: standing.legalBasis }),
      relations: [...standing.relations, ...entry.relations],
    }
  })
}

/** The weightiest kind and the earliest day of each of the two lists. */
function onLists({ lists, programs }: OfacStanding, remarks: string): ReadonlyMap<OfacList, OnList> {
  const found = new Map<OfacList, OnList>()
  for (const { name, listedOn } of lists) {
    const on = onOfacList(name, programs, remarks)
    if (on === undefined) continue
    const before = found.get(on.list)
    if (before === undefined) found.set(on.list, { kind: on.kind, listedOn })
    else {
      if (KINDS_BY_WEIGHT.indexOf(on.kind) < KINDS_BY_WEIGHT.indexOf(before.kind)) before.kind = on.kind
      before.listedOn = earlier(before.listedOn, listedOn)
    }
  }
  return found
}

function earlier(a: PartialDate | undefined, b: PartialDate | undefined): PartialDate | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return a.first <= b.first ? a : b
}

/** The words of the legacy remarks for a feature; a vessel's own marks have places of their own. */
const FEATURES: ReadonlyMap<string, string> = new Map([
  ['Birthdate', 'DOB'],
  ['Place of Birth', 'POB'],
  ['Nationality Country', 'nationality'],
  ['Citizenship Country', 'citizen'],
])

/** A feature or a document in the words of the legacy remarks. */
export function partyStatement(type: string, value: string, country = ''): Statement {
  return statement(FEATURES.get(type) ?? type.replaceAll('’', "'"), value, country)
}
