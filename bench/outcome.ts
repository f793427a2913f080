import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'

/** What a run prints of itself. */
export interface Outcome {
  /** Milliseconds by stage, in their order. */
  readonly stages: Readonly<Record<string, number>>
  readonly total: number
  /** Milliseconds that all its threads worked. */
  readonly cpu: number
  /** Most memory that the process held, in MB. */
  readonly peak: number
  /** Parties found, and a digest of them with their hops. */
  readonly found: number
  readonly digest: string
}

/** A digest of parties and hops in one order. */
export function digestOf(lines: readonly string[]): string {
  return createHash('sha256').update(lines.toSorted().join('\n')).digest('hex').slice(0, 16)
}

/** Notes how long stages take. */
export function createClock() {
  const began = performance.now()
  const stages: Record<string, number> = {}
  let stage = 'start'
  let at = began
  return {
    next(name: string): void {
      const now = performance.now()
      stages[stage] = (stages[stage] ?? 0) + Math.round(now - at)
      stage = name
      at = now
    },
    end() {
      this.next('')
      const { user, system } = process.cpuUsage()
      return {
        stages,
        cpu: Math.round((user + system) / 1000),
        total: Math.round(performance.now() - began),
        peak: Math.round(process.resourceUsage().maxRSS / 1024),
      }
    },
  }
}

/** Where a child leaves its outcome for its parent. */
export function leaveOutcome(path: string, outcome: Outcome): void {
  writeFileSync(path, JSON.stringify(outcome))
}
