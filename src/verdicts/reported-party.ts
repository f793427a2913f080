import type { Place } from '../model/problem.js'
import type { PartyRecord, ReportedParty } from '../model/report.js'
import type { Parties } from '../parties/parties.js'

export function reportedParty(parties: Parties, party: number, placeOfEnd: (end: number) => Place): ReportedParty {
  const records = parties.recordsOf(party)
  const country = records.find((record) => record.country !== undefined)?.country
  const ofRecords: readonly PartyRecord[] = records.map(({ id, name, place }) => ({
    ...(id === undefined ? {} : { id }),
    name,
    ...place,
  }))
  const ofLinks = parties
    .spellingsOf(party)
    .flatMap(({ text, end }) => (end < 0 ? [] : [{ name: text, ...placeOfEnd(end) }]))
  return {
    id: parties.idOf(party),
    name: parties.nameOf(party),
    ...(country === undefined ? {} : { country }),
    records: [...ofRecords, ...ofLinks],
  }
}
