import type { Line, Paint, Span, Tone } from './line.js'
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

// Made where a word is first broken: its tables take longer to load than most tables take to print.
let segmenter: Intl.Segmenter | undefined

function safe(span: Span): Span {
  return { ...span, text: visible(span.text) }
}

function padded(text: string, span: Span, measure: Typesetter['measure']): string {
  return span.pad === undefined ? text : text + ' '.repeat(Math.max(0, span.pad - measure(text)))
}

/** Pieces with a blank between them; neighbours of one tone are painted together. */
function joined(indent: number, spans: readonly Span[], { measure, paint }: Typesetter): string {
  const runs: { text: string; readonly tone: Tone | undefined }[] = []
  for (const [at, span] of spans.entries()) {
    const text = at === spans.length - 1 ? span.text : padded(span.text, span, measure)
    const last = runs.at(-1)
    if (last !== undefined && last.tone === span.tone) last.text += ` ${text}`
    else runs.push({ text, tone: span.tone })
  }
  const painted = runs.map(({ text, tone }) => (text.trim() === '' ? text : paint(text, tone)))
  return `${' '.repeat(indent)}${painted.join(' ')}`.trimEnd()
}

/** Parts of a word that is wider than a line, broken between characters as a reader sees them. */
function* broken(word: string, columns: number, measure: Typesetter['measure']): Generator<string> {
  let part = ''
  let taken = 0
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
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

interface Piece extends Span {
  /** The rest of a broken word, which must not stand behind its beginning with a blank between them. */
  readonly rest?: boolean
}

function* words(span: Span, columns: number, measure: Typesetter['measure']): Generator<Piece> {
  for (const word of span.text.split(' ')) {
    if (measure(word) <= columns) {
      yield { text: word, tone: span.tone }
      continue
    }
    let rest = false
    for (const text of broken(word, columns, measure)) {
      yield { text, tone: span.tone, rest }
      rest = true
    }
  }
}

/** The pieces of a line that must each stay in one line of the terminal. */
function* pieces(spans: readonly Span[], columns: number, measure: Typesetter['measure']): Generator<Piece> {
  for (const span of spans) {
    const shown = safe(span)
    if (span.flows !== true && measure(shown.text) <= columns) yield shown
    else yield* words(shown, columns, measure)
  }
}

function* wrapped(entry: Line, width: number, setter: Typesetter): Generator<string> {
  const deepest = Math.max(entry.indent, entry.hang)
  const columns = Math.max(width, deepest + LEAST_COLUMNS)
  let indent = entry.indent
  let column = indent
  let held: Span[] = []
  for (const piece of pieces(entry.spans, columns - deepest, setter.measure)) {
    const wide = setter.measure(piece.text)
    if (held.length > 0 && (piece.rest === true || column + 1 + wide > columns)) {
      yield joined(indent, held, setter)
      indent = entry.hang
      column = indent
      held = []
    }
    column += Math.max(wide, piece.pad ?? 0) + (held.length === 0 ? 0 : 1)
    held.push(piece)
  }
  yield joined(indent, held, setter)
}

/** Sets lines for output, each with its line break. All foreign text becomes safe here. */
export function* typeset(lines: Iterable<Line>, setter: Typesetter): Generator<string> {
  for (const entry of lines) {
    if (setter.width === undefined) yield `${joined(entry.indent, entry.spans.map(safe), setter)}\n`
    else for (const set of wrapped(entry, setter.width, setter)) yield `${set}\n`
  }
}
