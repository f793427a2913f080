import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { ListEntry, ListName } from '../src/model/entry.js'
import type { Identifier } from '../src/model/identifier.js'
import { resolveCountry } from '../src/model/country.js'
import type { PartyType } from '../src/model/record.js'

// Reads the names of an SDN file without the tool's own list reader, so that the matcher can be measured by itself.
const TYPES: ReadonlyMap<string, PartyType> = new Map([
  ['individual', 'person'],
  ['vessel', 'vessel'],
  ['aircraft', 'aircraft'],
])
const NUMBERS: readonly (readonly [RegExp, string])[] = [
  [/Tax ID No\. (\S+) \(([^)]+)\)/g, 'tax'],
  [/Registration (?:Number|ID) (\S+) \(([^)]+)\)/g, 'registration'],
  [/SWIFT\/BIC (\w+)()/g, 'swift'],
  [/Identification IMO (\d+)()/g, 'imo'],
  [/Legal Entity Number (\w{20})()/g, 'lei'],
]

function readRows(path: string): string[][] {
  return parse(readFileSync(path, 'latin1').replaceAll('\u001a', ''), { relax_column_count: true })
}

function identifiersIn(remarks: string): Identifier[] {
  return NUMBERS.flatMap(([pattern, scheme]) =>
    [...remarks.matchAll(pattern)].map(([, value = '', place = '']): Identifier => {
      const country = place === '' ? undefined : resolveCountry(place)
      return country === undefined ? { scheme, value } : { scheme, value, country }
    }),
  )
}

/** The entries of `<folder>/sdn.csv` with the names of `alt.csv` and the countries of `add.csv`. */
export function readSdnNames(folder: string): ListEntry[] {
  const aliases = new Map<string, ListName[]>()
  for (const [uid = '', , , text = ''] of readRows(`${folder}/alt.csv`)) {
    aliases.set(uid, [...(aliases.get(uid) ?? []), { text, strength: 'strong' }])
  }
  const countries = new Map<string, Set<string>>()
  for (const [uid = '', , , , country = ''] of readRows(`${folder}/add.csv`)) {
    const code = resolveCountry(country.trim())
    if (code !== undefined) countries.set(uid, (countries.get(uid) ?? new Set()).add(code))
  }
  return readRows(`${folder}/sdn.csv`).map(
    ([uid = '', name = '', type = '', programs = '', ...rest], row): ListEntry => {
      const remarks = rest.at(-1) ?? ''
      return {
        list: 'OFAC SDN',
        regime: 'us',
        kind: 'asset-freeze',
        entryId: uid,
        names: [
          { text: name, strength: 'primary' },
          ...(aliases.get(uid) ?? []),
          ...[...remarks.matchAll(/a\.k\.a\. '([^']+)'/g)].map(([, text = '']): ListName => ({
            text,
            strength: 'weak',
          })),
        ],
        type: TYPES.get(type.trim()) ?? 'company',
        countries: [...(countries.get(uid) ?? [])].sort(),
        addresses: [],
        identifiers: identifiersIn(remarks),
        dates: [],
        programs: programs.split('] ['),
        remarks,
        relations: [],
        place: { file: `${folder}/sdn.csv`, line: row + 1 },
      }
    },
  )
}
