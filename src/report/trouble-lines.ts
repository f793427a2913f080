import type { Problem } from '../model/problem.js'
import type { FlowingReport, Signal } from '../model/report.js'
import { BLANK, dotted, line } from './line.js'
import type { Line, Span } from './line.js'
import type { Look } from './look.js'
import { groupProblems, STAR } from './problem-groups.js'
import type { ProblemGroup } from './problem-groups.js'
import { counted, grouped } from './wording.js'

const GROUPS_SHOWN = 12

function placeText(problem: Problem): string {
  if (problem.file === undefined) return ''
  return problem.line === undefined ? `${problem.file}:` : `${problem.file}:${problem.line}:`
}

function columnText(problem: Problem): string {
  return problem.column === undefined ? '' : `column "${problem.column}":`
}

function severitySpan(problem: Problem): Span {
  return { text: problem.severity, tone: problem.severity === 'error' ? 'near' : 'caution', pad: 'warning'.length }
}

/** A problem with its place; `more` says how many others are like it. */
export function problemLine(problem: Problem, more = ''): Line {
  const hint = problem.hint === undefined ? '' : `(hint: ${problem.hint})`
  const parts = [placeText(problem), columnText(problem), problem.message, more, hint]
  const text = parts.filter((part) => part !== '').join(' ')
  return line(2, [severitySpan(problem), { text, flows: true }], 2 + 'warning'.length + 1)
}

function groupLine({ first, count }: ProblemGroup): Line {
  return problemLine(first, count === 1 ? '' : `(and ${grouped(count - 1)} more of this kind)`)
}

/** What could not be read or used, and what a person should look at: each kind with its first case. */
export function problemLines(report: FlowingReport, look: Look): Line[] {
  const groups = groupProblems(report.problems.filter((problem) => problem.code !== STAR))
  if (groups.length === 0) return []
  const shown = look.verbose ? groups : groups.slice(0, GROUPS_SHOWN)
  const more = groups.length - shown.length
  const rest = `… and ${counted(more, 'more kind', 'more kinds')} of problem (--verbose shows all)`
  return [
    BLANK,
    line(0, [{ text: 'What could not be read, or needs a look', tone: 'strong' }]),
    ...shown.map(groupLine),
    ...(more === 0 ? [] : [line(2, [{ text: rest, tone: 'faint', flows: true }])]),
  ]
}

/** The notice that one party is an end of most links, with what to do about it. */
export function starLines(report: FlowingReport): Line[] {
  return report.problems
    .filter((problem) => problem.code === STAR)
    .flatMap((problem) => {
      const text = [problem.message, problem.hint ?? ''].filter((part) => part !== '').join(' ')
      return [
        BLANK,
        line(0, [
          { text: 'NOTE', tone: 'note' },
          { text, flows: true },
        ]),
      ]
    })
}

export function signalLine(signal: Signal): Line {
  const raised = signal.state === 'raised'
  const facts = dotted([
    { text: raised ? signal.code : `${signal.code} (not evaluated)`, tone: raised ? 'caution' : undefined },
    { text: [signal.party, signal.link].filter((part) => part !== undefined).join(', ') },
    { text: signal.message, flows: true },
  ])
  return line(2, facts)
}

/** Marks beside the verdicts: they change no hops. */
export function signalLines(report: FlowingReport): Line[] {
  if (report.signals.length === 0) return []
  return [BLANK, line(0, [{ text: 'Signals', tone: 'strong' }]), ...report.signals.map(signalLine)]
}
