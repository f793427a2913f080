import { randomInt } from 'node:crypto'
import { LIST_UPDATES } from '../model/thresholds.js'

/**
 * Milliseconds to wait before the next try: doubled each time, and of that a share between half and all by chance, so that a thousand machines
 * that a timer started at midnight do not come back together.
 */
export function backOff(tries: number, chance: () => number = () => randomInt(1 << 20) / (1 << 20)): number {
  const whole = Math.min(LIST_UPDATES.firstWaitMs * 2 ** tries, LIST_UPDATES.longestWaitMs)
  return Math.round(whole / 2 + (whole / 2) * chance())
}

/**
 * Reads `Retry-After` (RFC 9110, 10.2.3), seconds or a date, in milliseconds from now. A date is held against the server's own clock where it
 * shows it: ours may be wrong.
 */
export function retryAfter(text: string | undefined, serverDate: string | undefined, now: number): number | undefined {
  if (text === undefined) return undefined
  if (/^\d+$/.test(text.trim())) return Number(text) * 1000
  const at = Date.parse(text)
  if (Number.isNaN(at)) return undefined
  const shown = Date.parse(serverDate ?? '')
  return Math.max(0, at - (Number.isNaN(shown) ? now : shown))
}
