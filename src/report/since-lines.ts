import { CHANGES, type Change, type ChangeKind, type Since } from '../model/baseline.js'
import type { FlowingReport } from '../model/report.js'
import { BLANK, dotted, line, prose } from './line.js'
import type { Line, Tone } from './line.js'
import type { Look } from './look.js'
import { counted, grouped, KIND_BADGE, listed } from './wording.js'

const TONE: Readonly<Record<ChangeKind, Tone>> = { new: 'grave', worse: 'near', better: 'good', gone: 'good' }
/** Of what is better or gone a person needs to know that it is, and some of it. */
const SHOWN_OF_A_KIND = 20

const WORDS: Readonly<Record<ChangeKind, string>> = {
  new: 'new',
  worse: 'worse',
  better: 'better',
  gone: 'gone',
}

/** `2 new, 1 worse and 3 gone; 5 findings stand as they were`. */
export function sinceText({ asOf, version, changes, standing }: Since<unknown>): string {
  const counts = CHANGES.map((kind) => [kind, changes.filter(({ change }) => change === kind).length] as const)
  const said = counts.filter(([, count]) => count > 0).map(([kind, count]) => `${grouped(count)} ${WORDS[kind]}`)
  const better = counts.find(([kind]) => kind === 'better')?.[1] ?? 0
  const stand = `${counted(standing.length - better, 'finding stands', 'findings stand')} as before`
  return `Since the report of ${asOf} (hopscreen ${version}): ${said.length === 0 ? 'no change' : listed(said)}; ${stand}.`
}

function standText(change: Change): string {
  const { was, now } = change
  const hops = (stand: Change['was']) =>
    stand === undefined ? '' : `${counted(stand.hops, 'hop')}, ${stand.confidence}`
  if (was === undefined || now === undefined) return hops(now ?? was)
  return `${hops(now)} (was ${hops(was)})`
}

function changeLines(change: Change): Line[] {
  const facts = dotted([
    { text: change.party.name, tone: 'strong' },
    { text: `${KIND_BADGE[change.kind]} ${standText(change)}` },
    { text: change.party.id === change.target.id ? '' : `target ${change.target.name}` },
    { text: change.id, tone: 'faint' },
  ])
  const why = `Why: ${change.why.join('; ')}.`
  return [
    line(2, [{ text: WORDS[change.change], tone: TONE[change.change], pad: 6 }, ...facts], 9),
    prose(9, why, 'faint'),
  ]
}

/** Each change since the baseline, and what the two reports show of its cause. */
export function changesLines({ changes }: Since<unknown>, look: Look): Line[] {
  return CHANGES.flatMap((kind) => {
    const its = changes.filter(({ change }) => change === kind)
    const shown = look.verbose || kind === 'new' || kind === 'worse' ? its : its.slice(0, SHOWN_OF_A_KIND)
    const more = its.length - shown.length
    const rest =
      more === 0 ? [] : [line(9, [{ text: `… and ${grouped(more)} more (--verbose shows all)`, tone: 'faint' }])]
    return [...shown.flatMap(changeLines), ...rest]
  })
}

export function sinceLines({ baseline }: FlowingReport, look: Look): Line[] {
  if (baseline === undefined) return []
  return [BLANK, line(0, [{ text: sinceText(baseline), tone: 'strong', flows: true }]), ...changesLines(baseline, look)]
}
