import type { Summary } from '../model/report.js'
import type { Draft } from './draft.js'
import { partyOf, type ExposedDrafts } from './exposed.js'

/** All verdicts of a screening, in no order that means anything. */
export interface Drafts {
  readonly exposed: ExposedDrafts
  readonly others: readonly Draft[]
}

export function* eachDraft({ exposed, others }: Drafts): Generator<Draft> {
  yield* others
  for (const code of exposed.codes) yield exposed.draftOf(code)
}

/** The verdicts on some of the parties. */
export function draftsOn({ exposed, others }: Drafts, isWanted: (party: number) => boolean): Drafts {
  return {
    exposed: { ...exposed, codes: exposed.codes.filter((code) => isWanted(partyOf(code))) },
    others: others.filter(({ party }) => isWanted(party)),
  }
}

/** How many verdicts there are, as the summary of a report has it. */
export type DraftCounts = Pick<Summary, 'findings' | 'byHops'>

export function countDrafts({ exposed, others }: Drafts): DraftCounts {
  const findings = { listed: 0, owned: 0, exposed: exposed.codes.length, intermediary: 0, routed: 0 }
  const byHops = new Map<number, number>()
  const countHops = (hops: number): void => void byHops.set(hops, (byHops.get(hops) ?? 0) + 1)
  for (const { kind, hops } of others) {
    findings[kind]++
    countHops(hops)
  }
  for (const code of exposed.codes) countHops(exposed.hopsOf(code))
  return { findings, byHops: Object.fromEntries([...byHops].toSorted(([a], [b]) => a - b)) }
}

/** Every link that the verdicts rest on, ascending, each once. */
export function linksOf({ exposed, others }: Drafts): Int32Array {
  let links = new Int32Array(1024)
  let count = 0
  const take = (link: number): void => {
    if (count === links.length) {
      const wider = new Int32Array(count * 2)
      wider.set(links)
      links = wider
    }
    links[count++] = link
  }
  const giveLinks = exposed.linkGiver(take)
  for (const code of exposed.codes) giveLinks(code)
  for (const { chain, handled, owned } of others) {
    for (const step of chain) for (const link of step.links) take(link)
    for (const link of handled ?? []) take(link)
    for (const stake of owned?.stakes() ?? []) for (const link of stake.links) take(link)
  }
  return ascendingOnce(links.subarray(0, count))
}

function ascendingOnce(links: Int32Array): Int32Array {
  links.sort()
  let kept = 0
  for (let at = 0; at < links.length; at++) {
    const link = links[at] ?? 0
    if (kept === 0 || links[kept - 1] !== link) links[kept++] = link
  }
  return links.subarray(0, kept)
}
