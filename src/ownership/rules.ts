import type { OwnershipRegime } from '../model/entry.js'

/** What a form of hold does to a party: nothing, `owned` and possible, `owned` and confirmed. */
export type Effect = 'nothing' | 'possible' | 'confirmed'

/** How a hold other than by shares or votes comes about, as the record says it. */
export type ControlForm = 'board' | 'influence' | 'unstated'

/** One way in which ownership blocks, in force for some days. */
export interface RuleSet {
  readonly regime: OwnershipRegime
  /** As a sentence names it. */
  readonly name: string
  /** First and last day, `YYYY-MM-DD`, both included; open where absent. */
  readonly from?: string
  readonly until?: string
  /** Percent of the shares from which the party is owned: that share itself, or only what is over it. */
  readonly threshold: { readonly percent: string; readonly reached: 'at' | 'over' }
  /** The stakes of all blocked owners together, or those of one person at a time. */
  readonly owners: 'added' | 'one-by-one'
  /** Percent of the votes over which they count, and what they do then. */
  readonly votes: { readonly percent: string; readonly effect: Effect }
  readonly control: Readonly<Record<ControlForm, Effect>>
  readonly source: string
}

const NO_CONTROL = { board: 'nothing', influence: 'nothing', unstated: 'nothing' } as const
const DOUBTED_CONTROL = { board: 'possible', influence: 'possible', unstated: 'possible' } as const

const EU = {
  regime: 'eu',
  owners: 'added',
  // A majority of the votes is one of the marks of control, and the presumption can be rebutted.
  votes: { percent: '50', effect: 'possible' },
  control: DOUBTED_CONTROL,
} as const

/**
 * Every threshold of ownership, with where it stands and since when. All count an owner in full once it is blocked itself and not at all
 * before: nothing is multiplied along a chain (OFAC FAQ 401; the EU states no arithmetic, so that OFAC's is used; for the UK more than half
 * at each step).
 */
export const RULE_SETS: readonly RuleSet[] = [
  {
    regime: 'us',
    name: "OFAC's 50 Percent Rule",
    threshold: { percent: '50', reached: 'at' },
    owners: 'added',
    votes: { percent: '50', effect: 'nothing' },
    control: NO_CONTROL,
    source: 'OFAC FAQ 398 to 402; 31 CFR 587.406',
  },
  {
    ...EU,
    name: "the EU's ownership test of before 3 July 2024",
    until: '2024-07-02',
    threshold: { percent: '50', reached: 'over' },
    source: 'Commission FAQ of March 2022',
  },
  {
    ...EU,
    name: "the EU's ownership test",
    from: '2024-07-03',
    threshold: { percent: '50', reached: 'at' },
    source: 'Best Practices of the Council of 3 July 2024; recital 28 of Regulation (EU) 2024/1745',
  },
  {
    regime: 'uk',
    name: "the UK's ownership and control test",
    threshold: { percent: '50', reached: 'over' },
    owners: 'one-by-one',
    votes: { percent: '50', effect: 'confirmed' },
    // Whether affairs run to a person's wishes is for a human to judge.
    control: { board: 'confirmed', influence: 'possible', unstated: 'possible' },
    source: 'SI 2019/855, regulation 7 and schedule 1; OFSI general guidance 4.14',
  },
]

/** The rule set of a regime on a day, `YYYY-MM-DD`. */
export function ruleSetOn(regime: OwnershipRegime, day: string): RuleSet | undefined {
  return RULE_SETS.find(
    (rules) =>
      rules.regime === regime &&
      (rules.from === undefined || rules.from <= day) &&
      (rules.until === undefined || day <= rules.until),
  )
}
