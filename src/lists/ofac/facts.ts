import type { PartialDate } from '../../model/date.js'
import type { EntryRelation, ListName } from '../../model/entry.js'
import type { Identifier } from '../../model/identifier.js'
import { fitted, NONE } from '../fitted.js'
import { ofacCountry } from './countries.js'
import { parseRemarkDate } from './dates.js'

/** What OFAC says of a party beside its names and addresses, in the order in which it is said. */
export interface RemarkFacts {
  /** All `weak`: OFAC sets weak aliases in single quotes (FAQ 122), and the legacy CSV holds them in the remarks alone. */
  readonly names: readonly ListName[]
  readonly identifiers: readonly Identifier[]
  readonly relations: readonly EntryRelation[]
  /** Empty where any of the dates is uncertain (`circa 1951`): the others would then contradict a record that the list does not. */
  readonly dates: readonly PartialDate[]
  /** ISO 3166 codes of nationality, citizenship and an aircraft's registration. The place of birth is none of them. */
  readonly countries: readonly string[]
  readonly birthPlaces: readonly string[]
  readonly financialInstitution: boolean
}

/** The same while it is gathered: arrays only where there is something, since most entries have neither relations nor weak names. */
export interface FoundFacts {
  names?: ListName[]
  identifiers?: Identifier[]
  relations?: EntryRelation[]
  dates?: PartialDate[]
  countries?: string[]
  birthPlaces?: string[]
  uncertainDate?: boolean
  financialInstitution?: boolean
}

export function factsOf(found: FoundFacts): RemarkFacts {
  return {
    names: fitted(found.names),
    identifiers: fitted(found.identifiers),
    relations: fitted(found.relations),
    dates: found.uncertainDate === true ? NONE : fitted(found.dates),
    countries: fitted(found.countries),
    birthPlaces: fitted(found.birthPlaces),
    financialInstitution: found.financialInstitution === true,
  }
}

/**
 * The words before a statement that is read, and what is stated. OFAC writes some in small letters and in capitals; `Linked To` is one
 * only in these letters.
 */
const STATEMENT =
  /^(?:alt\.? )?(Linked To|Aircraft Operator|POB|DOB|Organization Established Date|nationality of registration|nationality|citizen):? +(.+)$/i
/** The first words of these. */
export const STATEMENT_OPENINGS: ReadonlySet<string> = new Set(
  'linked aircraft pob dob organization nationality citizen'.split(' '),
)

export interface Stated {
  readonly word: string
  readonly rest: string
}

export function statedIn(sentence: string): Stated | undefined {
  const found = STATEMENT.exec(sentence)
  const word = found?.[1]
  const rest = found?.[2]
  return word === undefined || rest === undefined ? undefined : { word, rest }
}

export function addStated({ word, rest }: Stated, found: FoundFacts): void {
  switch (word) {
    case 'Linked To':
    case 'Aircraft Operator':
      ;(found.relations ??= []).push({ kind: word, name: rest })
      return
    case 'POB':
      ;(found.birthPlaces ??= []).push(rest)
      return
    default:
      addFact(word.toLowerCase(), rest, found)
  }
}

function addFact(word: string, rest: string, found: FoundFacts): void {
  if (word === 'dob' || word === 'organization established date') {
    const read = parseRemarkDate(rest)
    if (read === undefined) found.uncertainDate = true
    else (found.dates ??= []).push(...read)
  } else if (word.startsWith('nationality') || word === 'citizen') {
    const country = ofacCountry(rest)
    if (country !== undefined) (found.countries ??= []).push(country)
  }
}
