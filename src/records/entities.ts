import { isFormerCountry } from '../model/former-country.js'
import { parseIdentifier } from '../model/identifier.js'
import type { Identifier } from '../model/identifier.js'
import type { Place, ProblemSink } from '../model/problem.js'
import { PARTY_TYPES } from '../model/record.js'
import type { EntityRecord } from '../model/record.js'
import type { Source } from '../sources/source.js'
import { ENTITY_SHAPE } from './columns.js'
import { quote } from './quote.js'
import { collectUnstated } from './unstated-forms.js'
import { freeTexts } from './free-texts.js'
import { limitProblems } from './many-problems.js'
import { namesInParts } from './name-parts.js'
import { createRowCheck } from './row-check.js'
import type { RowCheck } from './row-check.js'
import { headerOf, isName, namesIn, partsOf, textOf, valuesIn, valuesOf } from './row.js'
import type { Row } from './row.js'
import { readTable } from './table.js'
import type { TableReader } from './table-reader.js'
import type { RowRef, Tally } from './tally.js'
import { isSpoiltNumber, readCountry, readWord, spoiltIdentifier } from './values.js'

export interface EntitySink {
  record(record: EntityRecord, row: RowRef): void
  /** Names in a row that was rejected: they are screened although there is no record. */
  rejectedNames(names: readonly string[], place: Place): void
}

/** Schemes that say nothing of whose register it is: it is that of the party's country. */
const OF_THE_PARTY: ReadonlySet<string> = new Set(['tax_id', 'registration_number', 'vat', 'inn'])

function withCountry(identifier: Identifier, country: string | undefined): Identifier {
  if (country === undefined || isFormerCountry(country)) return identifier
  const isTheirs = identifier.country === undefined && OF_THE_PARTY.has(identifier.scheme)
  return isTheirs ? { ...identifier, country } : identifier
}

function readIdentifiers(check: RowCheck, country: string | undefined): readonly Identifier[] {
  const { row } = check
  const found = new Map<string, Identifier>()
  const add = (identifier: Identifier, column: string): void => {
    if (isSpoiltNumber(identifier.value)) check.drop(spoiltIdentifier(identifier.value), column)
    else found.set(`${identifier.scheme}:${identifier.value}`, withCountry(identifier, country))
  }
  for (const text of valuesOf(row, 'identifiers')) {
    const identifier = parseIdentifier(text)
    const column = headerOf(row, 'identifiers')
    if (identifier !== undefined) add(identifier, column)
    else {
      const message = `expected an identifier as scheme:value, got ${quote(text)}`
      check.drop({ ok: false, code: 'bad-identifier', message, hint: 'such as lei:… or by-unp:…' }, column)
    }
  }
  for (const { index, scheme, country: register } of row.layout.identifiers) {
    const its = register === undefined ? { scheme } : { scheme, country: register }
    for (const value of valuesIn(row.cells[index] ?? '')) add({ ...its, value }, row.layout.headers[index] ?? scheme)
  }
  return [...found.values()]
}

function readId(check: RowCheck): string | undefined {
  return check.optional<string>('id', (text) =>
    isSpoiltNumber(text) ? spoiltIdentifier(text) : { ok: true, value: text },
  )
}

/** The record of a row that has a name. */
function readRecord(check: RowCheck, name: string): EntityRecord {
  const { row, place } = check
  const id = readId(check)
  const type = check.optional('type', (text) => readWord(text, PARTY_TYPES, 'bad-type')) ?? 'unknown'
  const country = check.optional('country', readCountry)
  const identifiers = readIdentifiers(check, country)
  const address = textOf(row, 'address')
  const texts = freeTexts(row)
  const founded = check.optional('founded', check.formats.date)
  return {
    name,
    type,
    aliases: [...valuesOf(row, 'aliases'), ...namesInParts(partsOf(row, 'name') ?? [], name)],
    identifiers,
    place,
    ...(id === undefined ? {} : { id }),
    ...(country === undefined ? {} : { country }),
    ...(address === '' ? {} : { address }),
    ...(founded === undefined ? {} : { founded }),
    ...(texts === undefined ? {} : { texts }),
  }
}

/**
 * Reads a file of parties. Every row is in the tally that it gives, as accepted or as rejected; what is wrong with a
 * row or with the whole file goes to `problems`, in the order of the file.
 */
export async function readEntities(
  source: Source,
  role: 'entities' | 'only',
  sink: EntitySink,
  problems: ProblemSink,
): Promise<Tally> {
  const limited = limitProblems(problems)
  const unstated = collectUnstated(limited.sink)
  const tally = await readTable(source, entityReader(source, role, sink, unstated.sink), unstated.sink)
  unstated.flush()
  limited.flush()
  return tally
}

/** How `readEntities` takes the rows of a file. */
export function entityReader(
  { path, said }: Pick<Source, 'path' | 'said'>,
  role: 'entities' | 'only',
  sink: EntitySink,
  problems: ProblemSink,
): TableReader {
  const next = createRowCheck(path, problems, said)

  function row(its: Row, tally: Tally): void {
    const check = next(its)
    const name = textOf(its, 'name')
    if (isName(name) && !isSpoiltNumber(name)) {
      const record = readRecord(check, name)
      sink.record(record, tally.accept(check.degraded))
      return
    }
    tally.reject()
    check.reject('no-name', `expected a name, got ${name === '' ? 'nothing' : quote(name)}`, 'name')
    const names = namesIn(its, ENTITY_SHAPE.nameFields)
    if (names.length > 0) sink.rejectedNames(names, check.place)
  }

  return {
    role,
    shape: ENTITY_SHAPE,
    needed: () => ['name'],
    row,
    rejectedNames: sink.rejectedNames,
    ...(said === undefined ? {} : { said }),
  }
}
