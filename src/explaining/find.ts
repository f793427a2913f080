import type { ScreenOptions } from '../model/options.js'
import type { Problem } from '../model/problem.js'
import { FINDING_KINDS } from '../model/report.js'
import { partiesMeant } from './meant.js'
import { partiesNamed } from '../parties/only.js'
import { foldingOf } from '../parties/folding.js'
import type { Parties } from '../parties/parties.js'
import type { Draft } from '../verdicts/draft.js'
import { findingId } from '../verdicts/finding-id.js'

export type Asked =
  | { readonly kind: 'party'; readonly party: number; readonly finding?: string }
  | { readonly kind: 'unknown'; readonly problem: Problem }

const SHOWN = 5
const FINDING_ID = new RegExp(`^(?:${FINDING_KINDS.join('|')})-[0-9a-f]+$`, 'u')

/** The party of this id, finding, or name, in that order. */
export function findParty(wanted: string, parties: Parties, drafts: Iterable<Draft>, options: ScreenOptions): Asked {
  for (let party = 0; party < parties.count; party++)
    if (parties.idOf(party) === wanted) return { kind: 'party', party }
  for (const { kind, party, target } of drafts) {
    const id = findingId(kind, parties.idOf(party), parties.idOf(target))
    if (id === wanted) return { kind: 'party', party, finding: wanted }
  }
  const record = {
    name: wanted,
    id: wanted,
    type: 'unknown',
    aliases: [],
    identifiers: [],
    place: { file: '', line: 0 },
  } as const
  const named = [...partiesNamed([record], parties, foldingOf(options.exactNames))]
  const [party, ...others] = named
  if (party !== undefined && others.length === 0) return { kind: 'party', party }
  return { kind: 'unknown', problem: named.length === 0 ? nobody(wanted, parties) : several(wanted, named, parties) }
}

function nobody(wanted: string, parties: Parties): Problem {
  return {
    severity: 'error',
    code: 'unknown-party',
    message: `expected the id or name of a party, or the id of a finding, got ${JSON.stringify(wanted)}, which no record has`,
    hint: hintFor(wanted, parties),
  }
}

function hintFor(wanted: string, parties: Parties): string {
  if (FINDING_ID.test(wanted))
    return 'there is no such finding: give the records, lists and options of the report that shows it'
  const meant = partiesMeant(wanted, parties).map((text) => JSON.stringify(text))
  return meant.length > 0
    ? `did you mean ${meant.join(' or ')}?`
    : 'hopscreen screen lists the parties that it flags; a party that is not flagged is named as its record names it'
}

function several(wanted: string, named: readonly number[], parties: Parties): Problem {
  const ids = named.map((party) => JSON.stringify(parties.idOf(party))).toSorted()
  const shown = ids.slice(0, SHOWN).join(', ')
  return {
    severity: 'error',
    code: 'ambiguous-party',
    message: `${JSON.stringify(wanted)} is the name of ${named.length} parties`,
    hint: `give the id of one: ${shown}${ids.length > SHOWN ? ', …' : ''}`,
  }
}
