import type { Finding, Findings } from '../model/report.js'
import type { Draft } from './draft.js'
import type { Drafts } from './drafts.js'
import { createFinisher, type FinishRequest } from './finish.js'
import { createOutlines } from './outlines.js'
import { orderDrafts, orderedDrafts } from './order.js'
import { createTargets } from './targets.js'

/** A few findings, in the order of the report. */
export function finishFindings(drafts: readonly Draft[], request: FinishRequest): readonly Finding[] {
  return orderedDrafts(drafts, request.parties).map(createFinisher(request))
}

/** All findings in the order of the report. Each is made when it is come to, and again whenever somebody else goes through them. */
export function findingsOf(drafts: Drafts, request: FinishRequest): Findings {
  const ordered = orderDrafts(drafts, request.parties)
  const targetOf = createTargets(request)
  const finish = createFinisher(request, targetOf)
  const outlines = createOutlines(ordered, drafts.exposed, request, targetOf)
  return {
    outlines,
    length: ordered.length,
    at: (index) => (index >= 0 && index < ordered.length ? finish(ordered.at(index)) : undefined),
    *[Symbol.iterator]() {
      for (let index = 0; index < ordered.length; index++) yield finish(ordered.at(index))
    },
  }
}
