import { createHash } from 'node:crypto'
import { closeSync, openSync } from 'node:fs'
import type { PlainEntities } from '../model/plain-entities.js'
import type { Problem, ProblemSink } from '../model/problem.js'
import { scannable, type Scannable } from '../sources/scan/scannable.js'
import { readAt, isSameFile, storedFile, unlessLost } from '../sources/scan/stored.js'
import { wholeLines } from '../sources/scan/whole-lines.js'
import type { Source } from '../sources/source.js'
import type { EntitySink } from './entities.js'
import { limitProblems } from './many-problems.js'
import { planEntities } from './scan-entity-plan.js'
import { createEntityRows, type EntityRows } from './scan-entity-rows.js'
import { readScannedHead } from './scan-header.js'
import { createTally, type Tally } from './tally.js'
import { collectUnstated } from './unstated-forms.js'

/** Takes the records of a scanned file in the order of its rows. */
export interface EntityScanSink extends EntitySink {
  /** Columns that are filled anew for the rows that come next. */
  plain(entities: PlainEntities): void
  /** Takes back all records of the file: it turned out not to be for the scanner. */
  undo(): void
}

/**
 * Scans a file of entities: rows that say nothing but id, name, type, country and address, each trivially fine, are given as their bytes, all others go to the
 * reader of texts. `undefined` where the file is not for the scanner; then it is read as text, which gives the same.
 */
export async function scanEntities(
  source: Source,
  sink: EntityScanSink,
  problems: ProblemSink,
): Promise<Tally | undefined> {
  const found = await scannable(source)
  if (found === undefined) return undefined
  try {
    const tally = await unlessLost(() => scanFound(source.path, found, sink, problems))
    if (tally === undefined) sink.undo()
    return tally
  } finally {
    found.unpacked?.spool.close()
  }
}

async function scanFound(
  path: string,
  { location, stored, delimiter, unpacked }: Scannable,
  sink: EntityScanSink,
  problems: ProblemSink,
): Promise<Tally | undefined> {
  const head = readScannedHead(location)
  const plan = head === undefined ? undefined : planEntities(path, delimiter, head)
  if (plan === undefined) return undefined

  // Kept until it is known that the scanner can read all of it.
  const said: Problem[] = []
  const names: Parameters<EntitySink['rejectedNames']>[] = []
  const held = { ...sink, rejectedNames: (...its: (typeof names)[number]) => void names.push(its) }
  const rows = createEntityRows(plan, held, (problem) => void said.push(problem))
  const sha256 = await readRows(location, plan.begin, stored.bytes, rows)
  const counts = rows.finish()
  if (sha256 === undefined || !isSameFile(stored, storedFile(location))) return undefined
  const limited = limitProblems(problems)
  const unstated = collectUnstated(limited.sink)
  if (plan.problem !== undefined) unstated.sink(plan.problem)
  for (const problem of said) unstated.sink(problem)
  for (const its of names) sink.rejectedNames(...its)
  const tally = createTally('entities', path)
  tally.addRows(counts)
  tally.finish('csv', unpacked?.facts ?? { sha256, bytes: stored.bytes, compression: 'none' })
  if (tally.rows === 0)
    unstated.sink({ severity: 'warning', code: 'no-rows', message: 'the file has no records', file: path })
  unstated.flush()
  limited.flush()
  return tally
}

/** Gives every line from `begin` on, and the hash of the whole file; `undefined` where it is not for a scanner. */
async function readRows(location: string, begin: number, bytes: number, rows: EntityRows): Promise<string | undefined> {
  const hash = createHash('sha256')
  const file = openSync(location, 'r')
  try {
    hash.update(readAt(file, 0, begin))
    let at = begin
    for (const block of wholeLines(file, begin, bytes, rows.block)) {
      if (block.kind !== 'lines' || !rows.take(block.until)) return undefined
      // The line end that the last line lacks is not in the file.
      hash.update(block.bytes.subarray(0, Math.min(block.until, bytes - at)))
      at += block.until
      // The threads that scan transactions start meanwhile.
      await new Promise((resolve) => setImmediate(resolve))
    }
    return hash.digest('hex')
  } finally {
    closeSync(file)
  }
}
