import { hasKind, REJECTED, type Links } from '../graph/links.js'
import { detailsFinder, type RelationDetails } from '../graph/relation-details.js'
import { BEGINNING, END } from '../model/date.js'
import { LINK_KINDS, type StakeBasis } from '../model/record.js'
import type { Control, JointArrangement, OwnershipRecords } from '../ownership/stakes.js'

const ON_OWNERSHIP = ['owns', 'controls', 'acts-with'] as const
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
  // Most ledgers say nothing of who owns whom.
  const end = ON_OWNERSHIP.some((kind) => hasKind(links, kind)) ? links.count : 0
  const room = countStakes(links, end)
  const owner = new Int32Array(room)
  const owned = new Int32Array(room)
  const votes = new Uint8Array(room)
  const surely = new Uint8Array(room)
  const percents = Array.from<string | undefined>({ length: room })
  const places = new Int32Array(room)
  let count = 0
  const controls: Control[] = []
  const joints: JointArrangement[] = []
  const placeOf = detailsFinder(details)
  const stake = (link: number, byVotes: boolean, percent: string | undefined, sure: boolean): void => {
    owner[count] = links.from[link] ?? -1
    owned[count] = links.to[link] ?? -1
    votes[count] = byVotes ? 1 : 0
    surely[count] = sure ? 1 : 0
    percents[count] = percent
    places[count] = link
    count++
  }
  const control = (link: number, basis: StakeBasis | undefined, sure: boolean): void => {
    const form = basis === 'board' || basis === 'influence' ? basis : 'unstated'
    controls.push({ controller: links.from[link] ?? -1, controlled: links.to[link] ?? -1, form, sure, link })
  }
  for (let link = 0; link < end; link++) {
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
      count,
      owner: owner.subarray(0, count),
      owned: owned.subarray(0, count),
      votes: votes.subarray(0, count),
      sure: surely.subarray(0, count),
      percent: percents.slice(0, count),
      link: places.subarray(0, count),
    },
    controls,
    joints,
  }
}

/** How many links may be stakes: room for all of them from the beginning costs less than columns that grow. */
function countStakes({ kind }: Links, end: number): number {
  let stakes = 0
  for (let link = 0; link < end; link++) if (kind[link] === OWNS || kind[link] === CONTROLS) stakes++
  return stakes
}
