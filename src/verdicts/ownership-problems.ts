import type { Links } from '../graph/links.js'
import type { OwnershipRegime, Regime } from '../model/entry.js'
import type { Place, Problem } from '../model/problem.js'
import type { Parties } from '../parties/parties.js'
import type { Oddity } from '../ownership/holdings.js'
import type { OwnershipFound } from './owned.js'

interface Told {
  readonly links: Links
  readonly parties: Parties
  placeOf(link: number): Place
}

/** What is odd about the stakes, with the row that says so. */
export function ownershipProblems({ index }: OwnershipFound, { parties, placeOf }: Told): readonly Problem[] {
  const { holdings } = index.graph
  const { stakes } = index.records
  const linkOf = (holding: number): number => {
    const rows = holdings.rows.subarray(holdings.rowOffsets[holding], holdings.rowOffsets[holding + 1])
    return rows.reduce((least, row) => Math.min(least, stakes.link[row] ?? least), Number.MAX_SAFE_INTEGER)
  }
  const name = (party: number): string => JSON.stringify(parties.nameOf(party))
  const say = (odd: Oddity): Problem => {
    switch (odd.kind) {
      case 'self': {
        const link = stakes.link[odd.stake] ?? -1
        const message = `${name(stakes.owner[odd.stake] ?? -1)} holds a stake in itself, which counts for nothing`
        return { severity: 'warning', code: 'stake-self', message, ...placeOf(link) }
      }
      case 'repeated': {
        const [owner, owned] = [holdings.owner[odd.holding] ?? -1, holdings.owned[odd.holding] ?? -1]
        const rows = holdings.rows.subarray(holdings.rowOffsets[odd.holding], holdings.rowOffsets[odd.holding + 1])
        const isKnown = rows.some((row) => stakes.sure[row] === 1 && stakes.percent[row] !== undefined)
        const largest = holdings.scale.say(holdings.sure[odd.holding] ?? 0n)
        const counts = isKnown ? `the largest known counts, ${largest} %` : 'how large any of them is, is not known'
        const message = `${name(owner)} has more than one stake in ${name(owned)} on the same day: ${counts}`
        const hint = 'say with since and until which of them holds when'
        return { severity: 'warning', code: 'stake-repeated', message, hint, ...placeOf(linkOf(odd.holding)) }
      }
      case 'over': {
        const of = odd.votes ? ' of the votes' : ''
        const message = `the stakes in ${name(odd.owned)} come to ${holdings.scale.say(odd.sum)} %${of} in all`
        const hint = 'one of them is wrong or no longer holds'
        const first = linkOf(holdings.ownedOffsets[odd.owned] ?? -1)
        return { severity: 'warning', code: 'stakes-over', message, hint, ...placeOf(first) }
      }
    }
  }
  return KINDS.flatMap((kind) => {
    const its = index.oddities.filter((odd) => odd.kind === kind)
    const rest = its.length - MOST
    return [...its.slice(0, MOST).map(say), ...(rest > 0 ? [more(kind, rest)] : [])]
  })
}

/** A register in which everything is odd says so once it has said it often enough. */
const MOST = 1000
const KINDS = ['self', 'repeated', 'over'] as const

function more(kind: Oddity['kind'], count: number): Problem {
  const what = {
    self: 'stakes in oneself, which count for nothing',
    repeated: 'pairs with more than one stake on the same day, of which the largest known counts',
    over: 'parties with stakes that come to more than 100 % in all',
  } as const
  const code = { self: 'stake-self', repeated: 'stake-repeated', over: 'stakes-over' } as const
  return { severity: 'warning', code: code[kind], message: `there are ${count} more ${what[kind]}` }
}

/** The regimes whose rules are asked: those that the user named, else those of the lists. A named one without a list finds nothing, which is said. */
export function regimesAsked(
  named: readonly OwnershipRegime[] | undefined,
  used: ReadonlySet<Regime>,
): { readonly regimes: readonly OwnershipRegime[]; readonly problems: readonly Problem[] } {
  if (named === undefined)
    return { regimes: (['us', 'eu', 'uk'] as const).filter((regime) => used.has(regime)), problems: [] }
  return {
    regimes: named,
    problems: named
      .filter((regime) => !used.has(regime))
      .map((regime): Problem => ({
        severity: 'warning',
        code: 'ownership-no-list',
        message: `no list of the regime ${regime} has an entry in force, so nobody is owned under it`,
        hint: 'give such a list with --list, or leave the regime out of --ownership',
      })),
  }
}
