import type { PartialDate } from './date.js'
import type { Identifier } from './identifier.js'
import type { Place } from './problem.js'
import type { PartyType } from './record.js'

export const REGIMES = ['us', 'eu', 'uk', 'un', 'none'] as const
/** Whose law a list belongs to. */
export type Regime = (typeof REGIMES)[number]

export const OWNERSHIP_REGIMES = ['us', 'eu', 'uk'] as const satisfies readonly Regime[]
/** Regimes whose law says from which stake on a party is blocked as its owners are. */
export type OwnershipRegime = (typeof OWNERSHIP_REGIMES)[number]

export const LIST_KINDS = ['asset-freeze', 'export-control', 'sectoral', 'debarment', 'watch'] as const
/** What a designation does: only the first two make a source, and only the first blocks by ownership. */
export type ListKind = (typeof LIST_KINDS)[number]

/** `weak` is a name that its publisher calls weak or low quality (OFAC FAQ 122): alone at most a `possible` match. */
export type NameStrength = 'primary' | 'strong' | 'weak'

export interface ListName {
  readonly text: string
  readonly strength: NameStrength
  /** A name that the party had before. */
  readonly former?: boolean
  /** The script that the list says the name is in, such as `Cyrillic`. */
  readonly script?: string
}

export interface ListAddress {
  /** The address as the list writes it, its parts joined with `, `. */
  readonly text: string
  /** ISO 3166 alpha-2, where the list's country could be told. */
  readonly country?: string
}

/**
 * A statement of the list that names another party: one the entry was designated with regard to, its owner, its parent company. It is no stake,
 * since no list states a percentage, and it is not walked.
 */
export interface EntryRelation {
  /** As the list says it, such as `Linked To` or `Owned or Controlled By`, read from the entry to the party named. */
  readonly kind: string
  readonly name: string
  /** The other party's own key on the same list, where the list gives it. */
  readonly entryId?: string
  /** From when, and until when, where the list says so. */
  readonly since?: PartialDate
  readonly until?: PartialDate
  /** The list says that it holds no more. */
  readonly former?: boolean
}

/** One designation on one list. */
export interface ListEntry {
  /** The list's name, such as `OFAC SDN`. */
  readonly list: string
  readonly regime: Regime
  readonly kind: ListKind
  /** The publisher's own key (OFAC: the uid). */
  readonly entryId: string
  /** At least one; the primary name first. */
  readonly names: readonly ListName[]
  readonly type: PartyType
  /** Countries of address, flag, nationality or registration, ISO 3166 alpha-2, sorted, no doubles. */
  readonly countries: readonly string[]
  readonly addresses: readonly ListAddress[]
  readonly identifiers: readonly Identifier[]
  /** Birth dates of a person, the founding day of an organisation. */
  readonly dates: readonly PartialDate[]
  readonly programs: readonly string[]
  readonly listedOn?: PartialDate
  readonly delistedOn?: PartialDate
  /** Places of birth as the list writes them. They are no nationality. */
  readonly birthPlaces?: readonly string[]
  /** ISO 3166 alpha-2 of a vessel's flag; one of `countries` too. */
  readonly flag?: string
  /** Why the party was listed, as the list states it. */
  readonly reasons?: string
  /** Regulations, orders and notices on which the designation rests. */
  readonly legalBasis?: readonly string[]
  readonly url?: string
  /** Free text of the list, whole. */
  readonly remarks?: string
  readonly relations: readonly EntryRelation[]
  readonly place: Place
}
