import type { Problem } from '../model/problem.js'
import { FINDING_KINDS, type Finding, type Report, type Summary } from '../model/report.js'
import { compareReports, isComparable } from './compare.js'
import type { Baseline } from './read.js'
import type { ComparedReport } from './schema.js'

/** The report with what is new or worse since a baseline as its findings, and the rest kept beside them. */
export function sinceBaseline(report: Report, { report: earlier, input, problems }: Baseline): Report {
  if (earlier === undefined) return { ...report, complete: false, problems: [...report.problems, ...problems] }
  const since = compareReports(earlier, report)
  const standing = new Set(since.standing.map(({ id }) => id))
  const findings = report.findings.filter(({ id }) => !standing.has(id))
  return {
    ...report,
    inputs: [...report.inputs, input],
    problems: [...report.problems, ...doubts(earlier, report, input.path)],
    summary: { ...report.summary, ...counts(findings) },
    findings,
    baseline: since,
  }
}

/** What keeps a comparison from telling all. */
export function doubts(earlier: ComparedReport, now: ComparedReport, file: string): readonly Problem[] {
  const doubt = (code: string, message: string): Problem => ({ severity: 'warning', code, message, file })
  const unsure = 'the earlier report is not complete: what looks new may have been there'
  const elsewhere = 'the earlier report is on other parties (--only), so what is gone is not told'
  return [
    ...(earlier.complete ? [] : [doubt('baseline-incomplete', unsure)]),
    ...(isComparable(earlier, now) ? [] : [doubt('baseline-scope', elsewhere)]),
  ]
}

/** Counts of what is reported. */
function counts(findings: readonly Finding[]): Pick<Summary, 'findings' | 'byHops'> {
  const byHops = new Map<number, number>()
  for (const { hops } of findings) byHops.set(hops, (byHops.get(hops) ?? 0) + 1)
  const of = (kind: Finding['kind']) => findings.filter((finding) => finding.kind === kind).length
  const [listed, owned, exposed, intermediary, routed] = FINDING_KINDS.map(of)
  return {
    findings: {
      listed: listed ?? 0,
      owned: owned ?? 0,
      exposed: exposed ?? 0,
      intermediary: intermediary ?? 0,
      routed: routed ?? 0,
    },
    byHops: Object.fromEntries([...byHops].toSorted(([a], [b]) => a - b)),
  }
}
