import type { Explanation, FurtherTarget, NearMiss, NearName } from '../model/explanation.js'
import type { Problem } from '../model/problem.js'
import { chainEvidenceLines } from './evidence-lines.js'
import { chainLine, findingBlock } from './finding-block.js'
import { listDays } from './list-days.js'
import type { ListDays } from './list-days.js'
import { BLANK, dotted, line, prose } from './line.js'
import type { Line } from './line.js'
import type { Look } from './look.js'
import { hitLines, matchLines } from './match-lines.js'
import { listLine } from './read-lines.js'
import { thresholdsLine, walkedLine } from './settings-lines.js'
import { problemLine, signalLine } from './trouble-lines.js'
import { wordLines } from './word-lines.js'
import { counted, identity, scoreText } from './wording.js'

function section(title: string, lines: readonly Line[], none?: string): Line[] {
  if (lines.length === 0 && none === undefined) return []
  const heading = line(0, [{ text: title, tone: 'strong' }])
  return [BLANK, heading, ...(lines.length === 0 ? [prose(2, none ?? '')] : lines)]
}

function recordLines({ records }: Explanation): Line[] {
  return records.map((record) => {
    const facts = dotted([
      { text: `"${record.name}"` },
      { text: record.id ?? '' },
      { text: record.country ?? '' },
      { text: `${record.file}:${record.line}`, tone: 'faint' },
    ])
    return line(2, [...facts, { text: `— ${record.why}`, flows: true }])
  })
}

function missLines(miss: NearMiss, days: ListDays, look: Look): Line[] {
  const [, ...rest] = matchLines({ ...miss, confidence: 'possible' }, days, look, 2)
  const facts = dotted([
    { text: miss.list, tone: 'strong' },
    { text: `entry ${miss.entryId} "${miss.entryName}"` },
    { text: `score ${scoreText(miss.score)}` },
  ])
  return [line(2, [...facts, { text: `— ${miss.whyNot}`, flows: true }]), ...rest]
}

function furtherLines(target: FurtherTarget, look: Look): Line[] {
  const side = target.side === undefined ? '' : `as ${target.side}`
  const near = target.within ? 'near enough to flag it too' : 'too far to flag it'
  const facts = dotted([{ text: counted(target.hops, 'hop') }, { text: side }, { text: near, tone: 'faint' }])
  const name = { text: target.party.name, tone: 'strong' } as const
  return [
    line(2, [name, { text: identity(target.party), tone: 'faint' }, ...facts]),
    ...chainLine(target, 4),
    ...chainEvidenceLines(target.chain, 6, look.verbose),
  ]
}

function nearNameLines(near: NearName): Line[] {
  return [
    line(2, [
      { text: near.name, tone: 'strong' },
      { text: identity(near), tone: 'faint' },
      { text: `score ${scoreText(near.score)}` },
    ]),
    prose(4, near.why),
    line(4, [{ text: 'If they are one, put into a relations file:', tone: 'faint' }, { text: near.suggestion }]),
  ]
}

function findingLines(explanation: Explanation, look: Look): Line[] {
  return explanation.findings.flatMap((finding, at) => [
    ...(at === 0 ? [] : [BLANK]),
    ...findingBlock(finding, look, 2),
  ])
}

function waivedLines({ waived }: Explanation, look: Look): Line[] {
  return waived.flatMap((finding) => {
    const { reason, by, expires } = finding.decision
    const who = by === undefined ? '' : ` by ${by}`
    return [...findingBlock(finding, look, 2), prose(4, `Waived${who} until ${expires}: ${reason}`, 'caution')]
  })
}

function changeLines({ verdictChanges }: Explanation): Line[] {
  return verdictChanges.map(({ change, becomes }) =>
    line(2, [
      { text: `${change}:`, flows: true },
      { text: becomes, flows: true },
    ]),
  )
}

function problemLines(problems: readonly Problem[]): Line[] {
  return problems.map((problem) => problemLine(problem))
}

function head(explanation: Explanation): Line[] {
  const { party, verdict, complete, asOf } = explanation
  const about = dotted([
    { text: party.type },
    { text: party.implicit ? 'known from links alone' : '' },
    { text: `as of ${asOf}` },
  ])
  const short = 'The screening is not complete: what was not read may change this.'
  return [
    line(0, [{ text: party.name, tone: 'strong' }, { text: identity(party), tone: 'faint' }, ...about]),
    prose(0, verdict),
    ...(complete ? [] : [prose(0, short, 'grave')]),
  ]
}

function readLines({ options, lists }: Explanation): Line[] {
  return [...lists.map(listLine), thresholdsLine(options), walkedLine(options)]
}

/** One party's whole story, for a person. */
export function* explanationLines(explanation: Explanation, look: Look): Generator<Line> {
  const days = listDays(explanation.lists)
  yield* head(explanation)
  yield* section('Records', recordLines(explanation), 'none: no record names it')
  const matches = explanation.matches.flatMap((match) => [
    ...matchLines(match, days, look, 2),
    ...(look.quiet ? [] : [...wordLines(match.tokens ?? [], 4), ...hitLines(match, 4)]),
  ])
  yield* section('On the lists', matches, 'no match')
  yield* section(
    'Near on the lists, and not held to be the party',
    explanation.nearMisses.flatMap((miss) => missLines(miss, days, look)),
  )
  yield* section('Findings', findingLines(explanation, look), 'none')
  yield* section('Waived by decision', waivedLines(explanation, look))
  yield* section(
    'Further listed parties near it',
    explanation.furtherTargets.flatMap((target) => furtherLines(target, look)),
  )
  yield* section('Near names that were not brought together with it', explanation.nearNames.flatMap(nearNameLines))
  yield* section('What would change the verdict', changeLines(explanation))
  if (look.quiet) return
  yield* section('Signals', explanation.signals.map(signalLine))
  yield* section('Problems that touch it', problemLines(explanation.problems))
  yield* section('Screened against', readLines(explanation))
}
