import type { Finding, Match, Step } from '../model/report.js'
import { INDENT, pretty } from './json-stream.js'
import { arrangeMatch, arrangeOpenFinding, arrangeStep } from './report-order.js'
import { jsonSafe } from './sanitise.js'

/** How many steps are remembered as text: chains share their tails, and those of neighbours in the report are near each other. */
const MOST_STEPS = 20_000

/** Writes values as JSON: on one line, or indented as deep as they stand. */
interface Style {
  readonly text: (value: unknown, depth: number) => string
  readonly array: (items: readonly string[], depth: number) => string
  /** A field whose value is put in its place later. */
  readonly gap: (key: string) => string
  readonly filled: (key: string, text: string) => string
}

const LINE: Style = {
  text: (value) => jsonSafe(JSON.stringify(value)),
  array: (items) => `[${items.join(',')}]`,
  gap: (key) => `"${key}":0`,
  filled: (key, text) => `"${key}":${text}`,
}

const INDENTED: Style = {
  text: pretty,
  array(items, depth) {
    if (items.length === 0) return '[]'
    const inner = `\n${INDENT.repeat(depth + 1)}`
    return `[${inner}${items.join(`,${inner}`)}\n${INDENT.repeat(depth)}]`
  },
  gap: (key) => `"${key}": 0`,
  filled: (key, text) => `"${key}": ${text}`,
}

/**
 * Writes findings that share matches and the tails of their chains: each shared piece is put into text once. A million findings six hops
 * deep have five million steps, and not a million different ones.
 *
 * @param depth how deep the finding stands; on one line it does not matter.
 * @returns the same text as writing the arranged finding whole.
 */
export function createFindingText(kind: 'line' | 'indented', depth = 0): (finding: Finding, more?: object) => string {
  const style = kind === 'line' ? LINE : INDENTED
  const matches = new WeakMap<readonly Match[], string>()
  let steps = new Map<Step, string>()

  function matchesText(its: readonly Match[]): string {
    const known = matches.get(its)
    if (known !== undefined) return known
    const text = style.array(
      its.map((match) => style.text(arrangeMatch(match), depth + 3)),
      depth + 2,
    )
    matches.set(its, text)
    return text
  }

  function stepText(step: Step): string {
    const known = steps.get(step)
    if (known !== undefined) return known
    const text = style.text(arrangeStep(step), depth + 2)
    if (steps.size >= MOST_STEPS) steps = new Map()
    steps.set(step, text)
    return text
  }

  return (finding, more = {}) => {
    const whole = style.text({ ...more, ...arrangeOpenFinding(finding) }, depth)
    const withMatches = fill(whole, style, 'matches', matchesText(finding.target.matches))
    return fill(withMatches, style, 'chain', style.array(finding.chain.map(stepText), depth + 1))
  }
}

/** Within a text a quote is escaped, so that no value can look like the field. */
function fill(text: string, { gap, filled }: Style, key: string, value: string): string {
  const mark = gap(key)
  const at = text.indexOf(mark)
  return `${text.slice(0, at)}${filled(key, value)}${text.slice(at + mark.length)}`
}
