import { affiliatesStateOn, BIS_AFFILIATES, isAffiliatesList } from '../ownership/bis-affiliates.js'
import { holdingsBy } from '../ownership/fixpoint.js'
import type { Ownership } from '../ownership/added-up.js'
import { ownedUnder } from '../ownership/owned.js'
import { compareCodePoints } from '../model/order.js'
import type { Signal } from '../model/report.js'
import type { Parties } from '../parties/parties.js'
import type { OwnershipFound } from './owned.js'
import { sayStakes } from './reason-owned.js'
import type { Standing } from './standing.js'

export interface SignalRequest {
  readonly found: OwnershipFound
  readonly standing: Standing
  readonly parties: Parties
  /** The day of the screening. */
  readonly asOf: string
  readonly prefers: (a: number, b: number) => boolean
}

/** Marks that stakes and control leave beside the verdicts: by code, then party. None changes hops. */
export function ownershipSignals(request: SignalRequest): readonly Signal[] {
  const signals = [...affiliates(request), ...controlOnly(request), ...largestHolders(request)]
  return signals.toSorted(
    (a, b) =>
      compareCodePoints(a.code, b.code) ||
      compareCodePoints(a.party ?? '', b.party ?? '') ||
      compareCodePoints(a.message, b.message),
  )
}

function isOwnedUnder(standing: Standing, party: number, regime: 'us' | 'eu'): boolean {
  const its = standing.ownedOf(party)?.ownerships ?? []
  return its.some(({ rules, confidence }) => rules.regime === regime && confidence === 'confirmed')
}

/** Control alone does not block under OFAC's rule, and asks for caution all the same (OFAC FAQ 398, 400). */
function controlOnly({ found, standing, parties }: SignalRequest): readonly Signal[] {
  const blocked = new Set(found.owners.get('us')?.confirmed)
  const signals = new Map<string, Signal>()
  for (const { controller, controlled, sure } of found.index.records.controls) {
    const isBlocked = blocked.has(controller) || isOwnedUnder(standing, controller, 'us')
    if (!sure || !isBlocked || blocked.has(controlled) || isOwnedUnder(standing, controlled, 'us')) continue
    const [who, whom] = [parties.nameOf(controller), parties.nameOf(controlled)]
    const message = `${who}, which is blocked under US law, controls ${whom} and is not known to own 50 % of it: that alone does not block ${whom} (OFAC FAQ 398), but no contract may be one that a blocked person signs (OFAC FAQ 400)`
    signals.set(`${controller} ${controlled}`, {
      code: 'control-alone',
      state: 'raised',
      party: parties.idOf(controlled),
      message,
    })
  }
  return [...signals.values()]
}

/** A listed person that holds more than each of several others is one to look for control by (Best Practices of the Council of 2024). */
function largestHolders({ found, standing, parties }: SignalRequest): readonly Signal[] {
  const { holdings } = found.index.graph
  const owners = found.owners.get('eu')?.confirmed ?? []
  const blocked = new Set(owners)
  return owners.flatMap((owner) =>
    [...holdingsBy(holdings, owner)].flatMap((holding): Signal[] => {
      const owned = holdings.owned[holding] ?? -1
      const size = holdings.sure[holding] ?? 0n
      if (holdings.votes[holding] === 1 || size === 0n || blocked.has(owned) || isOwnedUnder(standing, owned, 'eu'))
        return []
      const others: bigint[] = []
      for (let at = holdings.ownedOffsets[owned] ?? 0; at < (holdings.ownedOffsets[owned + 1] ?? 0); at++) {
        if (at !== holding && holdings.votes[at] === 0) others.push(holdings.most[at] ?? 0n)
      }
      if (others.length < 2 || others.some((other) => other >= size)) return []
      const percent = holdings.scale.say(size)
      const message = `${parties.nameOf(owner)}, which is under an EU asset freeze, is the largest known holder of ${parties.nameOf(owned)} with ${percent} %, below the threshold: look for control`
      return [{ code: 'largest-holder', state: 'raised', party: parties.idOf(owned), message }]
    }),
  )
}

/** Foreign parties of which parties of the Entity List, the Military End-User List and the SDN list hold half in all. */
function affiliates(request: SignalRequest): readonly Signal[] {
  const { found, standing, parties, asOf, prefers } = request
  const state = affiliatesStateOn(asOf)
  if (!found.owners.has('us') || (state !== 'in-force' && state !== 'unknown')) return []
  const confirmed = standing.listed.filter((party) =>
    standing
      .matchesOf(party)
      .some(
        ({ regime, listKind, list, confidence }) =>
          confidence === 'confirmed' && regime === 'us' && (listKind === 'asset-freeze' || isAffiliatesList(list)),
      ),
  )
  const isCounted = (party: number): boolean =>
    standing.matchesOf(party).some(({ list, confidence }) => confidence === 'confirmed' && isAffiliatesList(list))
  if (!confirmed.some(isCounted)) return []
  const { owned } = ownedUnder(found.index, BIS_AFFILIATES, { confirmed, possible: [] }, prefers)
  return owned
    .filter(({ party, confidence }) => confidence === 'possible' || !isOwnedUnder(standing, party, 'us'))
    .flatMap((its) => affiliate(its, parties, state === 'unknown'))
}

function affiliate(its: Ownership, parties: Parties, isUnknown: boolean): readonly Signal[] {
  const name = parties.nameOf(its.party)
  const countries = parties.recordsOf(its.party).flatMap(({ country }) => country ?? [])
  if (countries.includes('US')) return []
  const party = parties.idOf(its.party)
  if (countries.length === 0) {
    const message = `${name} may be an affiliate under the BIS Affiliates Rule, which holds for parties outside the United States, and no record says its country`
    return [{ code: 'bis-affiliate', state: 'not-evaluated', party, message }]
  }
  const said = sayAffiliate(its, name, sayStakes(its.stakes(), parties.nameOf))
  const check =
    '; the rule was suspended up to 2026-11-09 and comes back on 2026-11-10 unless BIS acts, so check its state'
  return [{ code: 'bis-affiliate', state: 'raised', party, message: isUnknown ? `${said}${check}` : said }]
}

function sayAffiliate({ basis, confidence, sum }: Ownership, name: string, held: string): string {
  const licence =
    'under the BIS Affiliates Rule it takes a licence as its strictest owner does; of SDNs only those of the programmes in 15 CFR 744.8(a)(1) count'
  if (confidence === 'confirmed') return `${name} is owned to ${sum} % in all by ${held}: ${licence}`
  if (basis === 'doubt')
    return `${name} may be owned by ${held}, of whom an owner or a day is in doubt: if so, ${licence}`
  return `${name} is held by ${held} and it is not known how far: Red Flag 29 of the BIS Affiliates Rule asks to find out the stake or to get a licence`
}
