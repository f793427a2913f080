import type { Evidence, Finding, PartyRecord } from '../model/report.js'
import { visible } from './sanitise.js'

/**
 * A message of SARIF: `[text](target)` in a plain text would be a link (2.1.0, section 3.11.6), so that a name which is
 * written like one gets a blank where its two brackets meet.
 */
export function sarifText(text: string): string {
  return visible(text).replaceAll('](', '] (')
}

// A path may hold half of a surrogate pair, which no percent-encoding can say.
const wellFormed = (text: string) =>
  text.replaceAll(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu, '\ufffd')

/** A path as it was typed, as the reference of RFC 3986 that code scanning resolves against the root of the repository. */
export function sarifUri(path: string): string {
  const slashed = wellFormed(path)
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/u, '')
  const encoded = slashed.split('/').map(encodeURIComponent).join('/')
  return slashed.startsWith('/') ? `file://${encoded}` : encoded
}

export interface SarifPlace {
  readonly file: string
  readonly line?: number
  readonly text?: string
}

export function sarifLocation({ file, line, text }: SarifPlace, id?: number): object {
  return {
    ...(id === undefined ? {} : { id }),
    physicalLocation: {
      artifactLocation: { uri: sarifUri(file) },
      ...(line === undefined ? {} : { region: { startLine: line } }),
    },
    ...(text === undefined ? {} : { message: { text: sarifText(text) } }),
  }
}

/** Where a person should look first: the row of the party's own step or, where it has none, its record. */
export function mainPlace(finding: Finding): SarifPlace | undefined {
  const evidence: Evidence | undefined =
    finding.handled?.[0] ?? finding.chain[0]?.evidence[0] ?? finding.stakes?.[0]?.evidence[0]
  const record: PartyRecord | undefined = finding.party.records[0]
  return evidence ?? record
}
