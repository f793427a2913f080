import type { Confidence, Match, Step, StepKind } from '../model/report.js'

/** What a step says, read from its nearer end: first where the link runs that way, then where it runs against it. */
const SAYS: Readonly<Record<StepKind, readonly [string, string]>> = {
  supply: ['supplies', 'buys from'],
  component: ['makes components for', 'integrates components of'],
  payment: ['pays', 'is paid by'],
  owns: ['owns', 'is owned by'],
  controls: ['controls', 'is controlled by'],
  'member-of': ['is a member of', 'has the member'],
  'officer-of': ['is an officer of', 'has the officer'],
  'acts-with': ['acts with', 'acts with'],
  via: ['dealt through', 'dealt through'],
}

/** `A supplies B`. */
export function sayStep(step: Step): string {
  return `${step.fromName} ${SAYS[step.kind][step.along ? 0 : 1]} ${step.toName}`
}

/** `listed on OFAC SDN and UK`, or `possibly listed on …`. */
export function sayListed(matches: readonly Match[]): string {
  const confirmed = matches.filter((match) => match.confidence === 'confirmed')
  const counted = confirmed.length > 0 ? confirmed : matches
  const lists = [...new Set(counted.map((match) => match.list))].toSorted()
  return `${confirmed.length > 0 ? '' : 'possibly '}listed on ${lists.join(' and ')}`
}

function sayHops(hops: number): string {
  return hops === 1 ? '1 hop' : `${hops} hops`
}

/** Of a listed party: whom it is held to be and on what ground. */
export function reasonListed(name: string, matches: readonly Match[], confidence: Confidence): string {
  const [best, ...others] = matches.filter((match) => match.confidence === confidence)
  if (best === undefined) return `${name} is listed.`
  const programs = best.programs.length === 0 ? '' : ` (${best.programs.join(', ')})`
  const more = others.length === 0 ? '' : `, and ${others.length} more ${others.length === 1 ? 'entry' : 'entries'}`
  const entry = `${best.entryName}, entry ${best.entryId} of ${best.list}${programs}`
  const ground = best.basis === 'identifier' ? `by the identifier ${best.recordName}` : `by the name ${best.recordName}`
  return confidence === 'confirmed'
    ? `${name} is ${entry}, ${ground}${more}.`
    : `${name} may be ${entry}, ${ground} (score ${best.score.toFixed(2)})${more}: compare the whole entry before dealing.`
}

/** @param stands what makes the target one, as `sayListed` puts it. */
export function reasonExposed(chain: readonly Step[], target: string, stands: string): string {
  const [first] = chain
  if (first === undefined) return `${target} is ${stands}.`
  return chain.length === 1
    ? `${sayStep(first)}, which is ${stands}.`
    : `${sayStep(first)} and is ${sayHops(chain.length)} from ${target}, which is ${stands}.`
}

/** Of a handler: what it handled, between whom, and how near the nearer end is. */
export function reasonIntermediary(
  name: string,
  handled: { readonly count: number; readonly kind: string; readonly from: string; readonly to: string },
  nearer: { readonly name: string; readonly hops: number },
  target: string,
  stands: string,
): string {
  const links = handled.count === 1 ? `a ${handled.kind}` : `${handled.count} links, among them a ${handled.kind}`
  const place =
    nearer.hops === 0
      ? `${nearer.name} is ${stands}`
      : `${nearer.name} is ${sayHops(nearer.hops)} from ${target}, which is ${stands}`
  return `${name} handled ${links} from ${handled.from} to ${handled.to}; ${place}.`
}

export function reasonRouted(name: string, handler: string, kinds: readonly string[], stands: string): string {
  return `${name} dealt through ${handler} (${kinds.join(', ')}), which is ${stands}.`
}

/** `the supply link`, `both links`, `all 3 links`. */
export function sayLinks(count: number, kind: StepKind): string {
  if (count === 1) return `the ${kind} link`
  return count === 2 ? 'both links' : `all ${count} links`
}
