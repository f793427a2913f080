import { BEGINNING, END, formatDay } from '../model/date.js'
import type { Problem, ProblemSink } from '../model/problem.js'
import type { Evidence } from '../model/report.js'
import { kindOf } from '../graph/links.js'
import { readBackLinks } from '../records/links.js'
import type { ToldLink } from '../model/record.js'
import type { FileFacts } from '../sources/outcome.js'
import type { Intake, LinkFile } from './intake.js'

/** What was read again, by link. */
export interface ReadAgain<T> {
  get(link: number): T | undefined
}

/**
 * Reads again what the links said: amounts, goods and documents are not kept for ten million links, only fetched for those in a reported
 * chain. A file that no longer holds what was read is an error, and its links are then shown by what the columns still know.
 *
 * @param links ascending, each once.
 */
export async function readBack<T>(
  intake: Intake,
  links: Int32Array,
  self: string | undefined,
  say: (record: ToldLink) => T,
  problems: ProblemSink,
): Promise<ReadAgain<T>> {
  const files = new Map<number, ReadAgain<T>>()
  for (const [file, wanted] of byFile(intake, links)) {
    const from = intake.linkFiles.get(file)
    if (from === undefined) continue
    files.set(
      file,
      from.offsets === undefined
        ? await readRows(intake, file, from, wanted, self, say, problems)
        : (await import('./read-at-places.js')).readAtPlaces(intake, from.offsets, wanted, say, problems),
    )
  }
  return { get: (link) => files.get(intake.links.file.at(link))?.get(link) }
}

/** Reads a file from its beginning, and keeps what is wanted of it. */
async function readRows<T>(
  intake: Intake,
  file: number,
  { source, role }: LinkFile,
  wanted: Int32Array,
  self: string | undefined,
  say: (record: ToldLink) => T,
  problems: ProblemSink,
): Promise<ReadAgain<T>> {
  const found = new Map<number, T>()
  const linkOf = new Map<number, number>([...wanted].map((link) => [intake.links.row.at(link), link]))
  const rows = [...linkOf.keys()].toSorted((a, b) => a - b)
  const options = { ...(self === undefined ? {} : { self }), ...factsOf(intake, file) }
  const lost = await readBackLinks(source, role, options, rows, (row, record) => {
    const link = linkOf.get(row)
    if (link !== undefined) found.set(link, say(record))
  })
  if (lost !== undefined) problems(lost)
  else if (found.size < wanted.length) problems(changed(source.path))
  return found
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

function byFile({ links }: Intake, wanted: Int32Array): ReadonlyMap<number, Int32Array> {
  const fileOf = (link: number): number => links.file.at(link)
  const files = new Set<number>()
  for (const link of wanted) files.add(fileOf(link))
  if (files.size === 1) return new Map([...files].map((file) => [file, wanted]))
  return new Map([...files].map((file) => [file, wanted.filter((link) => fileOf(link) === file)]))
}

function changed(file: string): Problem {
  return {
    severity: 'error',
    code: 'file-changed',
    message: 'the file changed while it was read: a record is no longer where it was',
    file,
  }
}
