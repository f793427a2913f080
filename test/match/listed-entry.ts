import type { ListEntry } from '../../src/model/entry.js'

/** An entry of a blocking list that says no more than a name. */
export function listedEntry(text: string, more: Partial<ListEntry> = {}): ListEntry {
  return {
    list: 'TEST',
    regime: 'us',
    kind: 'asset-freeze',
    entryId: text,
    names: [{ text, strength: 'primary' }],
    type: 'company',
    countries: [],
    addresses: [],
    identifiers: [],
    dates: [],
    programs: [],
    relations: [],
    place: { file: 'list.csv', line: 1 },
    ...more,
  }
}
