import { basename } from 'node:path'
import { parsePartialDate } from '../../model/date.js'
import type { ListAddress, ListEntry, ListName } from '../../model/entry.js'
import type { ProblemSink } from '../../model/problem.js'
import type { Input } from '../../model/report.js'
import type { ListFile, LoadedList } from '../loaded.js'
import { COMPANIONS, findCompanions, type Companion, type FoundCompanions } from './companions.js'
import { checkSet, type CompanionRows } from './consistency.js'
import { ofacCountry } from './countries.js'
import { directivesIn } from './directives.js'
import { buildEntry } from './entry.js'
import { splitPrograms, tellList, type OfacList } from './programs.js'
import { readOfacFile, type OfacRow, type OfacRows } from './read.js'
import { parseRemarks, REMARKS_LIMIT } from './remarks.js'
import { cellText, mainRow, type MainRow } from './rows.js'
import { settleUids } from './uids.js'

/**
 * Reads OFAC's legacy CSV set: the main file that was named, and beside it the files of aliases, addresses and continued remarks. The files hold
 * no date at all, so the list's day is the one that the user gives.
 */
export async function loadOfacLegacy(file: ListFile, problems: ProblemSink): Promise<LoadedList> {
  const main = await readOfacFile('main', file.source, problems)
  const rows = settleUids(main, problems).map(({ cells, line }) => mainRow(cells, line))
  const list = tellList(
    rows.map((row) => ({ programs: splitPrograms(row.programs), directives: directivesIn(row.remarks ?? '') })),
    basename(file.path),
  )
  const found = await findCompanions(list, file.source)
  const companions = await readCompanions(found, problems)
  checkSet({ list, path: file.path, main, rows, companions, missing: found.missing }, problems)
  const entries = assemble(list, file.path, rows, companions)

  const day = parsePartialDate(file.day ?? '')
  const dated = day === undefined ? { list } : { list, publishedOn: day.text }
  main.tally.finish(list === 'OFAC SDN' ? 'ofac-sdn-csv' : 'ofac-cons-csv', main.tally.facts)
  const inputs: readonly Input[] = [
    main.tally.input({ ...dated, entries: entries.length }),
    ...[...companions.values()].map(({ tally }) => tally.input(dated)),
  ]
  const complete = main.whole && [...companions.values()].every(({ whole }) => whole)
  return { name: list, ...(day === undefined ? {} : { day }), entries, inputs, complete }
}

async function readCompanions(
  { sources }: FoundCompanions,
  problems: ProblemSink,
): Promise<ReadonlyMap<Companion, OfacRows>> {
  const read = new Map<Companion, OfacRows>()
  for (const companion of COMPANIONS) {
    const source = sources.get(companion)
    if (source === undefined) continue
    const rows = await readOfacFile(companion, source, problems)
    for (const { line } of rows.rows) rows.tally.accept(line === rows.brokenOff)
    read.set(companion, rows)
  }
  return read
}

function assemble(
  list: OfacList,
  file: string,
  rows: readonly MainRow[],
  companions: CompanionRows,
): readonly ListEntry[] {
  const aliases = byUid(companions.get('alt')?.rows ?? [])
  const addresses = byUid(companions.get('add')?.rows ?? [])
  const comments = byUid(companions.get('comments')?.rows ?? [])
  return rows.map((row) => {
    const continued = (comments.get(row.uid) ?? []).map(({ cells }) => cellText(cells[1]) ?? '').join('')
    const remarks = row.remarks === undefined && continued === '' ? undefined : (row.remarks ?? '') + continued
    const brokenOff = row.remarks?.length === REMARKS_LIMIT && continued === ''
    return buildEntry(list, file, {
      row,
      aliases: (aliases.get(row.uid) ?? []).flatMap(aliasOf),
      addresses: (addresses.get(row.uid) ?? []).flatMap(addressOf),
      remarks,
      facts: parseRemarks(remarks ?? '', brokenOff),
      directives: directivesIn(remarks ?? ''),
    })
  })
}

function byUid(rows: readonly OfacRow[]): ReadonlyMap<string, readonly OfacRow[]> {
  const grouped = new Map<string, OfacRow[]>()
  for (const row of rows) {
    const uid = row.cells[0]?.trim() ?? ''
    const group = grouped.get(uid)
    if (group === undefined) grouped.set(uid, [row])
    else group.push(row)
  }
  return grouped
}

function aliasOf({ cells }: OfacRow): readonly ListName[] {
  const text = cellText(cells[3])?.trim()
  if (text === undefined) return []
  const former = /^f\.?k\.?a/i.test(cells[2]?.trim() ?? '')
  return [{ text, strength: 'strong', ...(former ? { former } : {}) }]
}

function addressOf({ cells }: OfacRow): readonly ListAddress[] {
  const parts = cells.slice(2, 5).map((cell) => cellText(cell)?.trim())
  const text = parts.filter((part) => part !== undefined).join(', ')
  if (text === '') return []
  const country = ofacCountry(parts[2] ?? '')
  return [{ text, ...(country === undefined ? {} : { country }) }]
}
