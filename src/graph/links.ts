import { BEGINNING, END } from '../model/date.js'
import { LINK_KINDS, type LinkKind } from '../model/record.js'
import { tooMany } from '../columns/too-many.js'
import { createSteps, type StepColumn } from '../columns/steps.js'
import { widenInt32, widenUint8 } from '../columns/widen.js'
import { appendVia, createVia, handledBy, handlersOf, remapVia, type ViaColumns } from './via.js'

/** A stake known to be under the minimum: no step, but what lies beyond it is counted. */
export const WEAK_STAKE = 1
/** Left out of the graph: by an option, or because an end was rejected. */
export const LEFT_OUT = 2
/** An end of it fits no one party. Always together with LEFT_OUT. */
export const REJECTED = 4

/** One link as it is added. */
export interface LinkRow {
  /** Ends: interned end ids until `remapEnds`, parties from then on. */
  readonly from: number
  readonly to: number
  readonly kind: LinkKind
  /** Day numbers, both included; undated where absent. */
  readonly first?: number
  readonly last?: number
  /** Index of the input file. */
  readonly file: number
  /** Ordinal of the row in its file. */
  readonly row: number
  readonly line: number
  readonly flags?: number
}

/** Links as columns: row `i` of each is link `i`. Columns may be longer than `count`. */
export interface Links {
  readonly count: number
  readonly from: Int32Array
  readonly to: Int32Array
  /** Index in LINK_KINDS. */
  readonly kind: Uint8Array
  readonly first: Int32Array
  readonly last: Int32Array
  /** Index of the input file, the ordinal of the row in it, and the line: by `at`. */
  readonly file: StepColumn
  readonly row: StepColumn
  readonly line: StepColumn
  readonly flags: Uint8Array
  readonly via: ViaColumns
}

/** The same while it grows. */
export type LinkTable = { -readonly [column in keyof Links]: Links[column] }

const KIND_CODES = new Map<LinkKind, number>(LINK_KINDS.map((kind, code) => [kind, code]))

/** The kind's code in the columns. */
export function codeOf(kind: LinkKind): number {
  return KIND_CODES.get(kind) ?? -1
}

export function kindOf(links: Links, link: number): LinkKind {
  const kind = LINK_KINDS[links.kind[link] ?? -1]
  if (kind === undefined) throw new RangeError(`there is no link ${link}`)
  return kind
}

/** Whether any link is of the kind: ten million take a millisecond. */
export function hasKind({ kind, count }: Links, wanted: LinkKind): boolean {
  return Buffer.from(kind.buffer, kind.byteOffset, count).includes(codeOf(wanted))
}

export function createLinkTable(capacity = 1024): LinkTable {
  return {
    count: 0,
    from: new Int32Array(capacity),
    to: new Int32Array(capacity),
    kind: new Uint8Array(capacity),
    first: new Int32Array(capacity),
    last: new Int32Array(capacity),
    file: createSteps(0),
    row: createSteps(1),
    line: createSteps(1),
    flags: new Uint8Array(capacity),
    via: createVia(),
  }
}

/** A link's index has 32 bits with its sign, in the columns of neighbours. */
export const MOST_LINKS = 2 ** 31 - 1

/**
 * Makes room for `capacity` links in all. One column at a time, so that only one is there twice.
 *
 * @throws {RangeError} where they are more than the columns can hold.
 */
export function reserveLinks(table: LinkTable, capacity: number): void {
  if (capacity > MOST_LINKS) throw tooMany(`${MOST_LINKS} links`)
  if (capacity <= table.from.length) return
  table.from = widenInt32(table.from, capacity)
  table.to = widenInt32(table.to, capacity)
  table.kind = widenUint8(table.kind, capacity)
  table.first = widenInt32(table.first, capacity)
  table.last = widenInt32(table.last, capacity)
  table.flags = widenUint8(table.flags, capacity)
}

/** Columns of links that were read elsewhere, with room behind them for more. */
export type ReadColumns = Pick<Links, 'from' | 'to' | 'kind' | 'first' | 'last' | 'flags'>

/** Makes columns that hold `count` links the table's own. The table is empty; where the links are from is left for the caller to say. */
export function adoptColumns(table: LinkTable, columns: ReadColumns, count: number): void {
  if (count > MOST_LINKS) throw tooMany(`${MOST_LINKS} links`)
  const { from, to, kind, first, last, flags } = columns
  Object.assign(table, { from, to, kind, first, last, flags })
  table.count = count
}

/** Adds a link and gives its index. */
export function addLink(table: LinkTable, added: LinkRow): number {
  const link = table.count
  if (link === table.from.length)
    reserveLinks(table, link === MOST_LINKS ? link + 1 : Math.min(Math.max(1024, link * 2), MOST_LINKS))
  table.from[link] = added.from
  table.to[link] = added.to
  table.kind[link] = codeOf(added.kind)
  table.first[link] = added.first ?? BEGINNING
  table.last[link] = added.last ?? END
  table.file.put(link, added.file)
  table.row.put(link, added.row)
  table.line.put(link, added.line)
  table.flags[link] = added.flags ?? 0
  table.count = link + 1
  return link
}

/** Names a handler of the link. Handlers are added in the order of their links. */
export function addVia(table: LinkTable, link: number, party: number): void {
  appendVia(table.via, link, party)
}

export function flagLink(table: LinkTable, link: number, flag: number): void {
  table.flags[link] = (table.flags[link] ?? 0) | flag
}

/** The link's handlers, each once, in the order in which they were named. */
export function viaOf(links: Links, link: number): number[] {
  return handlersOf(links.via, link)
}

/** The links that the party handled, ascending. */
export function linksHandledBy(links: Links, party: number): number[] {
  return handledBy(links.via, party)
}

/**
 * Puts parties in the place of end ids: `partyOfEnd[end]` is the party, -1 where the end fits no one party. A link with such an end is
 * REJECTED and LEFT_OUT; such a handler is dropped, and its link stays.
 *
 * @returns how many links are rejected.
 */
export function remapEnds(table: LinkTable, partyOfEnd: Int32Array): number {
  const { from: froms, to: tos, count } = table
  let rejected = 0
  for (let link = 0; link < count; link++) {
    const from = partyOfEnd[froms[link] ?? -1] ?? -1
    const to = partyOfEnd[tos[link] ?? -1] ?? -1
    froms[link] = from
    tos[link] = to
    if (from >= 0 && to >= 0) continue
    flagLink(table, link, LEFT_OUT | REJECTED)
    rejected++
  }
  remapVia(table.via, partyOfEnd)
  return rejected
}
