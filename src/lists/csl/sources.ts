import type { ListKind } from '../../model/entry.js'

/** One of the lists that the Consolidated Screening List brings together. */
export interface CslSource {
  /** As the file of 2016 calls it; later ones have it in brackets behind a name, `Entity List (EL) - Bureau of Industry and Security`. */
  readonly code: string
  readonly list: string
  /** Of every entry of that source; `undefined` where its programmes decide. */
  readonly kind: ListKind | undefined
}

/**
 * What a listing on each source does:
 *
 * | source | kind | rule |
 * | --- | --- | --- |
 * | SDN | by programme | property blocked, 31 CFR chapter V |
 * | EL | export-control | licence for items subject to the EAR, 15 CFR 744.11, 744.16 and supplement 4 |
 * | MEU | export-control | licence for military end users, 15 CFR 744.21 and supplement 7 |
 * | UVL | export-control | no licence exceptions, a statement before export, 15 CFR 744.15 and supplement 6 |
 * | DPL | export-control | no taking part in exports, 15 CFR 764.3(a)(2) |
 * | ISN | export-control | nonproliferation statutes and orders: no licences, no procurement; a block stands on the SDN list |
 * | DTC | debarment | no exports of defence articles, AECA section 38, 22 CFR 127.7 |
 * | SSI | sectoral | directives under EO 13662, 31 CFR 589 |
 * | CAP | sectoral | correspondent accounts, 31 CFR 561, EO 14024 directive 2 and others |
 * | MBS | sectoral | single measures out of a menu (CAATSA 235, EO 14024 directives) |
 * | CMIC | sectoral | dealings in securities, EO 13959 as amended by EO 14032 |
 * | PLC | watch | transactions are rejected, not blocked, 31 CFR 594.520 |
 * | FSE | debarment | no dealings, but nothing is blocked, EO 13608 |
 *
 * None but the first can be an asset freeze here, whatever programme tags its entries repeat.
 */
export const CSL_SOURCES: readonly CslSource[] = [
  { code: 'SDN', list: 'OFAC SDN (CSL)', kind: undefined },
  { code: 'EL', list: 'BIS Entity List (CSL)', kind: 'export-control' },
  { code: 'MEU', list: 'BIS Military End User List (CSL)', kind: 'export-control' },
  { code: 'UVL', list: 'BIS Unverified List (CSL)', kind: 'export-control' },
  { code: 'DPL', list: 'BIS Denied Persons List (CSL)', kind: 'export-control' },
  { code: 'ISN', list: 'State Nonproliferation Sanctions (CSL)', kind: 'export-control' },
  { code: 'DTC', list: 'State AECA Debarred (CSL)', kind: 'debarment' },
  { code: 'SSI', list: 'OFAC SSI (CSL)', kind: 'sectoral' },
  { code: 'CAP', list: 'OFAC CAPTA (CSL)', kind: 'sectoral' },
  { code: 'MBS', list: 'OFAC NS-MBS (CSL)', kind: 'sectoral' },
  { code: 'CMIC', list: 'OFAC NS-CMIC (CSL)', kind: 'sectoral' },
  { code: 'PLC', list: 'OFAC NS-PLC (CSL)', kind: 'watch' },
  { code: 'FSE', list: 'OFAC FSE (CSL)', kind: 'debarment' },
]

/** Other words for a source than its code in brackets. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['NS-MBS List', 'MBS'],
  ['NS-CMIC', 'CMIC'],
  ['NS-PLC', 'PLC'],
  ['CAPTA', 'CAP'],
])

/** The source that a row names, by its code alone or in brackets; `undefined` for one that is new. */
export function cslSource(text: string): CslSource | undefined {
  const code = /\(([^()]+)\)/.exec(text)?.[1] ?? text.trim()
  const known = WORDS.get(code) ?? code
  return CSL_SOURCES.find((source) => source.code === known)
}
