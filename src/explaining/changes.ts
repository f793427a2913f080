import type { VerdictChange } from '../model/explanation.js'
import type { Match } from '../model/report.js'
import type { Parties } from '../parties/parties.js'
import type { DraftStep } from '../verdicts/draft.js'
import { sayLinks } from '../verdicts/reason.js'
import type { Standing } from '../verdicts/standing.js'
import type { Reached } from './further-targets.js'
import { standsIf, type Stands, type Supposition, type World } from './suppose.js'

/** Links of one step that are each supposed to be wrong; more are as good as none. */
const MOST_OF_STEP = 8
/** Owners up a line of ownership; more than that nobody reads. */
const MOST_OWNERS = 8

interface Wondered {
  readonly change: string
  readonly supposed: Supposition
  /** Told also where it changes nothing. */
  readonly always?: boolean
}

/**
 * What each thing on which the verdict rests does to it, were that alone wrong: the links of the chain, the matches of its target, the stakes
 * by which the target or the party itself is owned; and the stops of the walk, were they none.
 *
 * @param reached the nearest source; absent where none is near enough to flag the party.
 */
export function verdictChanges(
  world: World,
  parties: Parties,
  party: number,
  reached: Reached | undefined,
): readonly VerdictChange[] {
  const now = standsIf(world, party, { kind: 'as-is' })
  const wondered = [
    ...aboutChain(world, parties, reached),
    ...aboutStanding(world, parties, party, reached),
    ...aboutStops(world),
  ]
  return wondered.flatMap(({ change, supposed, always }) => {
    const then = standsIf(world, party, supposed)
    if (always !== true && isSame(now, then)) return []
    return [{ change, becomes: say(parties, party, now, then) }]
  })
}

function isSame(a: Stands, b: Stands): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function say(parties: Parties, party: number, now: Stands, then: Stands): string {
  const name = parties.nameOf(party)
  const hops = (count: number): string => (count === 1 ? '1 hop' : `${count} hops`)
  switch (then.kind) {
    case 'clear':
      return `${name} is no longer flagged`
    case 'listed':
      return `${name} is ${then.confidence === 'confirmed' ? '' : 'possibly '}listed`
    case 'owned':
      return `${name} is ${then.confidence === 'confirmed' ? '' : 'possibly '}owned by ${parties.nameOf(then.target)}`
    case 'exposed': {
      const target = parties.nameOf(then.target)
      if (now.kind !== 'exposed' || now.hops !== then.hops) return `${name} is ${hops(then.hops)} from ${target}`
      return `${name} stays at ${hops(then.hops)}, from ${target}, by another chain`
    }
  }
}

function aboutChain(world: World, parties: Parties, reached: Reached | undefined): readonly Wondered[] {
  if (reached === undefined) return []
  const steps = reached.chain.flatMap((step) => [
    {
      change: `Without ${sayLinks(step.links.length, step.kind)} between ${parties.nameOf(step.from)} and ${parties.nameOf(step.to)}`,
      supposed: { kind: 'without-links', links: step.links },
      always: true,
    } as const,
    ...aboutLinks(world, parties, step),
  ])
  const target = {
    change: `If ${parties.nameOf(reached.target)} were not the listed party`,
    supposed: { kind: 'without-target', party: reached.target },
    always: true,
  } as const
  return world.standing.isTargetByOwnership(reached.target) ? steps : [...steps, target]
}

/** Beside others in its step a link alone changes the verdict only where order in time, or ownership, hangs on it. */
function aboutLinks({ graph }: World, parties: Parties, { from, to, links }: DraftStep): readonly Wondered[] {
  if (links.length < 2 || links.length > MOST_OF_STEP) return []
  const between = `between ${parties.nameOf(from)} and ${parties.nameOf(to)}`
  return links.map((link) => ({
    change: `Without the link in line ${graph.links.line.at(link)} ${between} alone`,
    supposed: { kind: 'without-links', links: [link] },
  }))
}

/** The party's own matches and stakes, and those of its target, up the line of owners. */
function aboutStanding(
  { standing }: World,
  parties: Parties,
  party: number,
  reached: Reached | undefined,
): readonly Wondered[] {
  const concerned = new Set(reached === undefined ? [party] : [party, reached.target])
  for (const one of concerned) {
    if (concerned.size > MOST_OWNERS) break
    for (const { owner, blocked } of standing.ownedOf(one)?.stakes() ?? []) if (blocked) concerned.add(owner)
  }
  return [...concerned].flatMap((one) => [
    ...aboutMatches(standing, parties, one, one === reached?.target),
    ...(standing.ownedOf(one)?.stakes() ?? []).map((stake): Wondered => ({
      change: `Without what is known of ${parties.nameOf(stake.owner)} holding ${stake.percent === undefined ? `(${stake.form})` : `${stake.percent} %`} of ${parties.nameOf(one)}`,
      supposed: { kind: 'without-links', links: stake.links },
    })),
  ])
}

/** Of a target with one match the supposition that it is not the listed party says the same. */
function aboutMatches(standing: Standing, parties: Parties, party: number, isTarget: boolean): readonly Wondered[] {
  const matches = standing.matchesOf(party)
  if (isTarget && matches.length === 1) return []
  return matches.map((match: Match) => ({
    change: `If ${parties.nameOf(party)} were not entry ${match.entryId} of ${match.list}`,
    supposed: { kind: 'without-match', party, match },
  }))
}

function aboutStops({ graph, stops, options }: World): readonly Wondered[] {
  const some = (flags: Uint8Array | undefined): boolean => flags?.includes(1) === true
  const wondered: Wondered[] = []
  const wonder = (change: string, stop: 'hub' | 'terminal' | 'person' | 'weak-stake'): void =>
    void wondered.push({ change, supposed: { kind: 'without-stops', stop } })
  if (some(stops.hub)) wonder('If walks went through parties with many counterparties (--hub-limit)', 'hub')
  if (some(stops.terminal))
    wonder('If walks went through public bodies, your own company and names of no one', 'terminal')
  if (some(stops.person)) wonder('If walks went through persons reached by their offices', 'person')
  if (graph.weakStakes.along.parties.length > 0)
    wonder(`If a stake under ${options.minStake} % were a step (--min-stake)`, 'weak-stake')
  return wondered
}
