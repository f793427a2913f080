import type { WaivedDraft } from './decisions/waivers.js'
import type { WaivedFinding } from './model/report.js'
import type { FinishRequest } from './verdicts/finish.js'
import { finishFindings } from './verdicts/findings.js'

/** Findings that were set aside, whole and with who set them aside, in the order of findings. */
export function finishWaived(waived: readonly WaivedDraft[], request: FinishRequest): readonly WaivedFinding[] {
  const waivers = new Map(waived.map(({ waiver }) => [waiver.finding, waiver]))
  const drafts = waived.map(({ draft }) => draft)
  return finishFindings(drafts, request).flatMap((finding): readonly WaivedFinding[] => {
    const waiver = waivers.get(finding.id)
    if (waiver === undefined) return []
    const { reason, by, expires } = waiver
    return [{ ...finding, decision: { reason, ...(by === undefined ? {} : { by }), expires } }]
  })
}
