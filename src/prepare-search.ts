import { entriesInForce, type InForce } from './lists/in-force.js'
import { loadLists, type LoadedList } from './lists/load.js'
import { createMatcher, type Matcher } from './match/matcher.js'
import type { ScreenOptions } from './model/options.js'
import type { ProblemSink } from './model/problem.js'
import type { Entities } from './parties/entity-table.js'
import { createRecordKeys, type RecordKeys } from './parties/record-keys.js'
import { createSettledNames, type SettledNames } from './parties/settled-names.js'
import type { ScreenHooks, ScreenInputs } from './screen-inputs.js'

/** The lists, filed, and what they say of the records of entities: all that does not wait for the transactions. */
export interface Search {
  readonly lists: readonly LoadedList[]
  readonly inForce: InForce
  readonly matcher: Matcher
  readonly settled: SettledNames
  readonly folded: RecordKeys
}

export async function prepareSearch(
  records: Entities,
  inputs: Pick<ScreenInputs, 'lists'>,
  how: {
    readonly options: ScreenOptions
    readonly day: number
    readonly hooks: ScreenHooks
    readonly say: ProblemSink
    /** Names are looked at until then; the others once the graph is on its way. */
    readonly scanned: Promise<unknown>
  },
): Promise<Search> {
  const { options, day, hooks, say, scanned } = how
  hooks.progress?.('reading lists')
  const lists = await loadLists(inputs.lists, say)
  const inForce = entriesInForce(lists, { day, given: options.asOfGiven }, options)
  inForce.problems.forEach(say)
  const matcher = createMatcher(inForce.entries, options)
  hooks.progress?.('bringing parties together')
  const folded = createRecordKeys(records.names, options.exactNames)
  folded.foldAhead()
  hooks.progress?.('matching names')
  const settled = createSettledNames(records, folded, matcher)
  await settled.lookAhead(scanned)
  return { lists, inForce, matcher, settled, folded }
}
