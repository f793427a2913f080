import type { LinkTable } from '../graph/links.js'
import type { RelationDetails } from '../graph/relation-details.js'
import { keepWindow, leaveOutEnded } from '../graph/window.js'
import { BEGINNING, END, parsePartialDate } from '../model/date.js'
import type { ScreenOptions } from '../model/options.js'
import type { Problem } from '../model/problem.js'

const are = (count: number, one: string, many: string): string =>
  count === 1 ? `1 link ${one}` : `${count} links ${many}`

/** Whether links may be left out for their time. */
export function asksForTime({ since, until, chronological }: ScreenOptions): boolean {
  return since !== undefined || until !== undefined || chronological
}

/**
 * Leaves out the links that are not of the time asked for. What can't be told stays, and makes what rests on it possible.
 *
 * @returns what is to be said of it, and whether any link is in doubt.
 */
export function keepTimeAsked(
  links: LinkTable,
  details: RelationDetails,
  { since, until, chronological, asOf }: ScreenOptions,
  day: number,
): { readonly problems: readonly Problem[]; readonly undecided: boolean } {
  const problems: Problem[] = []
  const say = (code: string, message: string, hint?: string): void =>
    void problems.push({ severity: 'warning', code, message, ...(hint === undefined ? {} : { hint }) })
  const ended = chronological ? leaveOutEnded(links, details, day) : 0
  if (ended > 0) {
    const text = are(ended, 'is a relation that had', 'are relations that had')
    say('links-ended', `${text} ended by ${asOf}; --chronological leaves them out`)
  }
  if (since === undefined && until === undefined) return { problems, undecided: false }
  const window = {
    first: since === undefined ? BEGINNING : (parsePartialDate(since)?.first ?? BEGINNING),
    last: until === undefined ? END : (parsePartialDate(until)?.last ?? END),
  }
  const { leftOut, undecided } = keepWindow(links, details, window)
  const time = [since === undefined ? '' : `--since ${since}`, until === undefined ? '' : `--until ${until}`]
    .filter((text) => text !== '')
    .join(' ')
  if (leftOut > 0) say('links-outside', `${are(leftOut, 'is', 'are')} not of the time asked for (${time}) and left out`)
  if (undecided > 0) {
    const text = are(undecided, 'has a date too coarse or none', 'have dates too coarse or none')
    say(
      'links-undecided',
      `${text}, so that they may be of the time asked for (${time}) or not`,
      'what rests on them is reported as possible',
    )
  }
  return { problems, undecided: undecided > 0 }
}
