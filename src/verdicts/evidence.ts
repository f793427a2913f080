import { compareCodePoints } from '../model/order.js'
import type { LinkRecord } from '../model/record.js'
import type { Evidence } from '../model/report.js'

/** What a link's record says, as a finding shows it. */
export function evidenceOf(record: LinkRecord): Evidence {
  return {
    kind: record.kind,
    ...(record.id === undefined ? {} : { id: record.id }),
    ...(record.date === undefined ? {} : { date: record.date.text }),
    ...(record.amount === undefined ? {} : { amount: record.amount }),
    ...(record.currency === undefined ? {} : { currency: record.currency }),
    ...(record.goods === undefined ? {} : { goods: record.goods }),
    ...(record.percent === undefined ? {} : { percent: record.percent }),
    file: record.place.file,
    line: record.place.line,
  }
}

/** Date, kind, id, amount, then the rest of the content; the place comes last, since only it depends on the order of rows. */
export function sortEvidence(evidence: readonly Evidence[]): readonly Evidence[] {
  return evidence.length < 2 ? evidence : evidence.toSorted(compareEvidence)
}

function compareEvidence(a: Evidence, b: Evidence): number {
  const texts = (e: Evidence): readonly string[] => [
    e.date ?? '',
    e.kind,
    e.id ?? '',
    e.amount ?? '',
    e.currency ?? '',
    e.goods ?? '',
    e.percent ?? '',
    e.file,
  ]
  const others = texts(b)
  for (const [at, text] of texts(a).entries()) {
    const order = compareCodePoints(text, others[at] ?? '')
    if (order !== 0) return order
  }
  return a.line - b.line
}
