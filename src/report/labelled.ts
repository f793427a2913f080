import { line } from './line.js'
import type { Line, Span } from './line.js'

const LABEL_COLUMNS = 'not followed'.length

/** The same with one text. */
export function said(label: string, text: string): Line {
  return labelled(label, [{ text, flows: true }])
}

/** A line with what it is about before it, in a column of its own. */
export function labelled(label: string, spans: readonly Span[]): Line {
  const hang = 2 + LABEL_COLUMNS + 1
  return line(2, [{ text: label, pad: LABEL_COLUMNS, tone: 'faint' }, ...spans], hang)
}
