import { basename } from 'node:path'
import { parsePartialDate } from '../../model/date.js'
import type { ListAddress, ListEntry, ListName } from '../../model/entry.js'
import type { ProblemSink } from '../../model/problem.js'
import type { Input } from '../../model/report.js'
import type { ListFile, LoadedList } from '../loaded.js'
import { findCompanions, type FoundCompanions } from './companions.js'
import { checkSet, type CompanionRows } from './consistency.js'
import { ofacCountry } from './countries.js'
import { directivesIn } from './directives.js'
import { buildEntry } from './entry.js'
import { splitPrograms, tellList, type Designation, type OfacList } from './programs.js'
import { readOfacFile, type OfacRow, type OfacRows } from './read.js'
import { parseRemarks, REMARKS_LIMIT } from './remarks.js'
import { cellText, isKnownType, mainRow, type MainRow } from './rows.js'
import { settleUids } from './uids.js'
import { untyped } from './untyped.js'

/** A row of the main file, and what its own text says of the kind of designation. */
interface Designated extends Designation {
  readonly row: MainRow
}

/**
 * Reads OFAC's legacy CSV set: the main file that was named, and beside it the files of aliases, addresses and continued remarks. The files hold
 * no date at all, so the list's day is the one that the user gives.
 */
export async function loadOfacLegacy(file: ListFile, problems: ProblemSink): Promise<LoadedList> {
  const main = await readOfacFile('main', file.source, withOneNull, problems)
  const designated = settleUids(main, problems).map(({ said, line }): Designated => {
    const row = mainRow(said, line)
    return { row, programs: splitPrograms(row.programs), directives: directivesIn(row.remarks ?? '') }
  })
  const rows = designated.map(({ row }) => row)
  for (const { uid, type, line } of rows) if (!isKnownType(type)) problems(untyped(file.path, uid, line))
  const list = tellList(designated, basename(file.path))
  const found = findCompanions(list, file.source)
  const companions = await readCompanions(found, problems)
  let isCertain = true
  checkSet({ list, path: file.path, main, rows, companions, missing: found.missing }, (problem) => {
    if (problem.severity === 'error') isCertain = false
    problems(problem)
  })
  const entries = assemble(list, file.path, designated, companions)

  const { alt, add, comments } = companions
  const others = [alt, add, comments].filter((each) => each !== undefined)
  const day = parsePartialDate(file.day ?? '')
  const dated = day === undefined ? { list } : { list, publishedOn: day.text }
  main.tally.finish(list === 'OFAC SDN' ? 'ofac-sdn-csv' : 'ofac-cons-csv', main.tally.facts)
  const inputs: readonly Input[] = [
    main.tally.input({ ...dated, entries: entries.length }),
    ...others.map(({ tally }) => tally.input(dated)),
  ]
  const complete = main.whole && isCertain && others.every(({ whole }) => whole)
  return { name: list, ...(day === undefined ? {} : { day }), entries, inputs, complete }
}

/** OFAC's nulls are half of all cells: one text for them all. */
function withOneNull(cells: readonly string[]): readonly string[] {
  return cells.map((cell) => (cell === WRITTEN_NULL ? WRITTEN_NULL : cell))
}

const WRITTEN_NULL = '-0- '

async function readCompanions({ sources }: FoundCompanions, problems: ProblemSink): Promise<CompanionRows> {
  const { alt, add, comments } = Object.fromEntries(sources)
  return {
    ...(alt !== undefined && { alt: counted(await readOfacFile('alt', alt, aliasOf, problems)) }),
    ...(add !== undefined && { add: counted(await readOfacFile('add', add, addressOf, problems)) }),
    ...(comments !== undefined && {
      comments: counted(await readOfacFile('comments', comments, (cells) => cellText(cells[1]) ?? '', problems)),
    }),
  }
}

function counted<Said>(rows: OfacRows<Said>): OfacRows<Said> {
  for (const { line } of rows.rows) rows.tally.accept(line === rows.brokenOff)
  return rows
}

function assemble(
  list: OfacList,
  file: string,
  rows: readonly Designated[],
  companions: CompanionRows,
): readonly ListEntry[] {
  const aliases = byUid(companions.alt?.rows ?? NONE)
  const addresses = byUid(companions.add?.rows ?? NONE)
  const comments = byUid(companions.comments?.rows ?? NONE)
  return rows.map(({ row, directives }) => {
    const continued = comments.get(row.uid)?.join('') ?? ''
    const remarks = row.remarks === undefined && continued === '' ? undefined : (row.remarks ?? '') + continued
    const brokenOff = row.remarks?.length === REMARKS_LIMIT && continued === ''
    return buildEntry(list, file, {
      row,
      aliases: aliases.get(row.uid) ?? NONE,
      addresses: addresses.get(row.uid) ?? NONE,
      remarks,
      facts: parseRemarks(remarks ?? '', brokenOff),
      directives: continued === '' ? directives : directivesIn(remarks ?? ''),
    })
  })
}

/** What the rows of each uid say, as far as they say anything. */
function byUid<Said>(rows: readonly OfacRow<Said | undefined>[]): ReadonlyMap<string, readonly Said[]> {
  const grouped = new Map<string, Said[]>()
  for (const { uid, said } of rows) {
    if (said === undefined) continue
    const group = grouped.get(uid)
    if (group === undefined) grouped.set(uid, [said])
    else group.push(said)
  }
  return grouped
}

const FORMER = /^f\.?k\.?a/i

function aliasOf(cells: readonly string[]): ListName | undefined {
  const text = cellText(cells[3])?.trim()
  if (text === undefined) return undefined
  return FORMER.test(cells[2]?.trim() ?? '') ? { text, strength: 'strong', former: true } : { text, strength: 'strong' }
}

function addressOf(cells: readonly string[]): ListAddress | undefined {
  const parts: string[] = []
  for (let at = FIRST_OF_ADDRESS; at <= COUNTRY_OF_ADDRESS; at++) {
    const part = cellText(cells[at])?.trim()
    if (part !== undefined) parts.push(part)
  }
  if (parts.length === 0) return undefined
  // Joined and not added up, which would keep the pieces and the line that they are cut from.
  const text = parts.join(', ')
  const country = ofacCountry(cellText(cells[COUNTRY_OF_ADDRESS])?.trim() ?? '')
  return country === undefined ? { text } : { text, country }
}

const [FIRST_OF_ADDRESS, COUNTRY_OF_ADDRESS] = [2, 4]
const NONE: readonly never[] = []
