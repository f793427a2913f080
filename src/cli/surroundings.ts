import type { Readable, Writable } from 'node:stream'

/** A stream that may be a terminal. */
export type Outlet = Writable & { readonly isTTY?: boolean; readonly columns?: number }

/** All that a command takes from the process: a test gives its own, and no other room sees any of it. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: Readable
  readonly stdout: Outlet
  readonly stderr: Outlet
  /** Milliseconds since 1970 in UTC. */
  readonly now: () => number
}

/** What a command gives back for the process to end with. */
export type ExitCode = 0 | 1 | 2

/** A command gets the words after its own. */
export type CommandRun = (words: readonly string[], around: Surroundings) => Promise<ExitCode>
