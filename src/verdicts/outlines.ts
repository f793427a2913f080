import { movesGoods } from '../graph/adjacency.js'
import { kindOf, type Links } from '../graph/links.js'
import type { Designation } from '../lists/in-force.js'
import { BEGINNING, END } from '../model/date.js'
import type { Outlined, OutlinedFinding, OutlinedStep, Outlines, Specimen } from '../model/outline.js'
import { once } from '../model/once.js'
import { LINK_KINDS } from '../model/record.js'
import type { AfterDesignation, Evidence, Finding, Step } from '../model/report.js'
import type { DraftStep } from './draft.js'
import { partyOf, type ExposedDrafts, type WalkOfDraft } from './exposed.js'
import { findingId } from './finding-id.js'
import { evidenceFrom } from './finish-step.js'
import type { FinishRequest } from './finish.js'
import type { OrderedDrafts } from './order.js'
import { createSpecimens, type FindingForm, type SpecimenMaker, type StepForm } from './specimen.js'
import type { StepMaker } from './steps.js'
import type { Target } from './targets.js'

/** Each overrides those before it. */
const AFTER: readonly AfterDesignation[] = ['no', 'undecided', 'yes']
/** In the place of one of them: the chain has no outline, or was not looked at. */
const NO_OUTLINE = 254
const NOT_LOOKED = 255

/**
 * Specimens of all targets together: each takes some 12 KB with what a writer makes of it. Where targets are so many that there are more, few findings
 * are of one form, and what has none any more is written as a whole.
 */
const MOST_SPECIMENS = 1 << 13

/** What leads to a target, by the forms that came up. */
interface Aim {
  readonly target: Target
  readonly specimens: SpecimenMaker
  readonly findings: Map<number, Specimen<Finding>>
  readonly steps: Map<number, Specimen<Step>>
}

/**
 * Outlines of the exposed findings of which there may be a million: of a party with one record, by a chain of goods of which every link has a day
 * and says what most say.
 */
export function createOutlines(
  ordered: OrderedDrafts,
  exposed: ExposedDrafts,
  request: FinishRequest,
  targetOf: (party: number) => Target,
): Outlines {
  const { parties, links } = request
  const { ways } = exposed
  const tails = ways.map(() => new Uint8Array(parties.count).fill(NOT_LOOKED))
  const aims = new Map<number, Aim>()
  let inner: readonly Uint8Array[] | undefined

  let specimensLeft = MOST_SPECIMENS

  /** Makes what is made of a key once, as long as not too many are kept. */
  function kept<T>(made: Map<number, T>, key: number, make: () => T): T | undefined {
    if (specimensLeft === 0 && !made.has(key)) return undefined
    return once(made, key, () => {
      specimensLeft--
      return make()
    })
  }

  /** It counts for the specimen of its evidence. */
  function aimOf(party: number): Aim | undefined {
    return kept(aims, party, () => {
      const target = targetOf(party)
      const { first, last } = target.since
      const specimens = createSpecimens(target, { least: last !== END, most: first !== BEGINNING })
      return { target, specimens, findings: new Map(), steps: new Map() }
    })
  }

  const numberOf = (way: number, party: number): number => party * ways.length + way

  /** Whether chains come through a party on their way. */
  function isInner(way: number, party: number): boolean {
    inner ??= innerParties(exposed)
    return inner[way]?.[party] === 1
  }

  /** What the chain from a party inside it says of the target's designation. */
  function afterOf(way: number, steps: StepMaker, party: number, since: Designation): number {
    const known = tails[way]?.[party] ?? NO_OUTLINE
    if (known !== NOT_LOOKED) return known
    const next = steps.nextOf(party, true)
    const own = next < 0 ? 0 : afterStep(steps.between(party, next), links, since)
    const after = next < 0 ? own : Math.max(own, afterOf(way, steps, next, since))
    tails[way]?.fill(after, party, party + 1)
    return after
  }

  /** The texts of a step and of its first piece of evidence, and the pieces after that. */
  function toldStep(
    step: DraftStep,
    { target, specimens }: Aim,
  ): (Omit<OutlinedStep, 'specimen'> & { texts: string[] }) | undefined {
    const [first, ...others] = evidenceFrom(step.links, request, target.since)
    const texts = first === undefined ? undefined : evidenceTexts(first)
    if (texts === undefined) return undefined
    texts.push(parties.idOf(step.from), parties.nameOf(step.from), parties.idOf(step.to), parties.nameOf(step.to))
    const more: Outlined<Evidence>[] = []
    for (const one of others) {
      const its = evidenceTexts(one)
      if (its === undefined) return undefined
      more.push({ specimen: specimens.evidence, texts: its })
    }
    return { texts, more }
  }

  function outlined(way: number, { maker, confidence, walk }: WalkOfDraft, party: number): OutlinedFinding | undefined {
    const record = parties.soleRecordOf(party)
    const { steps } = maker
    const next = steps?.nextOf(party, false) ?? -1
    if (record === -1 || steps === undefined || next < 0) return undefined
    const rest: number[] = []
    let end = next
    for (let on = steps.nextOf(end, true); on >= 0; on = steps.nextOf(end, true)) {
      rest.push(numberOf(way, end))
      end = on
    }
    const aim = aimOf(end)
    if (aim === undefined) return undefined
    const { target, specimens } = aim
    const step = steps.between(party, next)
    const after = AFTER[Math.max(afterStep(step, links, target.since), afterOf(way, steps, next, target.since))]
    if (after === undefined) return undefined
    const { records } = parties
    const [country, recordId] = [records.countryAt(record), records.ids.textAt(record)]
    const { kind, along } = step
    const side = walk.direction === 'suppliers' ? 'supplier' : 'customer'
    const has = { hasCountry: country !== '', hasRecordId: recordId !== '' }
    const form = { hops: rest.length + 1, side, confidence, after, kind, along, ...has } as const
    const specimen = kept(aim.findings, codeOfFinding(form), () => specimens.finding(form))
    const told = specimen === undefined ? undefined : toldStep(step, aim)
    if (specimen === undefined || told === undefined) return undefined
    const [partyId = ''] = told.texts.slice(-4)
    told.texts.push(
      findingId('exposed', partyId, target.id),
      country,
      recordId,
      records.pathAt(record),
      String(records.lineAt(record)),
    )
    const own = isInner(way, party) && steps.nextOf(party, true) === next ? numberOf(way, party) : undefined
    return { specimen, ...told, rest, own }
  }

  return {
    at(index) {
      const code = ordered.codeAt(index)
      const way = code < 0 ? undefined : exposed.wayOf(code)
      return way === undefined ? undefined : outlined(ways.indexOf(way), way, partyOf(code))
    },
    stepOf(number) {
      const party = Math.floor(number / ways.length)
      const steps = ways[number % ways.length]?.maker.steps
      if (steps === undefined) return undefined
      let end = party
      for (let on = end; on >= 0; on = steps.nextOf(end, true)) end = on
      const aim = aimOf(end)
      if (aim === undefined) return undefined
      const step = steps.between(party, steps.nextOf(party, true))
      const specimen = kept(aim.steps, codeOfStep(step), () => aim.specimens.step(step))
      const told = specimen === undefined ? undefined : toldStep(step, aim)
      return specimen === undefined || told === undefined ? undefined : { specimen, ...told }
    },
  }
}

/** By way, 1 for each party that chains come through before they end. */
function innerParties({ codes, ways, wayOf }: ExposedDrafts): readonly Uint8Array[] {
  const inner = new Map(ways.map((way) => [way, new Uint8Array(way.walk.distances.length)]))
  for (const code of codes) {
    const way = wayOf(code)
    const marks = way === undefined ? undefined : inner.get(way)
    const steps = way?.maker.steps
    if (marks === undefined || steps === undefined) continue
    for (let at = steps.nextOf(partyOf(code), false); at >= 0 && marks[at] === 0; at = steps.nextOf(at, true)) {
      marks[at] = 1
    }
  }
  return [...inner.values()]
}

/** The texts of a piece of evidence that says what most say, by their slots. */
function evidenceTexts(evidence: Evidence): string[] | undefined {
  const { kind, id, date, amount, currency, goods, percent, daysFromDesignation: days, file, line } = evidence
  if (id === undefined || date === undefined || amount === undefined) return undefined
  if (currency === undefined || goods === undefined || percent !== undefined) return undefined
  return [
    kind,
    id,
    date,
    amount,
    currency,
    goods,
    days?.least === undefined ? '' : String(days.least),
    days?.most === undefined ? '' : String(days.most),
    file,
    String(line),
  ]
}

/** What the links of a step say of the designation, as `afterDesignation` does. */
function afterStep({ kind, links: its }: DraftStep, links: Links, since: Designation): number {
  if (kind === 'via' || !movesGoods(kind)) return NO_OUTLINE
  let after = 0
  for (const link of its) {
    const [first, last] = [links.first[link] ?? BEGINNING, links.last[link] ?? END]
    if (first === BEGINNING || last === END || !movesGoods(kindOf(links, link))) return NO_OUTLINE
    after = Math.max(after, first >= since.last ? 2 : last >= since.first ? 1 : 0)
  }
  return after
}

function codeOfStep({ kind, along }: StepForm): number {
  return (kind === 'via' ? LINK_KINDS.length : LINK_KINDS.indexOf(kind)) * 2 + (along ? 1 : 0)
}

function codeOfFinding(form: FindingForm): number {
  const { hops, side, confidence, after, hasCountry, hasRecordId } = form
  const flags =
    (side === 'supplier' ? 1 : 0) |
    (confidence === 'confirmed' ? 2 : 0) |
    (hasCountry ? 4 : 0) |
    (hasRecordId ? 8 : 0) |
    (AFTER.indexOf(after) << 4)
  return ((hops << 6) | flags) * 64 + codeOfStep(form)
}
