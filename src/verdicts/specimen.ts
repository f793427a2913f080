import type { Specimen } from '../model/outline.js'
import type {
  AfterDesignation,
  Confidence,
  DaysFromDesignation,
  Evidence,
  Finding,
  Step,
  StepKind,
} from '../model/report.js'
import { reasonExposed } from './reason.js'
import type { Target } from './targets.js'

/** Places of the texts of a piece of evidence, then of a step with one, then of a finding with one step. */
export const SLOTS = {
  kind: 0,
  evidenceId: 1,
  date: 2,
  amount: 3,
  currency: 4,
  goods: 5,
  least: 6,
  most: 7,
  file: 8,
  line: 9,
  from: 10,
  fromName: 11,
  to: 12,
  toName: 13,
  id: 14,
  country: 15,
  recordId: 16,
  recordFile: 17,
  recordLine: 18,
} as const

const COUNT = Object.keys(SLOTS).length
const OF_EVIDENCE = [SLOTS.evidenceId, SLOTS.goods, SLOTS.file]
const OF_STEP = [...OF_EVIDENCE, SLOTS.from, SLOTS.fromName, SLOTS.to, SLOTS.toName]
/** What files say: the rest are words, numbers and days that were read as such. */
const FOREIGN = {
  evidence: OF_EVIDENCE,
  step: OF_STEP,
  finding: [...OF_STEP, SLOTS.recordId, SLOTS.recordFile],
} as const
const NUMBERS: ReadonlySet<number> = new Set([SLOTS.least, SLOTS.most, SLOTS.line, SLOTS.recordLine])

/** Which bounds are known of the days between the designation of a target and a link with a day. */
export interface KnownDays {
  readonly least: boolean
  readonly most: boolean
}

/** What the steps of one form have in common. */
export interface StepForm {
  readonly kind: StepKind
  readonly along: boolean
}

/** What the findings of one form have in common, beside their target. */
export interface FindingForm extends StepForm {
  readonly hops: number
  readonly side: 'supplier' | 'customer'
  readonly confidence: Confidence
  readonly after: AfterDesignation
  readonly hasCountry: boolean
  readonly hasRecordId: boolean
}

/** Makes specimens of what leads to a target. */
export interface SpecimenMaker {
  readonly evidence: Specimen<Evidence>
  step(form: StepForm): Specimen<Step>
  finding(form: FindingForm): Specimen<Finding>
}

export function createSpecimens(target: Target, days: KnownDays): SpecimenMaker {
  const { text, number, marks } = marksBeside(JSON.stringify([target.told, target.stands]))
  const told: Evidence = {
    kind: text(SLOTS.kind),
    id: text(SLOTS.evidenceId),
    date: text(SLOTS.date),
    amount: text(SLOTS.amount),
    currency: text(SLOTS.currency),
    goods: text(SLOTS.goods),
    ...(days.least || days.most ? { daysFromDesignation: toldDays(days, number) } : {}),
    file: text(SLOTS.file),
    line: number(SLOTS.line),
  }
  const toldStep = ({ kind, along }: StepForm): Step => ({
    from: text(SLOTS.from),
    to: text(SLOTS.to),
    fromName: text(SLOTS.fromName),
    toName: text(SLOTS.toName),
    along,
    kind,
    evidence: [told],
  })
  return {
    evidence: { its: told, marks, foreign: FOREIGN.evidence },
    step: (form) => ({ its: toldStep(form), marks, foreign: FOREIGN.step }),
    finding(form) {
      const { hops, side, confidence, after: afterDesignation } = form
      const step = toldStep(form)
      // The sentence tells of the first step and of how many there are.
      const chain = Array.from({ length: hops }, () => step)
      const its: Finding = {
        id: text(SLOTS.id),
        kind: 'exposed',
        party: {
          id: step.from,
          name: step.fromName,
          ...(form.hasCountry ? { country: text(SLOTS.country) } : {}),
          records: [
            {
              ...(form.hasRecordId ? { id: text(SLOTS.recordId) } : {}),
              name: step.fromName,
              file: text(SLOTS.recordFile),
              line: number(SLOTS.recordLine),
            },
          ],
        },
        hops,
        side,
        confidence,
        target: target.told,
        chain: [step],
        afterDesignation,
        reason: reasonExposed(chain, target.name, target.stands),
      }
      return { its, marks, foreign: FOREIGN.finding }
    },
  }
}

function toldDays({ least, most }: KnownDays, number: (slot: number) => number): DaysFromDesignation {
  return { ...(least ? { least: number(SLOTS.least) } : {}), ...(most ? { most: number(SLOTS.most) } : {}) }
}

/** Marks that are nowhere in a text. */
function marksBeside(text: string) {
  let salt = 0
  const textOf = (slot: number): string => `~${salt}.${slot}~`
  const numberOf = (slot: number): number => 8e15 + salt * 100 + slot
  const isFree = (): boolean => !text.includes(`~${salt}.`) && !text.includes(String(8e13 + salt))
  while (!isFree()) salt++
  const marks = Array.from({ length: COUNT }, (_, slot) => (NUMBERS.has(slot) ? String(numberOf(slot)) : textOf(slot)))
  return { text: textOf, number: numberOf, marks }
}
