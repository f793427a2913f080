import type { RuleSet } from './rules.js'

/** What the BIS Affiliates Rule does on a day. */
export type AffiliatesState = 'not-yet' | 'in-force' | 'suspended' | 'unknown'

/**
 * "Expansion of End-User Controls to Cover Affiliates" (90 FR, document 2025-19001, RIN 0694-AK11). A rule of licences, so that nobody is
 * blocked by it. The rule that suspends it (90 FR no. 216, 12 November 2025) puts it back by itself on 10 November 2026 unless BIS acts.
 */
const STATES: readonly { readonly from: string; readonly state: AffiliatesState }[] = [
  { from: '2026-11-10', state: 'unknown' },
  { from: '2025-11-10', state: 'suspended' },
  { from: '2025-09-29', state: 'in-force' },
]

export function affiliatesStateOn(day: string): AffiliatesState {
  return STATES.find(({ from }) => from <= day)?.state ?? 'not-yet'
}

/** It adds as OFAC does, across the Entity List, the Military End-User List and the SDN list. */
export const BIS_AFFILIATES: RuleSet = {
  regime: 'us',
  name: 'the BIS Affiliates Rule',
  threshold: { percent: '50', reached: 'at' },
  owners: 'added',
  votes: { percent: '50', effect: 'nothing' },
  control: { board: 'nothing', influence: 'nothing', unstated: 'nothing' },
  source: '90 FR, document 2025-19001; 15 CFR 744.8(a)(1), 744.11, 744.21',
}

/** Whether a list is one whose parties the rule counts beside SDNs, by the list's own name. */
export function isAffiliatesList(list: string): boolean {
  return /\bentity list\b|\bmilitary[ -]end[ -]users?\b|\bMEU\b/i.test(list)
}
