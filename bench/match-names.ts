import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { compileEntries } from '../src/match/compiled.js'
import { restore, serialise } from '../src/match/compiled-bytes.js'
import { createCompiledMatcher, createMatcher, type Matcher } from '../src/match/matcher.js'
import type { ListEntry } from '../src/model/entry.js'
import type { PartyType } from '../src/model/record.js'
import type { Match } from '../src/model/report.js'
import { DEFAULT_THRESHOLDS } from '../src/model/thresholds.js'
import { makeNames } from './make-data.js'
import { createRandom } from './random.js'
import { readSdnNames } from './sdn-names.js'

// Screens names that are on no list, and the queries of known answer, against the whole SDN list; prints hits and speed.
const DATA = '../shared/data'
const SDN = `${DATA}/lists/ofac-sdn-2023-12-28`

type Cells = Record<string, string>
const read = (path: string): Cells[] =>
  parse(readFileSync(`${DATA}/${path}`), { columns: true, bom: true, relax_column_count: true })

function seconds(since: number): number {
  return (performance.now() - since) / 1000
}

function show(query: string, matches: readonly Match[]): void {
  const [best] = matches
  if (best !== undefined)
    console.log(
      `    ${best.score.toFixed(2)} ${best.confidence} ${query} | ${best.matchedName} (${best.entryId})${matches.length > 1 ? ` +${matches.length - 1}` : ''}`,
    )
}

function cpuSeconds<T>(work: () => T): readonly [T, number] {
  const before = process.cpuUsage()
  const done = work()
  const { user, system } = process.cpuUsage(before)
  return [done, (user + system) / 1e6]
}

const MADE = 200_000
const LISTED = 16

/** What a name costs that is on no list: in the first half its words are new, in the second most were seen. */
function timeMadeNames(label: string, matcher: Matcher, names: readonly string[]): void {
  const half = names.length / 2
  for (const some of [names.slice(0, half), names.slice(half)]) {
    const [hit, took] = cpuSeconds(() => some.filter((name) => matcher.candidates(name, 'company').length > 0).length)
    const each = (took / some.length) * 1e6
    console.log(`made names against ${label}: ${some.length} names, ${hit} hit, ${each.toFixed(2)} µs of CPU each`)
  }
}

function timeBytes(entries: readonly ListEntry[]): void {
  const [compiled, compiling] = cpuSeconds(() => compileEntries(entries))
  const [bytes, writing] = cpuSeconds(() => serialise(compiled))
  const [again, reading] = cpuSeconds(() => restore(bytes))
  if (again === undefined) throw new Error('what was written could not be read')
  const [, asking] = cpuSeconds(() => createCompiledMatcher(again, DEFAULT_THRESHOLDS).candidates('Peleng', 'company'))
  const figures = [compiling, writing, reading, asking].map((took) => (took * 1000).toFixed(1))
  console.log(
    `filed in ${figures[0]} ms of CPU, written (${bytes.length} bytes) in ${figures[1]}, read in ${figures[2]}, first answer in ${figures[3]}`,
  )
}

function legalNames(): string[] {
  const file = readFileSync(`${DATA}/graphs/gleif/lei-data.json`, 'utf8')
  return [...file.matchAll(/"LegalName": "((?:[^"\\]|\\.)+)"/g)].map(([, name = '']) => String(JSON.parse(`"${name}"`)))
}

if (!existsSync(SDN)) console.log(`no list at ${SDN}`)
else {
  const entries = readSdnNames(SDN)
  let start = performance.now()
  const matcher = createMatcher(entries, DEFAULT_THRESHOLDS)
  console.log(`${entries.length} entries, ${matcher.names} names, index ready in ${seconds(start).toFixed(2)} s`)
  timeBytes(entries)
  const made = makeNames(MADE, createRandom(20_241_126))
  const few = made.filter((_, at) => at % (MADE / LISTED) === 0)
  const template = entries.find(({ type }) => type === 'company')
  const short =
    template === undefined
      ? []
      : few.map((text, at): ListEntry => ({ ...template, entryId: `${at}`, names: [{ text, strength: 'primary' }] }))
  timeMadeNames(`${short.length} of them`, createMatcher(short, DEFAULT_THRESHOLDS), made)
  timeMadeNames('the list', matcher, made.slice(0, MADE / 4))
  const screen = (label: string, names: readonly string[], type: PartyType): void => {
    start = performance.now()
    const found = names.map((name) => matcher.candidates(name, type))
    const rate = names.length / seconds(start)
    const confirmed = found.filter((matches) => matches.some((match) => match.confidence === 'confirmed')).length
    console.log(
      `${label}: ${names.length} names, ${found.filter((matches) => matches.length > 0).length} hit, ${confirmed} confirmed, ${rate.toFixed(0)} a second`,
    )
    found.forEach((matches, i) => show(names[i] ?? '', matches))
  }
  const case6 = [
    'Green Cycle Energy',
    'Haucore',
    'Morotack (Tianjin) Technology',
    'Precision Laser Systems',
    'Diaproektor',
    'Russian military',
    'Technology',
    'Trading',
    'Holding',
    'International Trading Company',
    'Peleng',
    'ПЕЛЕНГ',
    'ААТ «Пеленг»',
    'ОАО "Пеленг"',
    'BelOMO Holding',
    'БелОМО',
    'VTB Bank, Shanghai branch',
    'VTB Bank (Shanghai) branch',
    'VTB Shanghai',
    'VTB Bank',
    'Almaz-Antey',
    'EMMA LLC',
    '11420 CORP.',
    'SIS DOO',
    'Deutsche Bank AG',
  ]
  screen('the case', case6, 'company')
  for (const name of ['BelOMO Holding', 'БелОМО', 'VTB Shanghai']) {
    for (const match of matcher.candidates(name, 'company'))
      console.log(`  ${name}: ${match.entryId} ${match.score} ${match.confidence} ${match.matchedName}`)
  }
  screen(
    'synthetic persons',
    read('names/synthetic-negatives-dev.csv').map((row) => row['full_name'] ?? ''),
    'person',
  )
  const ex21 = readFileSync(`${DATA}/graphs/ex21/ex21-sample.csv`, 'utf8')
  console.log(ex21.split('\n').slice(0, 2).join(' / ').slice(0, 200))
  const rows: string[][] = parse(ex21, { relax_column_count: true, from_line: 2 })
  screen('subsidiaries (ex21)', [...new Set(rows.flatMap((row) => row[1] ?? ''))].slice(0, 1500), 'company')
  const leaks = read('graphs/offshore-leaks/nodes-sample.csv').filter((row) =>
    /entity|intermediary/i.test(row['Type'] ?? ''),
  )
  screen('offshore companies', [...new Set(leaks.map((row) => row['Name/Address'] ?? ''))], 'company')
  const lading = read('graphs/bol/internet-archive-bills-of-lading.csv')
  screen(
    'shippers (bills of lading)',
    [...new Set(lading.flatMap((row) => [row['company'] ?? '', row['supplier'] ?? '']))],
    'company',
  )
  screen('legal names (gleif)', [...new Set(legalNames())], 'company')
  const queries = read('names/zr-queries-dev.csv')
  let [right, missed, wrong] = [0, 0, 0]
  for (const row of queries) {
    const found = matcher.candidates(row['query'] ?? '', 'unknown')
    const listed = row['is_listed'] === 'true'
    if (listed && row['source_list'] !== 'OFAC') continue
    if (!listed) wrong += found.length > 0 ? 1 : 0
    else if (found.some((match) => match.entryId === row['reference_number'])) right++
    else {
      missed++
      console.log(
        `    missed ${row['query']} | ${row['expected_name']} (${entries.some((entry) => entry.entryId === row['reference_number']) ? 'on the list' : 'not on this list'})`,
      )
    }
    if (!listed) show(row['query'] ?? '', found)
  }
  console.log(`queries of known answer (OFAC's): ${right} found, ${missed} missed, ${wrong} of the clean ones hit`)
  const own = entries.flatMap((entry) => entry.names.map((name) => name.text))
  start = performance.now()
  const lost = own.filter((name) => matcher.candidates(name).length === 0)
  console.log(
    `the list's own ${own.length} names: ${lost.length} find nothing, ${(own.length / seconds(start)).toFixed(0)} a second`,
  )
  for (const name of lost.slice(0, 40)) console.log(`    ${name}`)
}
