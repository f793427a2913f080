import { indexOwnership, type OwnershipIndex } from '../../src/ownership/owned.js'
import type { ControlForm } from '../../src/ownership/rules.js'
import type { OwnershipRecords } from '../../src/ownership/stakes.js'

export interface StakeLine {
  readonly owner: number
  readonly owned: number
  readonly percent?: string
  readonly votes?: boolean
  readonly unsure?: boolean
}

/** Records of ownership from lines; the links are the places of the lines, stakes before controls before joint arrangements. */
export function records(
  partyCount: number,
  lines: readonly StakeLine[],
  controls: readonly { readonly from: number; readonly to: number; readonly form: ControlForm }[] = [],
  joints: readonly (readonly [number, number])[] = [],
): OwnershipRecords {
  return {
    partyCount,
    stakes: {
      count: lines.length,
      owner: Int32Array.from(lines, (line) => line.owner),
      owned: Int32Array.from(lines, (line) => line.owned),
      votes: Uint8Array.from(lines, (line) => (line.votes === true ? 1 : 0)),
      sure: Uint8Array.from(lines, (line) => (line.unsure === true ? 0 : 1)),
      percent: lines.map((line) => line.percent),
      link: Int32Array.from(lines, (_, at) => at),
    },
    controls: controls.map(({ from, to, form }, at) => ({
      controller: from,
      controlled: to,
      form,
      sure: true,
      link: lines.length + at,
    })),
    joints: joints.map(([a, b], at) => ({ a, b, sure: true, link: lines.length + controls.length + at })),
  }
}

export function index(...args: Parameters<typeof records>): OwnershipIndex {
  return indexOwnership(records(...args))
}

export const byNumber = (a: number, b: number): boolean => a < b
