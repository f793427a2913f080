import { FINDING_KINDS, type Finding, type FindingKind } from '../model/report.js'
import { gravity } from './gravity.js'

export type SarifLevel = 'error' | 'warning' | 'note'

interface RuleText {
  readonly name: string
  readonly short: string
  readonly full: string
  readonly help: string
  /** The official text behind the rule, or what a person reads next. */
  readonly uri: string
  /** CVSS-like, by which code scanning sorts; of the gravest finding of the kind. */
  readonly severity: string
}

const RULES: Readonly<Record<FindingKind, RuleText>> = {
  listed: {
    name: 'ListedParty',
    short: 'The party is held to be an entry of a sanctions list.',
    full: 'A name or an identifier of the party agrees with an entry of a list. A confirmed match is a source from which chains start; a possible one is for a person to compare.',
    help: 'Compare the whole entry: list, kind of party, every part of the name, addresses, identifiers, dates and aliases (OFAC FAQ 5). If it is the same, stop dealing and ask counsel; if not, record it: hopscreen decide <finding> --not-same --reason "…".',
    uri: 'https://ofac.treasury.gov/faqs/5',
    severity: '9.5',
  },
  owned: {
    name: 'OwnedParty',
    short: 'Blocked parties own the party beyond the threshold of their regime.',
    full: 'Stakes of parties under an asset freeze add up to the threshold of the regime whose list blocks them (OFAC: 50 percent or more). The party is blocked without being on a list.',
    help: 'Check the stakes and their dates against a register. What blocked persons own is treated as they are (OFAC FAQ 401).',
    uri: 'https://ofac.treasury.gov/faqs/401',
    severity: '9.0',
  },
  exposed: {
    name: 'ExposedParty',
    short: 'A chain of fewer hops than the limit leads to a source.',
    full: 'Goods, payments or corporate links lead from the party to a listed or owned one. The chain is the shortest, and each of its steps names the rows that prove it.',
    help: 'Look at the rows of each step: are they the parties, the goods and the dates that they seem? Ask the party about its customers. hopscreen explain <finding> tells further targets and what would change the verdict.',
    uri: 'https://www.bis.gov/node/6280',
    severity: '7.0',
  },
  intermediary: {
    name: 'IntermediaryParty',
    short: 'The party handled a deal on a chain to a source.',
    full: 'A bank, forwarder or broker handled a link by which a chain steps nearer to a listed party. It is no step of the chain itself.',
    help: 'Handling is not dealing, and may still be a risk of the handler: see OFAC FAQ 1151 on banks.',
    uri: 'https://ofac.treasury.gov/faqs/1151',
    severity: '3.0',
  },
  routed: {
    name: 'RoutedDeal',
    short: 'A deal of the party went through a listed or owned handler.',
    full: 'A link names as its handler (via) a party that is listed or owned. Both ends of such a link stand at one hop from it.',
    help: 'A payment or shipment through a blocked bank or carrier can be a dealing with it. Look at the row, and at its day beside the designation.',
    uri: 'https://ofac.treasury.gov/faqs/1148',
    severity: '8.0',
  },
}

/** A rule for each kind of finding, in the order of the kinds (SARIF 2.1.0, section 3.49). */
export function sarifRules(): readonly object[] {
  return FINDING_KINDS.map((kind) => {
    const rule = RULES[kind]
    return {
      id: kind,
      name: rule.name,
      shortDescription: { text: rule.short },
      fullDescription: { text: rule.full },
      help: {
        text: `${rule.help} ${rule.uri}`,
        markdown: `${rule.help.replaceAll('<', '&lt;')}\n\n[Source](${rule.uri})`,
      },
      helpUri: rule.uri,
      defaultConfiguration: { level: kind === 'intermediary' ? 'note' : 'error' },
      properties: { tags: ['sanctions', 'supply-chain'], 'security-severity': rule.severity },
    }
  })
}

/** What must stop is an error; what a person has first to look at is a warning. */
export function sarifLevel(finding: Finding): SarifLevel {
  switch (gravity(finding)) {
    case 'grave':
    case 'near':
      return 'error'
    case 'note':
      return 'note'
    case 'caution':
    case 'good':
    case 'strong':
    case 'faint':
      return 'warning'
  }
}
