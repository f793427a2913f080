import type { IdTable } from '../columns/id-table.js'
import { compareCodePoints } from '../model/order.js'
import type { EntityRecord } from '../model/record.js'
import type { Entities } from './entity-table.js'
import type { CheckedIds } from './ids.js'
import type { Membership, Parties, Spelling } from './parties.js'
import { profileOf } from './profile.js'

export interface NamingRequest extends Membership {
  readonly entities: Entities
  /** Those of ends and ids of records; the other texts that parties are called by go beside them. */
  readonly texts: IdTable
  readonly onlyFrom: number
  readonly ids: CheckedIds
  spellingsOf(party: number): readonly Spelling[]
  recordsOf(party: number): readonly EntityRecord[]
}

/** Calls every party by an id and a name; the ids are texts of one table, so that they are compared as bytes. */
export function nameParties(request: NamingRequest): Pick<Parties, 'idOf' | 'nameOf' | 'compareIds'> {
  const { count, records, spellings, entities, texts, onlyFrom, ids } = request
  const textOfId = new Int32Array(count)
  for (let party = 0; party < count; party++) {
    const record = namingRecord(party)
    const text = record === -1 ? soleEnd(party) : (ids.textOfRecord[record] ?? -1)
    textOfId[party] = text === -1 ? texts.internText(nameOf(party)) : text
  }
  tellApart(request, textOfId)
  /** The record that the party is named after; -1 where it is called as links spell it. */
  function namingRecord(party: number): number {
    const first = records.first(party)
    return first >= onlyFrom && !spellings.isEmpty(party) ? -1 : first
  }

  /** The end that a party is called by where it has no other name; -1 where it has. */
  function soleEnd(party: number): number {
    const only = spellings.only(party)
    return only < request.partyOfEnd.length ? only : -1
  }

  function nameOf(party: number): string {
    const record = namingRecord(party)
    if (record !== -1) return entities.names.textOf(entities.nameAt(record))
    return request.spellingsOf(party)[0]?.text ?? ''
  }

  return {
    nameOf,
    idOf: (party) => texts.textOf(textOfId[party] ?? -1),
    compareIds: (a, b) => texts.compare(textOfId[a] ?? -1, textOfId[b] ?? -1),
  }
}

/** Two parties of one name and no id: what tells them apart is added in brackets, so that ids stay unique and do not depend on order. */
function tellApart({ count, texts, records, ids, recordsOf }: NamingRequest, textOfId: Int32Array): void {
  const holders = new Uint8Array(texts.size)
  const doubled = new Set<number>()
  for (const text of textOfId) {
    if (holders[text] === 1) doubled.add(text)
    holders[text] = 1
  }
  if (doubled.size === 0) return
  const mark = (party: number): string => {
    const its = recordsOf(party)
    if (its.length === 0) return 'from links'
    const { countries, types, identifiers } = profileOf(its)
    const numbers = [...new Set(identifiers.map(({ scheme, value }) => `${scheme}:${value}`))].toSorted(
      compareCodePoints,
    )
    return [...countries, ...types, ...numbers].join(', ') || 'no country'
  }
  const namesakes: number[] = []
  for (let party = 0; party < count; party++) {
    const text = textOfId[party] ?? -1
    const first = records.first(party)
    if (doubled.has(text) && (first === -1 || ids.textOfRecord[first] !== text)) namesakes.push(party)
  }
  const marks = new Map(namesakes.map((party) => [party, mark(party)]))
  const markOf = (party: number): string => marks.get(party) ?? ''
  namesakes.sort(
    (a, b) => texts.compare(textOfId[a] ?? -1, textOfId[b] ?? -1) || compareCodePoints(markOf(a), markOf(b)),
  )
  const taken = new Set(textOfId)
  for (const party of namesakes) {
    const wanted = `${texts.textOf(textOfId[party] ?? -1)} (${markOf(party)})`
    let id = texts.internText(wanted)
    for (let more = 2; taken.has(id); more++) id = texts.internText(`${wanted} ${more}`)
    taken.add(id)
    textOfId[party] = id
  }
}
