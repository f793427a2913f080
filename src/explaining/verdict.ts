import type { ScreenOptions } from '../model/options.js'
import type { Finding } from '../model/report.js'

/** The verdict on a party in a sentence. */
export function sayVerdict(
  name: string,
  findings: readonly Finding[],
  nearestHops: number | undefined,
  { hops }: ScreenOptions,
): string {
  const [first] = findings
  if (first !== undefined) return first.reason
  if (nearestHops === undefined) return `${name} is not flagged: no chain leads from it to a listed party.`
  return `${name} is not flagged: the nearest listed party is ${nearestHops} hops away, and parties fewer than ${hops} away are flagged.`
}
