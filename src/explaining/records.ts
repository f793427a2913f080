import type { ExplainedRecord } from '../model/explanation.js'
import type { Place } from '../model/problem.js'
import type { EntityRecord } from '../model/record.js'
import type { Parties } from '../parties/parties.js'

/** The party's records and spellings, each with what brought it there. */
export function recordsExplained(
  parties: Parties,
  party: number,
  placeOfEnd: (end: number) => Place,
): readonly ExplainedRecord[] {
  const [first, ...others] = parties.recordsOf(party)
  const name = parties.nameOf(party)
  const records = [first, ...others].flatMap((record) => (record === undefined ? [] : [explained(record, first, name)]))
  const spellings = parties.spellingsOf(party).map(({ text, end }): ExplainedRecord => {
    const place = end < 0 ? { file: '', line: 0 } : placeOfEnd(end)
    const why = first === undefined && text === name ? 'named by a link' : `a link calls it so: ${sameness(text, name)}`
    return { name: text, ...place, why }
  })
  return [...records, ...spellings.filter((spelling) => spelling.file !== '')]
}

function explained(record: EntityRecord, first: EntityRecord | undefined, name: string): ExplainedRecord {
  const { id, country, place } = record
  const why =
    record === first
      ? 'the first record, after which the party is named'
      : id !== undefined && id === first?.id
        ? `the same id, ${JSON.stringify(id)}`
        : sameness(record.name, name)
  return {
    ...(id === undefined ? {} : { id }),
    name: record.name,
    ...(country === undefined ? {} : { country }),
    ...place,
    why,
  }
}

function sameness(text: string, name: string): string {
  return text === name
    ? 'the same name'
    : `equal after folding to ${JSON.stringify(name)}, an alias of it, or said by a same-as link to be the same`
}
