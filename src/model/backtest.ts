import type { Problem } from './problem.js'
import type { Input, ReportOptions } from './report.js'

/** Months after a day, and how many of those flagged on it were designated by then. */
export interface DesignatedWithin {
  readonly months: number
  readonly designated: number
  /** Of those flagged on the day, 0 to 1; absent where nobody was. */
  readonly share?: number
  /** Whether the lists reach so far: else more may follow. */
  readonly whole: boolean
}

export interface BacktestDay {
  readonly day: string
  /** Parties that were sources: listed, or owned by listed ones. */
  readonly sources: number
  /** Parties that were not, and fewer than N hops from one. */
  readonly flagged: number
  readonly byHops: Readonly<Record<string, number>>
  readonly within: readonly DesignatedWithin[]
}

export interface BacktestParty {
  readonly id: string
  readonly name: string
  /** Hops from a source from each day on; -1 from a day on which it was flagged no more. Ends where the party is designated. */
  readonly timeline: readonly { readonly day: string; readonly hops: number }[]
  readonly firstFlagged?: string
  readonly hops?: number
  readonly designatedOn?: string
  readonly lists?: readonly string[]
  /** Days from the first flag to the designation. */
  readonly leadDays?: number
}

/** Who would have been flagged on each day of a series. */
export interface Backtest {
  readonly schemaVersion: 1
  readonly tool: { readonly name: 'hopscreen'; readonly version: string }
  readonly complete: boolean
  readonly options: ReportOptions
  readonly inputs: readonly Input[]
  readonly problems: readonly Problem[]
  readonly days: readonly BacktestDay[]
  /** Designated after the first day of the series, by day, then id; those never flagged before it too. */
  readonly designated: readonly BacktestParty[]
  /** Flagged and not designated, by id. */
  readonly others: readonly BacktestParty[]
}
