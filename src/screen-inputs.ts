import type { Baseline } from './baseline/read.js'
import type { Decisions } from './decisions/read.js'
import type { RecordSources } from './intake/intake.js'
import type { ListRequest } from './lists/load.js'
import type { MapFlags } from './model/file-settings.js'
import type { Problem } from './model/problem.js'
import type { Input } from './model/report.js'
import type { Screened } from './model/screened.js'

/** The files of a screening. */
export interface ScreenInputs extends RecordSources {
  readonly lists: readonly ListRequest[]
  /** The config that the options were read from: an input of the report. */
  readonly config?: Input
  /** A mapping that speaks to all files of records: each of its columns must be in one. */
  readonly map?: MapFlags
  /** What there is to say of how the inputs were given. */
  readonly notes?: readonly Problem[]
  /** What was decided before, and counts where it still stands. */
  readonly decisions?: Decisions
  /** An earlier report: the new one then tells what is new or worse. */
  readonly baseline?: Baseline
}

export interface ScreenHooks {
  /** Told at the beginning of each stage, and now and then within one: how many of its rows or parties are done. */
  readonly progress?: (stage: string, done?: number) => void
  /** Given all parties that are reported on, flagged or not, once they are known; read one by one, by id. */
  readonly screened?: (parties: Screened) => void
  /** Ends the work at its next stage: the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal
}

/** The same hooks, of which progress ends the work once the signal says so: that is where every stage and every long loop looks. */
export function heeding(hooks: ScreenHooks): ScreenHooks {
  const { signal, progress } = hooks
  if (signal === undefined) return hooks
  return {
    ...hooks,
    progress(stage, done) {
      signal.throwIfAborted()
      progress?.(stage, done)
    },
  }
}
