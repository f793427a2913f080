import { entriesInForce } from './lists/in-force.js'
import { loadLists } from './lists/load.js'
import { append } from './model/append.js'
import { parseDay } from './model/date.js'
import type { DryRun, MappedInput } from './model/dry-run.js'
import type { ScreenOptions } from './model/options.js'
import type { Problem } from './model/problem.js'
import type { EntityRecord, LinkRecord } from './model/record.js'
import { VERSION } from './model/version.js'
import { unfoundColumns } from './intake/unfound-columns.js'
import type { ScreenHooks, ScreenInputs } from './screen-inputs.js'
import { collectUnstated } from './records/unstated-forms.js'
import { entityReader } from './records/entities.js'
import { linkReader, type LinkRole } from './records/links.js'
import { sampling } from './records/sampled.js'
import { readTable } from './records/table.js'
import type { TableReader } from './records/table-reader.js'
import type { Source } from './sources/source.js'

/**
 * Reads everything that a screening would read, by the same rules, and screens nothing.
 *
 * @returns how each file was understood, and what there is to screen; what is wrong with the inputs is in its `problems`.
 */
export async function dryRun(inputs: ScreenInputs, options: ScreenOptions, hooks: ScreenHooks = {}): Promise<DryRun> {
  const problems: Problem[] = []
  const say = (problem: Problem): void => void problems.push(problem)
  const names = new Set<string>()
  const counts = { records: 0, links: 0 }
  const ids = new Set<string>()
  const note = (texts: readonly string[]): void => {
    for (const text of texts) names.add(text)
  }
  const self = options.self === undefined ? {} : { self: options.self }
  const mapped: MappedInput[] = []
  const read = async (source: Source, makeReader: (say: (problem: Problem) => void) => TableReader): Promise<void> => {
    const unstated = collectUnstated(say)
    const { reader, sampled } = sampling(makeReader(unstated.sink))
    const tally = await readTable(source, reader, unstated.sink)
    unstated.flush()
    const { fields, ...understood } = sampled()
    const input = tally.input()
    const file = tally.file === tally.path ? {} : { file: tally.file }
    // A message has a place for all that a payment may say, and leaves most of them empty.
    const isMessage = /^(?:pain|camt)\./.test(input.format)
    const mapping = isMessage ? fields.filter(({ samples }) => samples.some((text) => text !== '')) : fields
    mapped.push({ ...input, ...file, mapping, ...understood })
  }
  const readParties = (source: Source, role: 'entities' | 'only') =>
    read(source, (sink) => {
      const record = (its: EntityRecord): void => {
        if (role === 'entities') counts.records++
        if (its.id !== undefined) ids.add(its.id)
        note([its.name, ...its.aliases])
      }
      return entityReader(source, role, { record, rejectedNames: note }, sink)
    })
  const readDeals = (source: Source, role: LinkRole) =>
    read(source, (sink) => {
      const link = (its: LinkRecord): void => {
        counts.links++
        note([its.from, its.to, ...its.via])
        for (const { text, name } of its.parties ?? []) {
          if (name === undefined) continue
          ids.add(text)
          note([name])
        }
      }
      return linkReader(source.path, role, self, { link, rejectedNames: note }, sink, source.said)
    })

  hooks.progress?.('reading records')
  for (const source of inputs.entities) await readParties(source, 'entities')
  for (const source of inputs.transactions) await readDeals(source, 'transactions')
  for (const source of inputs.relations) await readDeals(source, 'relations')
  if (inputs.only !== undefined) await readParties(inputs.only, 'only')
  if (inputs.map !== undefined) append(problems, unfoundColumns(inputs.map))
  append(problems, inputs.notes ?? [])
  hooks.progress?.('reading lists')
  const lists = await loadLists(inputs.lists, say)
  const inForce = entriesInForce(lists, { day: parseDay(options.asOf) ?? 0, given: options.asOfGiven }, options)
  append(problems, inForce.problems)
  const others = [...lists.flatMap((list) => list.inputs), ...(inputs.config === undefined ? [] : [inputs.config])]
  const isWhole = [...mapped, ...others].every(
    (input) => input.rejected === 0 && (!options.strict || input.degraded === 0),
  )
  return {
    schemaVersion: 1,
    tool: { name: 'hopscreen', version: VERSION },
    complete: isWhole && problems.every((problem) => problem.severity !== 'error'),
    asOf: options.asOf,
    inputs: mapped,
    others,
    wouldScreen: {
      ...counts,
      names: [...names].filter((name) => !ids.has(name)).length,
      listEntries: inForce.entries.length,
    },
    problems,
  }
}
