import { REJECTED, type Links } from '../graph/links.js'
import { detailsFinder, type RelationDetails } from '../graph/relation-details.js'
import { BEGINNING, END } from '../model/date.js'
import { LINK_KINDS, type StakeBasis } from '../model/record.js'
import type { Control, JointArrangement, OwnershipRecords } from '../ownership/stakes.js'

const OWNS = LINK_KINDS.indexOf('owns')
const CONTROLS = LINK_KINDS.indexOf('controls')
const ACTS_WITH = LINK_KINDS.indexOf('acts-with')

/**
 * What of the records bears on ownership on a day: `since` is included, `until` is not. Partial dates leave a stake in doubt.
 *
 * @param isKnown which links count at all; every one where it is absent.
 */
export function stakesOnDay(
  links: Links,
  details: RelationDetails,
  partyCount: number,
  day: number,
  isKnown?: (link: number) => boolean,
): OwnershipRecords {
  const owners: number[] = []
  const owned: number[] = []
  const votes: number[] = []
  const surely: number[] = []
  const percents: (string | undefined)[] = []
  const places: number[] = []
  const controls: Control[] = []
  const joints: JointArrangement[] = []
  const placeOf = detailsFinder(details)
  const stake = (link: number, byVotes: boolean, percent: string | undefined, sure: boolean): void => {
    owners.push(links.from[link] ?? -1)
    owned.push(links.to[link] ?? -1)
    votes.push(byVotes ? 1 : 0)
    surely.push(sure ? 1 : 0)
    percents.push(percent)
    places.push(link)
  }
  const control = (link: number, basis: StakeBasis | undefined, sure: boolean): void => {
    const form = basis === 'board' || basis === 'influence' ? basis : 'unstated'
    controls.push({ controller: links.from[link] ?? -1, controlled: links.to[link] ?? -1, form, sure, link })
  }
  for (let link = 0; link < links.count; link++) {
    const kind = links.kind[link]
    if (kind !== OWNS && kind !== CONTROLS && kind !== ACTS_WITH) continue
    if (((links.flags[link] ?? 0) & REJECTED) !== 0 || isKnown?.(link) === false) continue
    const at = placeOf(link)
    const [percent, basis, until] = [details.percents[at], details.bases[at], details.untils[at]]
    const [first, last] = [links.first[link] ?? BEGINNING, links.last[link] ?? END]
    if (first > day || (until !== undefined && until.last <= day)) continue
    const begun = last <= day || (first === BEGINNING && last === END)
    const sure = begun && (until === undefined || until.first > day)
    if (kind === OWNS) {
      if (basis === 'board' || basis === 'influence') control(link, basis, sure)
      else stake(link, basis === 'votes', percent, sure)
    } else if (kind === CONTROLS) {
      // Control by so many votes is a stake in the votes; and control all the same, should they not be enough.
      if (basis === 'votes' && percent !== undefined) stake(link, true, percent, sure)
      control(link, basis, sure)
    } else joints.push({ a: links.from[link] ?? -1, b: links.to[link] ?? -1, sure, link })
  }
  return {
    partyCount,
    stakes: {
      count: owners.length,
      owner: new Int32Array(owners),
      owned: new Int32Array(owned),
      votes: new Uint8Array(votes),
      sure: new Uint8Array(surely),
      percent: percents,
      link: new Int32Array(places),
    },
    controls,
    joints,
  }
}
