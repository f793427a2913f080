import type { CountedStake, Ownership } from '../ownership/added-up.js'
import type { RuleSet } from '../ownership/rules.js'
import type { Owned } from './owned.js'

const REGIME_NAMES = { us: 'US', eu: 'EU', uk: 'UK' } as const

/** `50 % or more`, `more than 50 %`. */
export function sayThreshold({ threshold }: RuleSet): string {
  return threshold.reached === 'at' ? `${threshold.percent} % or more` : `more than ${threshold.percent} %`
}

const FORMS = {
  shares: 'holds',
  votes: 'holds votes of',
  board: 'appoints the board of',
  influence: 'has dominant influence over',
  unstated: 'controls',
} as const

type NameOf = (party: number) => string

/** `X (30 %), Y (20 % of the votes)`. */
export function sayStakes(stakes: readonly CountedStake[], nameOf: NameOf): string {
  const each = stakes.map((stake) => {
    const size = stake.percent === undefined ? 'percent unknown' : `${stake.percent} %`
    const form = stake.form === 'votes' ? ' of the votes' : ''
    return `${nameOf(stake.owner)} (${size}${form}${stake.blocked ? '' : ', acting together'})`
  })
  const shown = each.slice(0, SHOWN).join(', ')
  return each.length > SHOWN ? `${shown} and ${each.length - SHOWN} more` : shown
}

const SHOWN = 5

function sayOne(name: string, its: Ownership, nameOf: NameOf): string {
  const { rules, basis, sum, confidence } = its
  const stakes = its.stakes().filter(({ form }) => form === 'shares' || form === 'votes')
  const held = sayStakes(stakes, nameOf)
  const surely = confidence === 'confirmed'
  switch (basis) {
    case 'shares':
      return `${name} is owned to ${sum} % in all by ${held}: ${rules.name} asks for ${sayThreshold(rules)}`
    case 'votes': {
      const votes = `${sum} % of the votes in ${name} are held by ${held}`
      return surely
        ? `${votes}: ${rules.name} asks for more than ${rules.votes.percent} %`
        : `${votes}, which ${rules.name} may count as control: find out who runs it before dealing`
    }
    case 'percent unknown':
      return `${name} may be owned by ${held}; the percent unknown leaves it open, since ${sum} % are known and ${rules.name} asks for ${sayThreshold(rules)}: find out the stakes before dealing`
    case 'doubt':
      return `${name} may be owned to ${sum} % by ${held}, of whom an owner or a day is in doubt: ${rules.name} asks for ${sayThreshold(rules)}`
    case 'control': {
      const [first] = its.stakes().filter(({ form }) => form !== 'shares' && form !== 'votes')
      const who = first === undefined ? `${name} is controlled` : `${nameOf(first.owner)} ${FORMS[first.form]} ${name}`
      return surely
        ? `${who}: control counts as ownership does under ${rules.name}`
        : `${who}: control may count as ownership does under ${rules.name}, so find out who runs it before dealing`
    }
  }
}

/** Of an owned party: the sum, who holds it, the rule. */
export function reasonOwned(name: string, owned: Owned, stands: string, nameOf: NameOf): string {
  const told = owned.ownerships.filter((one) => one.confidence === owned.confidence)
  const [first] = told
  if (first === undefined) return `${name} is owned.`
  const others = told.slice(1).map((one) => `${REGIME_NAMES[one.rules.regime]} too`)
  const less = owned.ownerships
    .filter((one) => one.confidence !== owned.confidence)
    .map((one) => `possibly ${REGIME_NAMES[one.rules.regime]} as well`)
  const more = [...others, ...less].join(', ')
  const target = `${nameOf(owned.target())} is ${stands}`
  return `${sayOne(name, first, nameOf)}${more === '' ? '' : ` (${more})`}; ${target}.`
}
