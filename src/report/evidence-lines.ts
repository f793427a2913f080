import type { Evidence, Finding, Step } from '../model/report.js'
import { dotted, line } from './line.js'
import type { Line, Span } from './line.js'
import { counted } from './wording.js'

// Where many documents prove the same step, a reader needs some of them and to know how many there are.
const SHOWN_PER_STEP = 5

const KIND_COLUMNS = 'component'.length
const GOODS_KINDS: ReadonlySet<string> = new Set(['supply', 'component', 'payment'])

function dateText(evidence: Evidence): string {
  const ofGoods = GOODS_KINDS.has(evidence.kind)
  if (evidence.date === undefined) return ofGoods ? 'no date' : ''
  return ofGoods ? evidence.date : `since ${evidence.date}`
}

function said(evidence: Evidence): Span[] {
  const amount = [evidence.amount, evidence.currency].filter((part) => part !== undefined).join(' ')
  return dotted([
    { text: dateText(evidence) },
    { text: amount },
    { text: evidence.percent === undefined ? '' : `${evidence.percent} %` },
    { text: evidence.goods ?? '' },
    { text: evidence.id ?? '' },
    { text: `${evidence.file}:${evidence.line}`, tone: 'faint' },
  ])
}

interface EvidenceLook {
  readonly indent: number
  readonly verbose: boolean
  /** Stands before the first piece, blanks before the others. */
  readonly mark: string
}

/** One line a piece of evidence: kind, date, amount, goods, document and place. */
export function evidenceLines(evidence: readonly Evidence[], look: EvidenceLook): Line[] {
  const shown = look.verbose ? evidence : evidence.slice(0, SHOWN_PER_STEP)
  const inner = look.mark === '' ? look.indent : look.indent + look.mark.length + 1
  const lines = shown.map((piece, at) => {
    const mark: Span = { text: at === 0 ? look.mark : '', pad: look.mark.length, tone: 'faint' }
    const kind: Span = { text: piece.kind, pad: KIND_COLUMNS }
    return line(
      look.indent,
      look.mark === '' ? [kind, ...said(piece)] : [mark, kind, ...said(piece)],
      inner + KIND_COLUMNS + 1,
    )
  })
  const more = evidence.length - shown.length
  if (more === 0) return lines
  const text = `… and ${counted(more, 'more piece', 'more pieces')} of evidence (--verbose shows all)`
  return [...lines, line(inner, [{ text, tone: 'faint', flows: true }])]
}

/** Steps are numbered where a chain has several, so that each piece of evidence says which arrow it proves. */
export function chainEvidenceLines(chain: readonly Step[], indent: number, verbose: boolean): Line[] {
  return chain.flatMap((step, at) => {
    return evidenceLines(step.evidence, { indent, verbose, mark: chain.length > 1 ? `${at + 1}.` : '' })
  })
}

export function handledLines(finding: Finding, indent: number, verbose: boolean): Line[] {
  const handled = finding.handled ?? []
  if (handled.length === 0) return []
  return [
    line(indent, [{ text: `It handled ${counted(handled.length, 'link')}:` }]),
    ...evidenceLines(handled, { indent: indent + 2, verbose, mark: '' }),
  ]
}

export function stakeLines(finding: Finding, indent: number, verbose: boolean): Line[] {
  return (finding.stakes ?? []).flatMap((stake) => {
    const percent = stake.percent === undefined ? 'an unknown percentage' : `${stake.percent} %`
    return [
      line(indent, [{ text: `${stake.owner} holds ${percent} (${stake.basis})`, flows: true }]),
      ...evidenceLines(stake.evidence, { indent: indent + 2, verbose, mark: '' }),
    ]
  })
}
