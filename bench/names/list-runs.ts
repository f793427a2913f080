import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { createMatcher, type Matcher } from '../../src/match/matcher.js'
import { flattenNames } from '../../src/match/file-names.js'
import { createNameIndex } from '../../src/match/name-index.js'
import { scoreNames } from '../../src/match/score.js'
import type { ListEntry } from '../../src/model/entry.js'
import type { PartyType } from '../../src/model/record.js'
import { DEFAULT_THRESHOLDS } from '../../src/model/thresholds.js'
import { readSdnNames } from '../sdn-names.js'
import { measureRecall, type Recall } from './recall.js'
import { NAMES_FOLDER, readCells, type LabelledPair } from './labelled-sets.js'

const SDN = '../shared/data/lists/ofac-sdn-2023-12-28'
const GRAPHS = '../shared/data/graphs'

/** Names that are on no list, screened. */
export interface Alarms {
  readonly label: string
  readonly names: number
  readonly possible: number
  readonly confirmed: number
  readonly hits: readonly string[]
}

export interface ListRuns {
  readonly entries: number
  readonly names: number
  /** CPU seconds until the index answers. */
  readonly ready: number
  readonly queriesASecond: number
  readonly microsecondsAPair: number
  readonly alarms: readonly Alarms[]
  readonly queries: { readonly found: number; readonly missed: number; readonly wrong: number }
  readonly recall: Recall
}

function cpuSeconds<T>(work: () => T): readonly [T, number] {
  const start = process.cpuUsage()
  const done = work()
  const { user, system } = process.cpuUsage(start)
  return [done, (user + system) / 1e6]
}

/** Everything that needs a whole list; `undefined` where that is missing. */
export function runLists(pairs: readonly LabelledPair[]): ListRuns | undefined {
  if (!existsSync(SDN)) return undefined
  const entries = readSdnNames(SDN)
  const [matcher, ready] = cpuSeconds(() => createMatcher(entries, DEFAULT_THRESHOLDS))
  const own = entries.flatMap((entry, i) => (i % 3 === 0 ? entry.names.map(({ text }) => text) : []))
  const [, asking] = cpuSeconds(() => own.map((name) => matcher.candidates(name)))
  return {
    entries: entries.length,
    names: matcher.names,
    ready,
    queriesASecond: own.length / asking,
    microsecondsAPair: timePairs(entries, pairs),
    alarms: alarms(matcher),
    queries: knownQueries(entries, matcher),
    recall: measureRecall(entries, pairs),
  }
}

function alarms(matcher: Matcher): readonly Alarms[] {
  const persons = readCells(`${NAMES_FOLDER}/synthetic-negatives-dev.csv`).map((cells) => cells['full_name'] ?? '')
  const leaks = readCells(`${GRAPHS}/offshore-leaks/nodes-sample.csv`)
  const offshore = leaks.filter((cells) => /entity|intermediary/i.test(cells['Type'] ?? ''))
  return [
    screen(matcher, 'invented persons', persons, 'person'),
    screen(matcher, 'subsidiaries of US companies', subsidiaries(), 'company'),
    screen(matcher, 'holders of an LEI', legalNames(), 'company'),
    screen(
      matcher,
      'offshore companies',
      offshore.map((cells) => cells['Name/Address'] ?? ''),
      'company',
    ),
  ]
}

function subsidiaries(): string[] {
  const rows: string[][] = parse(readFileSync(`${GRAPHS}/ex21/ex21-sample.csv`), {
    relax_column_count: true,
    from_line: 2,
  })
  return rows.map((row) => row[1] ?? '')
}

function legalNames(): string[] {
  const file = readFileSync(`${GRAPHS}/gleif/lei-data.json`, 'utf8')
  return [...file.matchAll(/"LegalName": "((?:[^"\\]|\\.)+)"/g)].map(([, name = '']) => String(JSON.parse(`"${name}"`)))
}

function screen(matcher: Matcher, label: string, all: readonly string[], type: PartyType): Alarms {
  const names = [...new Set(all)].filter((name) => name !== '')
  const found = names.map((name) => ({ name, matches: matcher.candidates(name, type) }))
  const hit = found.filter(({ matches }) => matches.length > 0)
  return {
    label,
    names: names.length,
    possible: hit.length,
    confirmed: hit.filter(({ matches }) => matches.some(({ confidence }) => confidence === 'confirmed')).length,
    hits: hit.map(({ name, matches }) => `${name} ~ ${matches[0]?.matchedName} (${matches[0]?.score.toFixed(2)})`),
  }
}

function knownQueries(entries: readonly ListEntry[], matcher: Matcher): ListRuns['queries'] {
  const listed = new Set(entries.map(({ entryId }) => entryId))
  let [found, missed, wrong] = [0, 0, 0]
  for (const cells of readCells(`${NAMES_FOLDER}/zr-queries-dev.csv`)) {
    const matches = matcher.candidates(cells['query'] ?? '', 'unknown')
    const wanted = cells['reference_number'] ?? ''
    if (cells['is_listed'] !== 'true') wrong += matches.length > 0 ? 1 : 0
    else if (cells['source_list'] !== 'OFAC' || !listed.has(wanted)) continue
    else if (matches.some(({ entryId }) => entryId === wanted)) found++
    else missed++
  }
  return { found, missed, wrong }
}

const SCANNED_QUERIES = 40

/** CPU time for a pair of names, of some queries against all names. */
function timePairs(entries: readonly ListEntry[], pairs: readonly LabelledPair[]): number {
  const index = createNameIndex(entries, flattenNames(entries))
  const step = Math.ceil(pairs.length / SCANNED_QUERIES)
  const queries = pairs.filter((_, i) => i % step === 0)
  for (const side of [index.persons, index.organisations]) for (let i = 0; i < side.count; i++) side.name(i)
  let scored = 0
  const [, seconds] = cpuSeconds(() => {
    for (const { name1, schema } of queries) {
      const side = /person/i.test(schema) ? index.persons : index.organisations
      const query = index.vocabulary.prepare(name1)
      for (let number = 0; number < side.count; number++) {
        const listed = side.name(number)
        if (listed !== undefined) scoreNames(query, listed.prepared, side.reading)
        scored++
      }
    }
  })
  return (seconds * 1e6) / scored
}
