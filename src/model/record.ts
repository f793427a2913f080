import type { PartialDate } from './date.js'
import type { Identifier } from './identifier.js'
import type { Place } from './problem.js'

export const PARTY_TYPES = [
  'company',
  'person',
  'bank',
  'forwarder',
  'public-body',
  'vessel',
  'aircraft',
  'unknown',
] as const
export type PartyType = (typeof PARTY_TYPES)[number]

/** One row of an entities file, read and checked. */
export interface EntityRecord {
  readonly id?: string
  readonly name: string
  readonly type: PartyType
  /** ISO 3166 alpha-2. */
  readonly country?: string
  readonly aliases: readonly string[]
  readonly identifiers: readonly Identifier[]
  readonly address?: string
  readonly founded?: PartialDate
  /** Cells of free text in which names may stand. */
  readonly texts?: readonly FreeText[]
  readonly place: Place
}

/** A cell whose text is no name but may hold some. */
export interface FreeText {
  /** As the file writes it. */
  readonly column: string
  readonly text: string
}

/** What a transaction says of a party beside the text by which it names it. */
export interface NamedParty {
  /** The text of the end or the handler: an id where `name` is there too, else the name. */
  readonly text: string
  readonly name?: string
  readonly type: 'bank' | 'unknown'
  /** ISO 3166 alpha-2. */
  readonly country?: string
  readonly identifiers: readonly Identifier[]
}

/**
 * The kinds of link, in the order in which a step of mixed evidence is named after the first of its kinds
 * (supply, component, payment, then the corporate ones). The index is the code in the link columns.
 */
export const LINK_KINDS = [
  'supply',
  'component',
  'payment',
  'owns',
  'controls',
  'member-of',
  'officer-of',
  'acts-with',
  'same-as',
] as const
export type LinkKind = (typeof LINK_KINDS)[number]

/** What gives an owner its hold: `shares` where the record says nothing. */
export const STAKE_BASES = ['shares', 'votes', 'board', 'influence'] as const
export type StakeBasis = (typeof STAKE_BASES)[number]

/** One row of a transactions or a relations file, read and checked. */
export interface LinkRecord {
  readonly id?: string
  readonly kind: LinkKind
  /** Seller, payer, maker, owner, member: an entity's id, else its name. */
  readonly from: string
  /** Buyer, payee, integrator, owned, group. */
  readonly to: string
  /** The day of a transaction; the `since` of a relation. */
  readonly date?: PartialDate
  /** The first day on which a relation holds no more. */
  readonly until?: PartialDate
  /** Exact decimal text. */
  readonly amount?: string
  readonly currency?: string
  readonly goods?: string
  readonly hsCode?: string
  readonly quantity?: string
  /** Banks, forwarders, brokers that handled it; named as `from` and `to` are. */
  readonly via: readonly string[]
  /** Exact decimal text, 0 to 100. */
  readonly percent?: string
  readonly basis?: StakeBasis
  readonly source?: string
  readonly knownOn?: PartialDate
  /** Of ends and handlers about whom the row says more. */
  readonly parties?: readonly NamedParty[]
  /** Cells of free text in which names may stand. */
  readonly texts?: readonly FreeText[]
  readonly place: Place
}

/** What a link says beside who takes part in it, which the columns know. */
export type ToldLink = Omit<LinkRecord, 'from' | 'to' | 'via'>
