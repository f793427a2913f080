import { readFileSync, writeFileSync } from 'node:fs'
import { DEFAULT_THRESHOLDS } from '../../src/model/thresholds.js'
import { classOfWord } from '../../src/match/words.js'
import { errorKinds, verdictShares } from './kinds.js'
import { isSwappedMarker, measure, scoreSet, type LabelledPair, type Measured } from './labelled-sets.js'
import type { Alarms, ListRuns } from './list-runs.js'
import type { Recall } from './recall.js'

const PAGE = 'docs/MATCHING.md'
const BEGIN = '<!-- figures -->'
const END = '<!-- /figures -->'

const isPlace = (word: string): boolean => classOfWord(word).kind === 'place'
const isOrganisation = ({ schema }: LabelledPair): boolean => /company|organi[sz]ation|legalentity/i.test(schema)
const isPerson = ({ schema }: LabelledPair): boolean => /person/i.test(schema)
const inScript = (script: string) => (pair: LabelledPair) => pair.cells['script'] === script

interface Line {
  readonly label: string
  readonly ours: Measured
  readonly logicV2?: Measured
}

function lines(sets: ReadonlyMap<string, readonly LabelledPair[]>, records: readonly LabelledPair[]): readonly Line[] {
  const of = (set: string): readonly LabelledPair[] => sets.get(set) ?? []
  const scored = of('bench-dev').filter((pair) => (pair.cells['logicv2_score'] ?? '') !== '')
  const both = (label: string, pairs: readonly LabelledPair[]): Line => ({
    label,
    ours: measure(pairs),
    logicV2: measure(pairs, (pair) => Number(pair.cells['logicv2_score'])),
  })
  const ours = (label: string, pairs: readonly LabelledPair[]): Line => ({ label, ours: measure(pairs) })
  const cross = of('crossscript-dev')
  return [
    both('bench-dev', scored),
    both(
      '  without swapped markers and places',
      scored.filter((pair) => !isSwappedMarker(pair, isPlace)),
    ),
    ours('  with swapped markers as slips', scoreSet('bench-dev', { ...DEFAULT_THRESHOLDS, swappedMarker: 'slip' })),
    both('  persons', scored.filter(isPerson)),
    both('  organisations', scored.filter(isOrganisation)),
    both(
      '  organisations without swapped markers',
      scored.filter((pair) => isOrganisation(pair) && !isSwappedMarker(pair, isPlace)),
    ),
    both(
      '  quality STRONG',
      scored.filter((pair) => pair.cells['quality'] === 'STRONG'),
    ),
    ours('crossscript-dev', cross),
    ...['cyrillic', 'arabic', 'cjk', 'hangul', 'hebrew'].flatMap((script) => [
      ours(
        `  ${script}, persons`,
        cross.filter((pair) => isPerson(pair) && inScript(script)(pair)),
      ),
      ours(
        `  ${script}, companies`,
        cross.filter((pair) => isOrganisation(pair) && inScript(script)(pair)),
      ),
    ]),
    ours('company-alias-dev', of('company-alias-dev')),
    ours('un-treated-dev', of('un-treated-dev')),
    ours('misc-pairs-dev', of('misc-pairs-dev')),
    ours('er-truth-dev, names alone', of('er-truth-dev')),
    ours('er-truth-dev, with dates and numbers', records),
  ]
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')
}

const share = (value: number): string => value.toFixed(3)

function accuracyTable(all: readonly Line[]): string {
  const head = ['set', 'pairs', 'precision', 'recall', 'F1', 'false', 'missed', 'logic-v2 F1']
  return table(
    head,
    all.map(({ label, ours, logicV2 }) => [
      label.replace(/^ {2}/, '· '),
      ours.pairs,
      share(ours.precision),
      share(ours.recall),
      share(ours.f1),
      ours.falsePositives,
      ours.falseNegatives,
      logicV2 === undefined ? '' : share(logicV2.f1),
    ]),
  )
}

function alarmTable(alarms: readonly Alarms[]): string {
  return table(
    ['names on no list', 'screened', 'possible', 'confirmed'],
    alarms.map(({ label, names, possible, confirmed }) => [label, names, possible, confirmed]),
  )
}

function runText(runs: ListRuns): string {
  const { recall, queries } = runs
  const hits = runs.alarms.flatMap(({ hits: found }) => found.map((hit) => `- ${hit}`))
  return [
    `Against the SDN list of 28 December 2023 (${runs.entries} entries, ${runs.names} names):`,
    alarmTable(runs.alarms),
    `Hits:\n\n${hits.join('\n')}`,
    `Queries of known answer: ${queries.found} found, ${queries.missed} missed; ${queries.wrong} of the clean ones hit.`,
    recallText(recall),
    `Speed, in CPU time: index ready in ${runs.ready.toFixed(2)} s; ${runs.queriesASecond.toFixed(0)} queries a second; ${runs.microsecondsAPair.toFixed(1)} µs a scored pair.`,
  ].join('\n\n')
}

function recallText({ queries, entries, missed }: Recall): string {
  const found = entries - missed.length
  const percent = ((100 * found) / entries).toFixed(2)
  const head = `Search against a comparison with every name, at the default threshold: ${found} of ${entries} entries (${percent} %) found for ${queries} queries, which are changed names of a sixth of the list and names of the sets.`
  const rows = missed.map(
    ({ query, listed, score }) => `- ${query.name} ~ ${listed} (${score.toFixed(2)}; ${query.made})`,
  )
  return rows.length === 0 ? head : `${head} Missed:\n\n${rows.join('\n')}`
}

function swapped(pairs: readonly LabelledPair[]): string {
  const rows = pairs.filter((pair) => isSwappedMarker(pair, isPlace))
  return [
    `Pairs whose whole difference is one swapped series marker or place (${rows.length}):`,
    rows.map(({ name1, name2, isMatch }) => `- ${name1} ~ ${name2}: labelled ${isMatch ? 'one' : 'two'}`).join('\n'),
  ].join('\n\n')
}

/** Sets in which names alone decide; the pairs of records are told apart by dates and numbers. */
function pairsByName(sets: ReadonlyMap<string, readonly LabelledPair[]>): readonly LabelledPair[] {
  return [...sets].flatMap(([set, pairs]) => (set === 'er-truth-dev' ? [] : pairs))
}

function shareText(sets: ReadonlyMap<string, readonly LabelledPair[]>, records: readonly LabelledPair[]): string {
  const rows = (what: string, pairs: readonly LabelledPair[]): (string | number)[][] =>
    verdictShares(pairs).map(({ verdict, pairs: all, right }) => [what, verdict, all, right, share(right / (all || 1))])
  return [
    'What share of each verdict is right (of `none`: rightly left):',
    table(
      ['pairs', 'verdict', 'given', 'right', 'share'],
      [...rows('names alone', pairsByName(sets)), ...rows('records with dates and numbers', records)],
    ),
  ].join('\n\n')
}

function kindText(sets: ReadonlyMap<string, readonly LabelledPair[]>): string {
  return [
    'Kinds of pairs that are missed and falsely found, over all sets of names:',
    table(
      ['what the names are to each other', 'missed', 'falsely found'],
      errorKinds(pairsByName(sets)).map(({ kind, missed, falselyFound }) => [kind, missed, falselyFound]),
    ),
  ].join('\n\n')
}

/** The whole evaluation as text. */
export function pageText(
  sets: ReadonlyMap<string, readonly LabelledPair[]>,
  records: readonly LabelledPair[],
  runs: ListRuns | undefined,
): string {
  const parts = [accuracyTable(lines(sets, records)), shareText(sets, records), kindText(sets)]
  if (runs !== undefined) parts.push(runText(runs))
  parts.push(swapped(sets.get('bench-dev') ?? []))
  return parts.join('\n\n')
}

/** Puts the figures between the marks of the page; what stands around them is written by hand. */
export function writePage(text: string): void {
  const page = readFileSync(PAGE, 'utf8')
  const [before = '', rest = ''] = page.split(BEGIN)
  const [, after = ''] = rest.split(END)
  writeFileSync(PAGE, `${before}${BEGIN}\n\n${text}\n\n${END}${after}`)
}
