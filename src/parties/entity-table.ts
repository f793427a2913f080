import { widenInt32, widenUint16, widenUint32, widenUint8 } from '../columns/widen.js'
import { createIdTable, type IdTable } from '../columns/id-table.js'
import { createTextColumn, type TextColumn } from '../columns/text-column.js'
import type { PlainEntity } from '../model/plain-entity.js'
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
  /** @param path what the places of the records of this file name. */
  addPlain(entity: PlainEntity, file: number, path: string): void
  add(record: EntityRecord, file: number, row: number): void
  /** Takes back all from this one on. */
  cut(count: number): void
}

const TYPE_CODES: ReadonlyMap<PartyType, number> = new Map(PARTY_TYPES.map((type, code) => [type, code]))

export function createEntityTable(): EntityTable {
  const names = createIdTable()
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
  let file: Int32Array = new Int32Array(1024)
  let line: Uint32Array = new Uint32Array(1024)
  let row: Uint32Array = new Uint32Array(1024)

  function next(): number {
    if (count === name.length) {
      const room = count * 2
      name = widenInt32(name, room)
      type = widenUint8(type, room)
      country = widenUint16(country, room)
      file = widenInt32(file, room)
      line = widenUint32(line, room)
      row = widenUint32(row, room)
    }
    return count++
  }

  function codeOfCountry(its: string): number {
    const known = countryCodes.get(its)
    if (known !== undefined) return known
    countryCodes.set(its, countries.length)
    return countries.push(its) - 1
  }

  function made(record: number): EntityRecord {
    const id = ids.textAt(record)
    const address = addresses.textAt(record)
    const its = countries[country[record] ?? 0] ?? ''
    return {
      name: names.textOf(name[record] ?? -1),
      type: PARTY_TYPES[type[record] ?? -1] ?? 'unknown',
      aliases: NONE,
      identifiers: NONE,
      place: { file: paths.get(file[record] ?? -1) ?? '', line: line[record] ?? 0 },
      ...(id === '' ? {} : { id }),
      ...(its === '' ? {} : { country: its }),
      ...(address === '' ? {} : { address }),
    }
  }

  return {
    names,
    ids,
    get count() {
      return count
    },
    nameAt: (record) => name[record] ?? -1,
    typeAt: (record) => PARTY_TYPES[type[record] ?? -1] ?? 'unknown',
    at: (record) => further.get(record) ?? made(record),
    isPlain: (record) => !further.has(record),
    further: () => further,
    fileOf: (record) => file[record] ?? -1,
    rowOf: (record) => row[record] ?? -1,
    countryAt: (record) => countries[country[record] ?? 0] ?? '',
    pathAt: (record) => further.get(record)?.place.file ?? paths.get(file[record] ?? -1) ?? '',
    lineAt: (record) => line[record] ?? 0,
    addPlain(entity, from, path) {
      const { bytes, view } = entity
      const record = next()
      name[record] = names.intern(bytes, view, entity.name.start, entity.name.end)
      if (entity.id.end > entity.id.start) ids.put(record, bytes, entity.id.start, entity.id.end)
      if (entity.address.end > entity.address.start)
        addresses.put(record, bytes, entity.address.start, entity.address.end)
      type[record] = TYPE_CODES.get(entity.type) ?? 0
      country[record] = codeOfCountry(entity.country)
      file[record] = from
      line[record] = entity.line
      row[record] = entity.row
      paths.set(from, path)
    },
    add(its, from, ofRow) {
      const record = next()
      further.set(record, its)
      name[record] = names.internText(its.name)
      if (its.id !== undefined) ids.putText(record, its.id)
      type[record] = TYPE_CODES.get(its.type) ?? 0
      country[record] = codeOfCountry(its.country ?? '')
      file[record] = from
      line[record] = its.place.line
      row[record] = ofRow
    },
    cut(to) {
      for (let record = to; record < count; record++) further.delete(record)
      ids.cut(to)
      addresses.cut(to)
      count = to
    },
  }
}

const NONE: readonly never[] = []
