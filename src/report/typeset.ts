import type { Line, Paint, Span } from './line.js'
import { visible } from './sanitise.js'

/** What lines are set with: without a width they are neither wrapped nor cut. */
export interface Typesetter {
  readonly width?: number | undefined
  /** Columns that a text takes on a terminal. */
  readonly measure: (text: string) => number
  readonly paint: Paint
}

// Narrower than this, wrapping serves nobody, and the terminal may break the line itself.
const LEAST_COLUMNS = 24

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

function padded(text: string, span: Span, measure: Typesetter['measure']): string {
  return span.pad === undefined ? text : text + ' '.repeat(Math.max(0, span.pad - measure(text)))
}

function unwrapped({ indent, spans }: Line, { measure, paint }: Typesetter): string {
  const set = spans.map((span, at) => {
    const text = visible(span.text)
    const shown = at === spans.length - 1 ? text : padded(text, span, measure)
    return shown.trim() === '' ? shown : paint(shown, span.tone)
  })
  return `${' '.repeat(indent)}${set.join(' ')}`.trimEnd()
}

/** Parts of a word that is wider than a line, broken between characters as a reader sees them. */
function* broken(word: string, columns: number, measure: Typesetter['measure']): Generator<string> {
  let part = ''
  let taken = 0
  for (const { segment } of segmenter.segment(word)) {
    const wide = measure(segment)
    if (taken + wide > columns && part !== '') {
      yield part
      part = ''
      taken = 0
    }
    part += segment
    taken += wide
  }
  if (part !== '') yield part
}

function* words(text: string, columns: number, measure: Typesetter['measure']): Generator<string> {
  for (const word of text.split(' ')) {
    if (measure(word) <= columns) yield word
    else yield* broken(word, columns, measure)
  }
}

/** The pieces of a line that must each stay in one line of the terminal. */
function* pieces(spans: readonly Span[], columns: number, measure: Typesetter['measure']): Generator<Span> {
  for (const span of spans) {
    const text = visible(span.text)
    if (span.flows !== true && measure(text) <= columns) yield { ...span, text }
    else for (const word of words(text, columns, measure)) yield { text: word, tone: span.tone }
  }
}

function* wrapped(entry: Line, width: number, { measure, paint }: Typesetter): Generator<string> {
  const columns = Math.max(width, entry.hang + LEAST_COLUMNS)
  let text = ' '.repeat(entry.indent)
  let column = entry.indent
  let empty = true
  for (const piece of pieces(entry.spans, columns - entry.hang, measure)) {
    const wide = measure(piece.text)
    if (!empty && column + 1 + wide > columns) {
      yield text.trimEnd()
      text = ' '.repeat(entry.hang)
      column = entry.hang
      empty = true
    }
    const gap = empty ? '' : ' '
    const fill = ' '.repeat(Math.max(0, (piece.pad ?? 0) - wide))
    text += gap + (piece.text.trim() === '' ? piece.text : paint(piece.text, piece.tone)) + fill
    column += gap.length + wide + fill.length
    empty = false
  }
  yield text.trimEnd()
}

/** Sets lines for output, each with its line break. All foreign text becomes safe here. */
export function* typeset(lines: Iterable<Line>, setter: Typesetter): Generator<string> {
  for (const entry of lines) {
    if (setter.width === undefined) yield `${unwrapped(entry, setter)}\n`
    else for (const set of wrapped(entry, setter.width, setter)) yield `${set}\n`
  }
}
