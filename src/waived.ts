import type { WaivedDraft } from './decisions/waivers.js'
import type { WaivedFinding } from './model/report.js'
import { compareFindings, finishFindings } from './verdicts/finish.js'

/** Findings that were set aside, whole and with who set them aside, in the order of findings. */
export function finishWaived(
  waived: readonly WaivedDraft[],
  request: Parameters<typeof finishFindings>[1],
): readonly WaivedFinding[] {
  return waived
    .flatMap(({ draft, waiver: { reason, by, expires } }) =>
      finishFindings([draft], request).map((finding): WaivedFinding => ({
        ...finding,
        decision: { reason, ...(by === undefined ? {} : { by }), expires },
      })),
    )
    .toSorted(compareFindings)
}
