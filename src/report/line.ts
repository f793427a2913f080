/** What a piece of text is for the reader; the palette makes a colour of it. */
export type Tone = 'grave' | 'near' | 'caution' | 'note' | 'good' | 'strong' | 'faint'

/** A piece of a line. Its text may be foreign: it is made safe where lines are set, and nowhere before. */
export interface Span {
  readonly text: string
  readonly tone?: Tone | undefined
  /** Columns that it takes at least, but at the end of a line. */
  readonly pad?: number
  /** Prose, which fills lines word by word; other pieces stay whole as long as they fit a line. */
  readonly flows?: boolean
}

/** One line of a report before it is wrapped: pieces with a blank between them. */
export interface Line {
  readonly indent: number
  /** Indent of the lines that it goes on with where it is too wide. */
  readonly hang: number
  readonly spans: readonly Span[]
}

export const BLANK: Line = { indent: 0, hang: 0, spans: [] }

export function line(indent: number, spans: readonly Span[], hang = indent + 2): Line {
  return { indent, hang, spans: spans.filter((span) => span.text !== '' || span.pad !== undefined) }
}

export function prose(indent: number, text: string, tone?: Tone): Line {
  return { indent, hang: indent, spans: [{ text, tone, flows: true }] }
}

/** Pieces with ` · ` between them; the dot hangs on the piece before it, so that no line begins with one. */
export function dotted(spans: readonly Span[]): Span[] {
  const shown = spans.filter((span) => span.text !== '')
  return shown.map((span, at) => (at === shown.length - 1 ? span : { ...span, text: `${span.text} ·` }))
}

/** Gives a text the look of its tone. */
export type Paint = (text: string, tone: Tone | undefined) => string
