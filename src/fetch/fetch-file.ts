import { LIST_UPDATES } from '../model/thresholds.js'
import type { FetchResult } from './answer.js'
import { attempt, type FetchTask } from './attempt.js'
import type { Client } from './client.js'
import { backOff } from './waits.js'

/** What a fetch takes from outside, so that a test need not wait. */
export interface Clock {
  readonly now: () => number
  readonly wait: (ms: number) => Promise<void>
}

/**
 * Fetches a file, and tries again after trouble that may be gone in a moment: later each time, and not before the server says. Rejects only for
 * what the disk does.
 */
export async function fetchFile(client: Client, task: FetchTask, retries: number, clock: Clock): Promise<FetchResult> {
  for (let tries = 0; ; tries++) {
    const result = await attempt(client, task, clock.now())
    if (result.kind !== 'again') return result
    const { message, hint, waitMs = 0 } = result
    if (waitMs > LIST_UPDATES.longestWaitMs) {
      return {
        kind: 'failed',
        message: `${message} and asks to come back in ${Math.ceil(waitMs / 1000)} seconds`,
        hint,
      }
    }
    if (tries >= retries) {
      const times = retries === 0 ? '' : `, ${retries + 1} times`
      return { kind: 'failed', message: `${message}${times}`, hint }
    }
    await clock.wait(Math.max(waitMs, backOff(tries)))
  }
}
