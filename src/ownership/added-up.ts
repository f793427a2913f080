import { passes, type Reading, type Spread, type Thresholds } from './fixpoint.js'
import type { Holdings } from './holdings.js'
import type { ControlForm, RuleSet } from './rules.js'
import type { OwnershipRecords } from './stakes.js'

/** A stake or a control that counted. */
export interface CountedStake {
  readonly owner: number
  /** Whether the owner is blocked itself; a partner in a joint arrangement need not be. */
  readonly blocked: boolean
  /** Exact decimal text; `undefined` where it is not known, and for control. */
  readonly percent?: string
  readonly form: 'shares' | 'votes' | ControlForm
  /** Every record of it, ascending, and the percentage that each states. */
  readonly links: readonly number[]
  readonly percents: readonly (string | undefined)[]
}

/** What a party is owned by, or may be, under one regime. */
export interface Ownership {
  readonly party: number
  readonly rules: RuleSet
  readonly confidence: 'confirmed' | 'possible'
  /** `percent unknown`: the known stakes leave it open. `doubt`: an owner, or a day, is in doubt. */
  readonly basis: 'shares' | 'votes' | 'control' | 'percent unknown' | 'doubt'
  /** Percent that blocked owners hold in all, as far as it is known; of votes where the votes decided. */
  readonly sum: string
  /** Largest first; of equals in the order of the owners' parties. */
  stakes(): readonly CountedStake[]
}

export interface Adding {
  readonly holdings: Holdings
  readonly records: OwnershipRecords
  readonly rules: RuleSet
  readonly thresholds: Thresholds
  readonly prefers: (a: number, b: number) => boolean
}

/** Added up exactly when it is first asked: of a register's worth of owned parties few are told, and a closure for each field cost as much as the sums. */
export class AddedUp implements Ownership {
  private measured: { readonly basis: Ownership['basis']; readonly size: bigint } | undefined
  private counted: readonly CountedStake[] | undefined

  constructor(
    readonly party: number,
    private readonly asked: Adding,
    private readonly by: Spread,
  ) {}

  get rules(): RuleSet {
    return this.asked.rules
  }

  get confidence(): Ownership['confidence'] {
    return this.by.reading === 'sure' ? 'confirmed' : 'possible'
  }

  get basis(): Ownership['basis'] {
    return (this.measured ??= measure(this.party, this.asked, this.by)).basis
  }

  get size(): bigint {
    return (this.measured ??= measure(this.party, this.asked, this.by)).size
  }

  get sum(): string {
    return this.asked.holdings.scale.say(this.size)
  }

  stakes(): readonly CountedStake[] {
    return (this.counted ??= stakesOf(this.party, this.asked, this.by))
  }
}

function measure(
  party: number,
  { rules, thresholds }: Adding,
  { reading, largest }: Spread,
): { readonly basis: Ownership['basis']; readonly size: bigint } {
  const reaches = (byVotes: boolean, how: Reading): boolean => passes(thresholds, largest(party, byVotes, how), byVotes)
  const votesCount = rules.votes.effect !== 'nothing'
  const basis = reaches(false, 'sure')
    ? 'shares'
    : votesCount && reaches(true, 'sure')
      ? 'votes'
      : reaches(false, reading) || (votesCount && reaches(true, reading))
        ? 'percent unknown'
        : 'control'
  const shares = largest(party, false, 'sure')
  const size = basis === 'votes' || (shares === 0n && votesCount) ? largest(party, true, 'sure') : shares
  return { basis: reading === 'widest' && basis === 'shares' ? 'doubt' : basis, size }
}

export function comesBefore(a: AddedUp, b: AddedUp, prefers: (a: number, b: number) => boolean): boolean {
  if (a.confidence !== b.confidence) return a.confidence === 'confirmed'
  if (a.size !== b.size) return a.size > b.size
  return prefers(a.stakes()[0]?.owner ?? -1, b.stakes()[0]?.owner ?? -1)
}

/** Stakes and controls as they counted: the largest first, then those of unknown size, then control. */
function stakesOf(
  party: number,
  { holdings, records, rules, prefers }: Adding,
  { reading, isBlocked, holdingsIn, controlsOf }: Spread,
): readonly CountedStake[] {
  const { stakes } = records
  const sizes = new Map<CountedStake, bigint>()
  const counted: CountedStake[] = []
  for (const holding of holdingsIn(party)) {
    const byVotes = holdings.votes[holding] === 1
    if (byVotes && rules.votes.effect === 'nothing') continue
    const rows = [...holdings.rows.subarray(holdings.rowOffsets[holding], holdings.rowOffsets[holding + 1])]
    const size = (reading === 'sure' ? holdings.sure : holdings.most)[holding] ?? 0n
    const told = rows
      .map((row) => stakes.percent[row])
      .find((text) => text !== undefined && holdings.scale.of(text) === size)
    const owner = holdings.owner[holding] ?? -1
    const kept = rows
      .filter((row) => reading === 'widest' || stakes.sure[row] === 1)
      .toSorted((a, b) => (stakes.link[a] ?? -1) - (stakes.link[b] ?? -1))
    const stake: CountedStake = {
      owner,
      blocked: isBlocked(owner),
      form: byVotes ? 'votes' : 'shares',
      ...(told === undefined ? {} : { percent: told }),
      links: kept.map((row) => stakes.link[row] ?? -1),
      percents: kept.map((row) => stakes.percent[row]),
    }
    sizes.set(stake, size)
    counted.push(stake)
  }
  const byController = byParty(controlsOf(party), ({ controller }) => [controller])
  for (const [owner, its] of byController) {
    for (const form of ['board', 'influence', 'unstated'] as const) {
      const links = its.filter((one) => one.form === form).map(({ link }) => link)
      if (links.length > 0) counted.push({ owner, blocked: true, form, links, percents: [] })
    }
  }
  const rank = (one: CountedStake): number => (one.form === 'shares' || one.form === 'votes' ? 0 : 1)
  return counted.toSorted((a, b) => {
    const [left, right] = [sizes.get(a) ?? 0n, sizes.get(b) ?? 0n]
    if (left !== right) return left > right ? -1 : 1
    if (rank(a) !== rank(b)) return rank(a) - rank(b)
    if (a.owner === b.owner) return 0
    return prefers(a.owner, b.owner) ? -1 : 1
  })
}

/** What is said of each party, in the order in which it came. */
export function byParty<T>(
  all: readonly T[],
  partiesOf: (one: T) => readonly number[],
): ReadonlyMap<number, readonly T[]> {
  const found = new Map<number, T[]>()
  for (const one of all) {
    for (const party of partiesOf(one)) {
      const known = found.get(party)
      if (known === undefined) found.set(party, [one])
      else known.push(one)
    }
  }
  return found
}
