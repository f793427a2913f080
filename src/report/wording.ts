import type { AfterDesignation, Finding, FindingKind } from '../model/report.js'
import type { ListKind } from '../model/entry.js'

/** `1234567` as `1,234,567`, the same in every locale. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/gu, ',')
}

/** `1 row`, `2 rows`, `3 parties`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('')
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`
}

/** Cut down, never rounded up: a score of 0.9996 must not read as certainty. */
export function scoreText(score: number): string {
  // The small term undoes binary fractions such as 0.935 * 1000 = 934.9999….
  const thousandths = Math.floor(score * 1000 + 1e-7)
  return (thousandths / 1000).toFixed(thousandths % 10 === 0 ? 2 : 3)
}

export const KIND_BADGE: Readonly<Record<FindingKind, string>> = {
  listed: 'LISTED',
  owned: 'OWNED',
  exposed: 'EXPOSED',
  intermediary: 'INTERMEDIARY',
  routed: 'ROUTED',
}

export const LIST_KIND_TEXT: Readonly<Record<ListKind, string>> = {
  'asset-freeze': 'asset freeze',
  'export-control': 'export control',
  sectoral: 'sectoral',
  debarment: 'debarment',
  watch: 'watch list',
}

export const AFTER_DESIGNATION_TEXT: Readonly<Record<AfterDesignation, string>> = {
  yes: 'A leg is dated on or after the designation.',
  no: 'Every leg is dated before the designation.',
  undecided: 'Its legs may be from before or after the designation: dates are missing or too coarse.',
}

/** How the party of a finding stands to its target, in a few words; empty where the badge says it all. */
export function roleText(finding: Finding): string {
  switch (finding.kind) {
    case 'listed':
      return ''
    case 'owned':
      return `by blocked parties${finding.regimes === undefined ? '' : ` (${finding.regimes.join(', ').toUpperCase()})`}`
    case 'exposed':
      return finding.side === undefined ? 'by ownership, control or membership' : `as ${finding.side}`
    case 'intermediary':
      return ''
    case 'routed':
      return 'through a listed handler'
  }
}

/** `(id, CC)` behind a name; nothing of it where it would only say the name again. */
export function identity(party: { readonly id: string; readonly name: string; readonly country?: string }): string {
  const parts = [party.id === party.name ? undefined : party.id, party.country].filter((part) => part !== undefined)
  return parts.length === 0 ? '' : `(${parts.join(', ')})`
}
