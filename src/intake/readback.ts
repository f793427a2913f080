import { BEGINNING, END, formatDay } from '../model/date.js'
import type { Problem, ProblemSink } from '../model/problem.js'
import type { Evidence } from '../model/report.js'
import { codeOf, kindOf } from '../graph/links.js'
import { readBackScanned } from '../records/scan-read-back.js'
import { readBackLinks } from '../records/links.js'
import type { LinkRecord } from '../model/record.js'
import type { FileFacts } from '../sources/outcome.js'
import type { Intake } from './intake.js'
import { placesIn, type Offsets } from './scanned.js'

/**
 * Reads again what the links said: amounts, goods and documents are not kept for ten million links, only fetched for those in a reported
 * chain. A file that no longer holds what was read is an error, and its links are then shown by what the columns still know.
 */
export async function readBack<T>(
  intake: Intake,
  links: Iterable<number>,
  self: string | undefined,
  say: (record: LinkRecord) => T,
  problems: ProblemSink,
): Promise<ReadonlyMap<number, T>> {
  const found = new Map<number, T>()
  for (const [file, wanted] of byFile(intake, links)) {
    const from = intake.linkFiles.get(file)
    if (from === undefined) continue
    if (from.offsets !== undefined) {
      const lost = readAtOffsets(intake, from.offsets, wanted, (link, record) => void found.set(link, say(record)))
      if (lost !== undefined) problems(lost)
      continue
    }
    const linkOf = new Map<number, number>(wanted.map((link) => [intake.links.row.at(link), link]))
    const rows = [...linkOf.keys()].toSorted((a, b) => a - b)
    const lost = await readBackLinks(
      from.source,
      from.role,
      { ...(self === undefined ? {} : { self }), ...factsOf(intake, file) },
      rows,
      (row, record) => {
        const link = linkOf.get(row)
        if (link !== undefined) found.set(link, say(record))
      },
    )
    if (lost !== undefined) problems(lost)
    else if (wanted.some((link) => !found.has(link))) problems(changed(from.source.path))
  }
  return found
}

/** Reads the links of a scanned file at their places. A record that is not the one that was read shows that the file changed. */
function readAtOffsets(
  { links }: Intake,
  offsets: Offsets,
  wanted: readonly number[],
  take: (link: number, record: LinkRecord) => void,
): Problem | undefined {
  const sorted = wanted.toSorted((a, b) => a - b)
  const placeOf = placesIn(offsets)
  const records = sorted.map((link) => ({ offset: placeOf(link), line: links.line.at(link) }))
  return readBackScanned(offsets.scanned, records, (record, at) => {
    const link = sorted[at] ?? -1
    const isSame =
      codeOf(record.kind) === links.kind[link] &&
      (record.date?.first ?? BEGINNING) === links.first[link] &&
      (record.date?.last ?? END) === links.last[link]
    if (isSame) take(link, record)
    return isSame
  })
}

/** What the columns know of a link whose record could not be read again. */
export function bareEvidence({ links, placeOf }: Intake, link: number): Evidence {
  const [first, last] = [links.first[link] ?? BEGINNING, links.last[link] ?? END]
  return {
    kind: kindOf(links, link),
    ...(first === last ? { date: formatDay(first) } : {}),
    ...placeOf(link),
  }
}

/** What the file was at the first reading: then any change to it is noticed. */
function factsOf({ tallies }: Intake, file: number): { readonly facts?: FileFacts } {
  const facts = tallies[file]?.facts
  return facts === undefined ? {} : { facts }
}

function byFile({ links }: Intake, wanted: Iterable<number>): ReadonlyMap<number, readonly number[]> {
  const files = new Map<number, number[]>()
  for (const link of wanted) {
    const file = links.file.at(link)
    const known = files.get(file)
    if (known === undefined) files.set(file, [link])
    else known.push(link)
  }
  return files
}

function changed(file: string): Problem {
  return {
    severity: 'error',
    code: 'file-changed',
    message: 'the file changed while it was read: a record is no longer where it was',
    file,
  }
}
