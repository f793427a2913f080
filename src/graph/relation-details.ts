import type { PartialDate } from '../model/date.js'
import type { LinkKind, StakeBasis } from '../model/record.js'

/** What relations say beside their ends and their first day. Few links are relations, so that this stands beside the columns of all. */
export interface RelationDetails {
  /** Ascending; what follows is at the same places. */
  readonly links: number[]
  /** Exact decimal text. */
  readonly percents: (string | undefined)[]
  readonly bases: (StakeBasis | undefined)[]
  /** The first day on which it holds no more. */
  readonly untils: (PartialDate | undefined)[]
  /** The texts of the percentages, each once: a million stakes are written in a few thousand ways. */
  readonly texts: Map<string, string>
}

export function createRelationDetails(): RelationDetails {
  return { links: [], percents: [], bases: [], untils: [], texts: new Map() }
}

/** What a relation may say of itself. */
export interface RelationSaying {
  readonly kind: LinkKind
  readonly percent?: string
  readonly basis?: StakeBasis
  readonly until?: PartialDate
}

const RELATIONS: ReadonlySet<LinkKind> = new Set(['owns', 'controls', 'member-of', 'officer-of', 'acts-with'])

/** Whether the link says how two parties stand to each other, for some time, rather than what passed between them on a day. */
export function isRelation(kind: LinkKind): boolean {
  return RELATIONS.has(kind)
}

function sameText({ texts }: RelationDetails, text: string): string {
  const known = texts.get(text)
  if (known !== undefined) return known
  texts.set(text, text)
  return text
}

/** Keeps what the link says, if it is a relation. Links come in ascending order. */
export function noteRelation(
  details: RelationDetails,
  link: number,
  { kind, percent, basis, until }: RelationSaying,
): void {
  if (!isRelation(kind) || (percent === undefined && basis === undefined && until === undefined)) return
  details.links.push(link)
  details.percents.push(percent === undefined ? undefined : sameText(details, percent))
  details.bases.push(basis)
  details.untils.push(until)
}

/** Finds the place of a link's details, -1 where it has none, for links that are asked for in ascending order, at no cost for those between them. */
export function detailsFinder({ links }: RelationDetails): (link: number) => number {
  let at = 0
  return (link) => {
    while (at < links.length && (links[at] ?? 0) < link) at++
    return links[at] === link ? at : -1
  }
}
