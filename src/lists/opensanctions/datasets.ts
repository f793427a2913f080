import type { ListKind, Regime } from '../../model/entry.js'

/** A source list within OpenSanctions, by its name in the JSON files and the words of its title in the tables. */
interface Dataset {
  readonly name: string
  readonly title: RegExp
  readonly regime: Regime
  readonly kind: ListKind
}

/**
 * What an entity's source lists do, for those of the regimes that ownership is judged by. The kinds are those of the lists themselves
 * (the tables of each format say by what law); a source that mixes lists counts as the weaker of them, since the one that freezes has a name of its own.
 */
const DATASETS: readonly Dataset[] = [
  { name: 'us_ofac_sdn', title: /OFAC Specially Designated/i, regime: 'us', kind: 'asset-freeze' },
  { name: 'us_ofac_cons', title: /OFAC Consolidated/i, regime: 'us', kind: 'sectoral' },
  { name: 'us_trade_csl', title: /Consolidated Screening List/i, regime: 'us', kind: 'export-control' },
  { name: 'us_bis_denied', title: /BIS Denied/i, regime: 'us', kind: 'export-control' },
  { name: 'us_sam_exclusions', title: /SAM .*Exclusions|SAM Procurement/i, regime: 'us', kind: 'debarment' },
  { name: 'eu_fsf', title: /EU (?:Council )?Financial Sanctions|EU Consolidated/i, regime: 'eu', kind: 'asset-freeze' },
  { name: 'eu_sanctions_map', title: /EU Sanctions Map/i, regime: 'eu', kind: 'asset-freeze' },
  { name: 'eu_journal_sanctions', title: /EU Council Official Journal/i, regime: 'eu', kind: 'export-control' },
  { name: 'gb_fcdo_sanctions', title: /UK FCDO|UK Sanctions List/i, regime: 'uk', kind: 'asset-freeze' },
  { name: 'gb_hmt_sanctions', title: /UK HMT|OFSI Consolidated/i, regime: 'uk', kind: 'asset-freeze' },
  { name: 'gb_hmt_invbans', title: /investment ban/i, regime: 'uk', kind: 'sectoral' },
  { name: 'gb_coh_disqualified', title: /Companies House Disqualified/i, regime: 'uk', kind: 'debarment' },
  { name: 'un_sc_sanctions', title: /UN Security Council|UN SC /i, regime: 'un', kind: 'asset-freeze' },
]

/** Registers and other sources that enrich an entity and list nobody. */
const NO_LISTS = /^(?:ext_|wd_|research$|ann_)/

export interface DatasetRegime {
  readonly regime: Regime
  readonly kind: ListKind
  readonly datasets: readonly string[]
}

const WEIGHT: readonly ListKind[] = ['asset-freeze', 'export-control', 'sectoral', 'debarment', 'watch']

/** The weightier of two kinds. */
export function weightier(a: ListKind, b: ListKind): ListKind {
  return WEIGHT.indexOf(a) <= WEIGHT.indexOf(b) ? a : b
}

/**
 * The regimes that an entity's sources belong to, each with the weightiest kind among them. Sources of other countries are of none, and their
 * kind is what the entity's topics say. Where the topics speak of no sanction at all, no source makes one.
 */
export function regimesOf(
  datasets: readonly string[],
  byTopics: ListKind,
  sanctioned: boolean,
): readonly DatasetRegime[] {
  const found = new Map<Regime, { kind: ListKind; datasets: string[] }>()
  const lists = datasets.filter((name) => !NO_LISTS.test(name))
  for (const name of lists.length === 0 ? datasets : lists) {
    const known = DATASETS.find((each) => each.name === name || each.title.test(name))
    const regime = known?.regime ?? 'none'
    const kind = known === undefined || (!sanctioned && known.kind === 'asset-freeze') ? byTopics : known.kind
    const before = found.get(regime)
    if (before === undefined) found.set(regime, { kind, datasets: [name] })
    else {
      before.kind = weightier(before.kind, kind)
      before.datasets.push(name)
    }
  }
  return [...found].map(([regime, { kind, datasets: names }]) => ({ regime, kind, datasets: names }))
}

/** Whether one of the sources freezes assets, so that its entities say `sanction` among their topics. */
export function namesAFreeze(datasets: readonly string[]): boolean {
  return DATASETS.some(({ name, kind }) => kind === 'asset-freeze' && datasets.includes(name))
}

/** The kind that an entity's topics say (opensanctions.org/docs/topics). */
export function kindOfTopics(topics: readonly string[]): ListKind {
  if (topics.includes('sanction')) return 'asset-freeze'
  if (topics.some((topic) => topic.startsWith('export.control'))) return 'export-control'
  return topics.some((topic) => topic === 'debarment' || topic === 'corp.disqual') ? 'debarment' : 'watch'
}

const REGIME_WORDS: Readonly<Record<Regime, string>> = { us: 'US', eu: 'EU', uk: 'UK', un: 'UN', none: 'other' }

export function openSanctionsList(regime: Regime): string {
  return `OpenSanctions (${REGIME_WORDS[regime]})`
}

/** Every file of theirs says so on its page: a company that screens with it needs a licence. */
export const NON_COMMERCIAL = {
  severity: 'warning',
  code: 'licence-non-commercial',
  message: 'OpenSanctions data is free for non-commercial use only (CC BY-NC 4.0); a business needs a licence',
  hint: 'opensanctions.org/licensing; the lists themselves are free from their publishers',
} as const
