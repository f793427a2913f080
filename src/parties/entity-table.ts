import { widenInt32, widenUint16, widenUint8 } from '../columns/widen.js'
import { createIdTable, type IdTable } from '../columns/id-table.js'
import { createWideIdTable } from '../columns/wide-id-table.js'
import { createSteps } from '../columns/steps.js'
import { createTextColumn, type TextColumn } from '../columns/text-column.js'
import type { PlainEntities } from '../model/plain-entities.js'
import { PARTY_TYPES, type EntityRecord, type PartyType } from '../model/record.js'

/** Records of entities as columns; a record is called by its number. A million objects would be half a gigabyte. */
export interface Entities {
  readonly count: number
  /** Distinct names. */
  readonly names: IdTable
  nameAt(record: number): number
  /** Empty where a record has none. */
  readonly ids: TextColumn
  typeAt(record: number): PartyType
  /** The same object each time only for those of `further`. */
  at(record: number): EntityRecord
  /** Whether it says no more than id, name, type, country and address. */
  isPlain(record: number): boolean
  /** Those that may say more than id, name, type, country and address, in their order. */
  further(): Iterable<readonly [record: number, its: EntityRecord]>
  /** The input file that it came from, -1 where it came from none, and the ordinal of its row. */
  fileOf(record: number): number
  rowOf(record: number): number
  /** Empty where it has no country. */
  countryAt(record: number): string
  pathAt(record: number): string
  lineAt(record: number): number
}

export interface EntityTable extends Entities {
  /** Tells that about so many more are to come, which are many. */
  expect(more: number): void
  /** @param path what the places of the records of this file name. */
  addPlain(entities: PlainEntities, file: number, path: string): void
  add(record: EntityRecord, file: number, row: number): void
  /** Takes back all from this one on. */
  cut(count: number): void
}

const TYPE_CODES: ReadonlyMap<PartyType, number> = new Map(PARTY_TYPES.map((type, code) => [type, code]))

export function createEntityTable(): EntityTable {
  let names: IdTable = createIdTable()
  const ids = createTextColumn()
  const addresses = createTextColumn()
  const paths = new Map<number, string>()
  const countries: string[] = ['']
  const countryCodes = new Map<string, number>([['', 0]])
  const further = new Map<number, EntityRecord>()
  let count = 0
  let name: Int32Array = new Int32Array(1024)
  let type: Uint8Array = new Uint8Array(1024)
  let country: Uint16Array = new Uint16Array(1024)
  const file = createSteps(0)
  const line = createSteps(1)
  const row = createSteps(1)

  /** Makes room for so many more; gives the first. */
  function next(more: number): number {
    if (count + more > name.length) {
      const room = Math.max(count + more, name.length * 2)
      name = widenInt32(name, room)
      type = widenUint8(type, room)
      country = widenUint16(country, room)
    }
    count += more
    return count - more
  }

  function codeOfCountry(its: string): number {
    const known = countryCodes.get(its)
    if (known !== undefined) return known
    countryCodes.set(its, countries.length)
    return countries.push(its) - 1
  }

  /** A file that is none counts as -1, which a column of steps has as the greatest number. */
  const fileOf = (record: number): number => file.at(record) | 0

  function made(record: number): EntityRecord {
    const id = ids.textAt(record)
    const address = addresses.textAt(record)
    const its = countries[country[record] ?? 0] ?? ''
    return {
      name: names.textOf(name[record] ?? -1),
      type: PARTY_TYPES[type[record] ?? -1] ?? 'unknown',
      aliases: NONE,
      identifiers: NONE,
      place: { file: paths.get(fileOf(record)) ?? '', line: line.at(record) },
      ...(id === '' ? {} : { id }),
      ...(its === '' ? {} : { country: its }),
      ...(address === '' ? {} : { address }),
    }
  }

  return {
    get names() {
      return names
    },
    ids,
    get count() {
      return count
    },
    nameAt: (record) => name[record] ?? -1,
    typeAt: (record) => PARTY_TYPES[type[record] ?? -1] ?? 'unknown',
    at: (record) => further.get(record) ?? made(record),
    isPlain: (record) => !further.has(record),
    further: () => further,
    fileOf,
    rowOf: row.at,
    countryAt: (record) => countries[country[record] ?? 0] ?? '',
    pathAt: (record) => further.get(record)?.place.file ?? paths.get(fileOf(record)) ?? '',
    lineAt: line.at,
    expect(more) {
      const wider = createWideIdTable(names.size + Math.min(Math.max(more, LEAST_ROOM), MOST_ROOM))
      for (let at = 0; at < names.size; at++) wider.internText(names.textOf(at))
      names = wider
    },
    addPlain(entities, from, path) {
      const { bytes, view } = entities
      const first = next(entities.count)
      names.internAll(bytes, view, entities.names, entities.count, name.subarray(first, count))
      ids.putAll(first, view, entities.ids, entities.count)
      addresses.putAll(first, view, entities.addresses, entities.count)
      type.set(entities.types, first)
      const codes = entities.countryWords.map((word = '') => codeOfCountry(word))
      for (let at = 0; at < entities.count; at++) country[first + at] = codes[entities.countries[at] ?? 0] ?? 0
      file.put(first, from)
      line.put(first, entities.line)
      row.put(first, entities.row)
      paths.set(from, path)
    },
    add(its, from, ofRow) {
      const record = next(1)
      further.set(record, its)
      name[record] = names.internText(its.name)
      if (its.id !== undefined) ids.putText(record, its.id)
      type[record] = TYPE_CODES.get(its.type) ?? 0
      country[record] = codeOfCountry(its.country ?? '')
      file.put(record, from)
      line.put(record, its.place.line)
      row.put(record, ofRow)
    },
    cut(to) {
      for (let record = to; record < count; record++) further.delete(record)
      ids.cut(to)
      addresses.cut(to)
      for (const column of [file, line, row]) column.cut(to)
      count = to
    },
  }
}

const NONE: readonly never[] = []
/** For what comes from where no size can be told. */
const LEAST_ROOM = 1 << 12
/** A file of wide rows has far fewer names than its bytes tell, and is not refused for those that it may have: a table that is full grows. */
const MOST_ROOM = 1 << 24
