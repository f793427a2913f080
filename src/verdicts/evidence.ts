import { compareCodePoints } from '../model/order.js'
import type { ToldLink } from '../model/record.js'
import type { DaysFromDesignation, Evidence } from '../model/report.js'

/** What a link's record says, as a finding shows it. */
export function evidenceOf(record: ToldLink): Evidence {
  const { kind, place, id, date, amount, currency, goods, percent } = record
  const { file, line } = place
  // Most say all of it, and an object that is made at once takes a fraction of the time: a million pass through here.
  if (id !== undefined && date !== undefined && amount !== undefined && currency !== undefined && goods !== undefined) {
    const evidence = { kind, id, date: date.text, amount, currency, goods, file, line }
    return percent === undefined ? evidence : { ...evidence, percent }
  }
  const evidence: { -readonly [K in keyof Evidence]: Evidence[K] } = { kind, file, line }
  if (id !== undefined) evidence.id = id
  if (date !== undefined) evidence.date = date.text
  if (amount !== undefined) evidence.amount = amount
  if (currency !== undefined) evidence.currency = currency
  if (goods !== undefined) evidence.goods = goods
  if (percent !== undefined) evidence.percent = percent
  return evidence
}

/** The same, and how many days lie between the target's designation and the link. */
export function withDays(evidence: Evidence, daysFromDesignation: DaysFromDesignation): Evidence {
  const { kind, id, date, amount, currency, goods, percent, file, line } = evidence
  const isUsual = id !== undefined && date !== undefined && amount !== undefined && currency !== undefined
  // Spread, it takes some ten times the time.
  return isUsual && goods !== undefined && percent === undefined
    ? { kind, id, date, amount, currency, goods, daysFromDesignation, file, line }
    : { ...evidence, daysFromDesignation }
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
