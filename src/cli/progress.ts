import { grouped } from '../report/wording.js'
import type { Outlet } from './surroundings.js'

/** Shorter work needs no word. */
const QUIET_MS = 1000
const BETWEEN_MS = 100

export interface Progress {
  /** Says which stage is at work, and how many rows or parties it has done. */
  report(stage: string, done?: number): void
  /** The same in words of its own. */
  tell(text: string): void
  /** Takes the line away again. */
  clear(): void
}

/**
 * One line on standard error that is written over itself, only on a terminal and only once the work has taken a second:
 * a log file or a pipe never sees it.
 */
export function startProgress(stream: Outlet, quiet: boolean, now: () => number): Progress {
  const began = now()
  let last = began
  let shown = false
  function tell(text: string): void {
    const at = now()
    if (quiet || stream.isTTY !== true || at - began < QUIET_MS || at - last < BETWEEN_MS) return
    last = at
    shown = true
    stream.write(`\r\u001b[K${text} (${Math.floor((at - began) / 1000)} s)`)
  }
  return {
    report: (stage, done) => tell(done === undefined ? stage : `${stage} ${grouped(done)}`),
    tell,
    clear() {
      if (shown) stream.write('\r\u001b[K')
      shown = false
    },
  }
}
