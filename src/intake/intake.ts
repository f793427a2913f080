import { addLink, addVia, createLinkTable, LEFT_OUT, WEAK_STAKE, type LinkTable } from '../graph/links.js'
import { createRelationDetails, noteRelation, type RelationDetails } from '../graph/relation-details.js'
import { compareDecimals } from '../model/decimal.js'
import type { PartialDate } from '../model/date.js'
import type { ScreenOptions } from '../model/options.js'
import type { PlainEntities } from '../model/plain-entities.js'
import type { Place, Problem, ProblemSink } from '../model/problem.js'
import type { EntityRecord, FreeText, LinkRecord } from '../model/record.js'
import { createEntityTable, type Entities } from '../parties/entity-table.js'
import { foldingOf } from '../parties/folding.js'
import { takingPart } from '../parties/only.js'
import { readEntities } from '../records/entities.js'
import { readLinks, type RowRef } from '../records/links.js'
import type { ScannedLinks } from '../records/scan-links.js'
import type { Tally } from '../records/tally.js'
import { storedFile } from '../sources/scan/stored.js'
import type { Source } from '../sources/source.js'
import { createDescribedParties } from './described.js'
import { createEndTable, type EndTable } from './ends.js'
import type { Offsets } from './scanned.js'

/** The record files of a screening. */
export interface RecordSources {
  readonly entities: readonly Source[]
  readonly transactions: readonly Source[]
  readonly relations: readonly Source[]
  readonly only?: Source
}

/** A file of links, as it is needed to read evidence back. */
export interface LinkFile {
  readonly source: Source
  readonly role: 'transactions' | 'relations'
  /** Of a file that was scanned. */
  readonly offsets?: Offsets
}

export interface Intake {
  readonly records: Entities
  /** Records from here on are those of the `--only` file that take part as others do. */
  readonly onlyFrom: number
  /** Those of `records` that no file of entities holds: made of what transactions say of the parties that they name. */
  readonly described: ReadonlySet<EntityRecord>
  /** Cells of links in which names may stand, each text once. */
  readonly texts: readonly LinkText[]
  /** Records of the `--only` file, which choose what is reported. */
  readonly only: readonly EntityRecord[]
  readonly links: LinkTable
  readonly relationDetails: RelationDetails
  readonly ends: EndTable
  /** Ends of `same-as` links in effect. */
  readonly sameAs: readonly (readonly [number, number])[]
  readonly self?: number
  /** In the order of the files; an entities file has no link file at its place. */
  readonly tallies: readonly Tally[]
  readonly linkFiles: ReadonlyMap<number, LinkFile>
  /** Links whose earliest day is after the day asked for. */
  readonly leftOut: number
  placeOf(link: number): Place
}

/** A cell of free text, and where it first stood. */
export interface LinkText extends FreeText {
  readonly file: number
  readonly line: number
}

export interface IntakeHooks {
  /** Bytes from which a file is scanned; by itself from where that is worth it. */
  readonly scanFrom?: number
  /** How many parts a file of transactions is scanned in. */
  readonly scanParts?: number
  /** Called when the files of entities are read, while other threads scan the first file of transactions, until `scanned`. */
  readonly whileScanning?: (records: Entities, scanned: Promise<unknown>) => Promise<void>
  /** Told when the user came to have the record of a link, where the record says it. */
  readonly known?: (link: number, knownOn: PartialDate) => void
}

/**
 * Smaller files are read as texts, which relations are anyway, and the scanners are not even loaded: those and their kernel cost the case of seven rows
 * 14 ms of 280. Files of some 70 KB took as long either way, those of 270 KB were quicker scanned.
 */
const WORTH_A_SCAN = 1 << 16

/** The name of a company, its country and an id take as much. */
const BYTES_A_RECORD = 40

/** Reads every record file, once: entities as records, links as columns whose ends are still texts. */
export async function takeIn(
  sources: RecordSources,
  options: ScreenOptions,
  asOf: number,
  problems: ProblemSink,
  hooks: IntakeHooks = {},
): Promise<Intake> {
  const tallies: Tally[] = []
  const ends = createEndTable((file) => tallies[file]?.file ?? '')
  const links = createLinkTable()
  const relationDetails = createRelationDetails()
  const records = createEntityTable()
  const only: { readonly its: EntityRecord; readonly file: number; readonly row: number }[] = []
  const sameAs: (readonly [number, number])[] = []
  const linkFiles = new Map<number, LinkFile>()
  const describedParties = createDescribedParties()
  const texts = new Map<string, LinkText>()
  let files = 0
  let leftOut = 0

  const keepNames = (file: number) => (names: readonly string[], place: Place) => {
    for (const name of names) ends.endOf(name, file, place.line)
  }
  // Standard input has no place on disk before it was opened.
  const isSmall = ({ location }: Source): boolean =>
    location !== undefined && bytesOf(location) < (hooks.scanFrom ?? WORTH_A_SCAN)
  // Before anything goes on beside: modules that two load at once are more than the loader of a test bears.
  const scanners = [...sources.entities, ...sources.transactions].every(isSmall)
    ? undefined
    : await import('../records/scanners.js')
  const takeEntities = async (source: Source): Promise<void> => {
    const file = files++
    const before = records.count
    const sink = {
      record: (its: EntityRecord, { row }: RowRef) => records.add(its, file, row),
      plain: (its: PlainEntities) => records.addPlain(its, file, source.path),
      undo: () => records.cut(before),
      rejectedNames: keepNames(file),
    }
    if (!isSmall(source)) records.expect(Math.ceil(bytesOnDisk([source]) / BYTES_A_RECORD))
    const scanned = isSmall(source) ? undefined : await scanners?.scanEntities(source, sink, problems)
    tallies[file] = scanned ?? (await readEntities(source, 'entities', sink, problems))
  }
  const takeOnly = async (source: Source): Promise<void> => {
    const file = files++
    const record = (its: EntityRecord, { row }: RowRef): void => void only.push({ its, file, row })
    tallies[file] = await readEntities(source, 'only', { record, rejectedNames: keepNames(file) }, problems)
  }
  const takeLinks = async (source: Source, role: LinkFile['role']): Promise<void> => {
    const file = files++
    linkFiles.set(file, { source, role })
    const link = (its: LinkRecord, row: RowRef): void => {
      const from = ends.endOf(its.from, file, its.place.line)
      const to = ends.endOf(its.to, file, its.place.line)
      const later = its.date !== undefined && its.date.first > asOf
      if (later) leftOut++
      else if (its.kind === 'same-as') sameAs.push([from, to])
      const flags = (later ? LEFT_OUT : 0) | (isWeakStake(its, options.minStake) ? WEAK_STAKE : 0)
      const days = its.date === undefined ? {} : { first: its.date.first, last: its.date.last }
      const added = addLink(links, {
        from,
        to,
        kind: its.kind,
        ...days,
        file,
        row: row.row,
        line: its.place.line,
        flags,
      })
      noteRelation(relationDetails, added, its)
      if (its.knownOn !== undefined) hooks.known?.(added, its.knownOn)
      for (const handler of its.via) addVia(links, added, ends.endOf(handler, file, its.place.line))
      for (const party of its.parties ?? []) describedParties.add(party, its.place)
      for (const cell of its.texts ?? [])
        if (!texts.has(cell.text)) texts.set(cell.text, { ...cell, file, line: its.place.line })
    }
    const reading = options.self === undefined ? {} : { self: options.self }
    tallies[file] = await readLinks(source, role, reading, { link, rejectedNames: keepNames(file) }, problems)
  }

  const takeTransactions = async (source: Source, scanning: Promise<ScannedLinks | undefined>): Promise<void> => {
    const scanned = await scanning
    // The scanner reads no `known_on`.
    const isPartly = hooks.known !== undefined && scanned?.plan.layout.at.has('known_on') === true
    if (scanned === undefined || isPartly) return takeLinks(source, 'transactions')
    const file = files++
    const { takeScanned } = await import('./scanned.js')
    const taken = takeScanned(scanned, file, links, ends, problems)
    tallies[file] = taken.tally
    linkFiles.set(file, { source, role: 'transactions', offsets: taken.offsets })
    sameAs.push(...taken.sameAs)
    leftOut += taken.leftOut
  }
  const scan = async (source: Source, beside?: number): Promise<ScannedLinks | undefined> => {
    if (isSmall(source)) return undefined
    return scanners?.scanLinks(source, {
      asOf,
      laterFlag: LEFT_OUT,
      ...(options.self === undefined ? {} : { self: options.self }),
      ...(hooks.scanParts === undefined ? {} : { parts: hooks.scanParts }),
      ...(beside === undefined ? {} : { beside }),
    })
  }

  const [firstFile, ...furtherFiles] = sources.transactions
  // Other threads scan it while this one reads the entities.
  const firstScan = firstFile === undefined ? undefined : scan(firstFile, bytesOnDisk(sources.entities))
  firstScan?.catch(() => undefined)
  for (const source of sources.entities) await takeEntities(source)
  await hooks.whileScanning?.(records, firstScan ?? Promise.resolve())
  if (firstFile !== undefined && firstScan !== undefined) await takeTransactions(firstFile, firstScan)
  for (const source of furtherFiles) await takeTransactions(source, scan(source))
  for (const source of sources.relations) await takeLinks(source, 'relations')
  if (sources.only !== undefined) await takeOnly(sources.only)
  if (leftOut > 0) problems(dated(leftOut, options.asOf))
  const self = options.self === undefined ? {} : { self: ends.endOf(options.self, -1, 0) }
  const described = describedParties.toRecords(records, foldingOf(options.exactNames))
  for (const record of described) records.add(record, -1, -1)
  const onlyFrom = records.count
  for (const { its, file, row } of takingPart(only, records)) records.add(its, file, row)
  return {
    records,
    onlyFrom,
    described: new Set(described),
    texts: [...texts.values()],
    only: only.map(({ its }) => its),
    links,
    relationDetails,
    ends,
    sameAs,
    ...self,
    tallies,
    linkFiles,
    leftOut,
    placeOf: (link) => ({ file: tallies[links.file.at(link)]?.file ?? '', line: links.line.at(link) }),
  }
}

function bytesOnDisk(sources: readonly Source[]): number {
  return sources.reduce((sum, { location }) => sum + (location === undefined ? 0 : bytesOf(location)), 0)
}

/** 0 of what is no file: whoever reads it says so. */
function bytesOf(location: string): number {
  try {
    return storedFile(location)?.bytes ?? 0
  } catch {
    return 0
  }
}

/** A stake of unknown size may be any: only one known to be small is no step. */
function isWeakStake(link: LinkRecord, minStake: string): boolean {
  return link.kind === 'owns' && link.percent !== undefined && compareDecimals(link.percent, minStake) < 0
}

function dated(count: number, asOf: string): Problem {
  const message =
    count === 1
      ? `1 link is dated after ${asOf} and was left out`
      : `${count} links are dated after ${asOf} and were left out`
  return { severity: 'warning', code: 'links-later', message }
}
