import type { Place } from '../model/problem.js'
import type { PartyRecord, ReportedParty } from '../model/report.js'
import type { Parties } from '../parties/parties.js'

export function reportedParty(parties: Parties, party: number, placeOfEnd: (end: number) => Place): ReportedParty {
  const records = parties.recordsOf(party)
  const country = records.find((record) => record.country !== undefined)?.country
  const told = records.map(({ id, name, place: { file, line } }): PartyRecord => {
    return id === undefined ? { name, file, line } : { id, name, file, line }
  })
  for (const { text, end } of parties.spellingsOf(party)) if (end >= 0) told.push({ name: text, ...placeOfEnd(end) })
  const [id, name] = [parties.idOf(party), parties.nameOf(party)]
  return country === undefined ? { id, name, records: told } : { id, name, country, records: told }
}
