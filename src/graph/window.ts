import { BEGINNING, END } from '../model/date.js'
import { flagLink, kindOf, LEFT_OUT, type LinkTable, type Links } from './links.js'
import { detailsFinder, isRelation, type RelationDetails } from './relation-details.js'

/** Whether it lies in the time asked for can't be told: its date is too coarse, or missing. */
export const UNDECIDED = 8

/** Days, both included. */
export interface Window {
  readonly first: number
  readonly last: number
}

export interface OutsideWindow {
  readonly leftOut: number
  readonly undecided: number
}

type Place = 'in' | 'out' | 'undecided'

/** A deal is of its day, wherever in the interval that is. */
function placeDeal(first: number, last: number, window: Window): Place {
  if (first > window.last || last < window.first) return 'out'
  return first >= window.first && last <= window.last ? 'in' : 'undecided'
}

/** A relation holds from its first day up to the day before its end; without a first day it was always there. */
function placeRelation(first: number, last: number, until: { first: number; last: number }, window: Window): Place {
  if (first > window.last || until.last <= window.first) return 'out'
  const begun = last <= window.last || (first === BEGINNING && last === END)
  return begun && until.first > window.first ? 'in' : 'undecided'
}

/** Leaves out the links that are of another time, and marks those of which that can't be told. */
export function keepWindow(table: LinkTable, details: RelationDetails, window: Window): OutsideWindow {
  const placeOf = detailsFinder(details)
  let leftOut = 0
  let undecided = 0
  for (let link = 0; link < table.count; link++) {
    if (((table.flags[link] ?? 0) & LEFT_OUT) !== 0) continue
    const [first, last] = [table.first[link] ?? BEGINNING, table.last[link] ?? END]
    const place = isRelation(kindOf(table, link))
      ? placeRelation(first, last, details.untils[placeOf(link)] ?? { first: END, last: END }, window)
      : placeDeal(first, last, window)
    if (place === 'in') continue
    flagLink(table, link, place === 'out' ? LEFT_OUT : UNDECIDED)
    if (place === 'out') leftOut++
    else undecided++
  }
  return { leftOut, undecided }
}

/** The same links without those of which nobody can tell whether they are of the time asked for. */
export function surelyInWindow(links: Links): Links {
  const flags = Uint8Array.from(links.flags, (flag) => ((flag & UNDECIDED) === 0 ? flag : flag | LEFT_OUT))
  return { ...links, flags }
}

/** Leaves out relations that have ended by the day, and gives their number. One that may have ended stays. */
export function leaveOutEnded(table: LinkTable, details: RelationDetails, day: number): number {
  let ended = 0
  for (const [at, link] of details.links.entries()) {
    const until = details.untils[at]
    if (until === undefined || until.last > day || ((table.flags[link] ?? 0) & LEFT_OUT) !== 0) continue
    flagLink(table, link, LEFT_OUT)
    ended++
  }
  return ended
}
