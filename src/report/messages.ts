import type { Problem } from '../model/problem.js'
import type { Paint } from './line.js'
import { COLOURED } from './palette.js'
import { visible } from './sanitise.js'
import { grouped } from './wording.js'

export interface MessageLook {
  readonly color: boolean
}

const PLAIN: Paint = (text) => text

function place(problem: Problem): string {
  const file = problem.file === undefined ? '' : `${visible(problem.file)}:`
  const line = problem.file === undefined || problem.line === undefined ? '' : `${problem.line}:`
  const column = problem.column === undefined ? '' : ` column "${visible(problem.column)}":`
  return `${file}${line}${column}`.trimStart()
}

/**
 * A problem as a person reads it, without a line break at its end: `error: suppliers.csv:14: column "country": expected …`,
 * and the hint on a line of its own.
 */
export function formatProblem(problem: Problem, { color }: MessageLook): string {
  const paint = color ? COLOURED : PLAIN
  const severity = paint(`${problem.severity}:`, problem.severity === 'error' ? 'grave' : 'caution')
  const message = [severity, place(problem), visible(problem.message)].filter((part) => part !== '').join(' ')
  if (problem.hint === undefined) return message
  return `${message}\n${paint('hint:', 'note')} ${visible(problem.hint)}`
}

/** Of each kind so many are shown that a flood of one hides no other. */
export interface MessagesLook extends MessageLook {
  readonly limit: number
}

function restText(held: ReadonlyMap<string, number>): string {
  const total = [...held.values()].reduce((sum, count) => sum + count, 0)
  const kinds = [...held].map(([code, count]) => `${grouped(count)} ${code}`)
  return `… and ${grouped(total)} more (${kinds.join(', ')}; all of them are in the JSON report)`
}

/**
 * Problems in the order in which they were found, at most `limit` of each severity and code, then how many more there are:
 * whole lines, to be written as they are; empty without problems.
 */
export function formatProblems(problems: readonly Problem[], { color, limit }: MessagesLook): string {
  const seen = new Map<string, number>()
  const held = new Map<string, number>()
  const lines: string[] = []
  for (const problem of problems) {
    const kind = `${problem.severity} ${problem.code}`
    const count = (seen.get(kind) ?? 0) + 1
    seen.set(kind, count)
    if (count <= limit) lines.push(formatProblem(problem, { color }))
    else held.set(problem.code, (held.get(problem.code) ?? 0) + 1)
  }
  if (held.size > 0) lines.push(restText(held))
  return lines.map((text) => `${text}\n`).join('')
}
