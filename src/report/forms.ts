import { once } from '../model/once.js'
import type { Specimen } from '../model/outline.js'
import type { Evidence, Finding, Step } from '../model/report.js'
import type { Sheet, Write } from './sheet.js'

/** What is written of a specimen, cut at its marks: what comes before the first, and after each with the place of its text. */
export interface Form {
  readonly begins: string
  readonly pieces: readonly Piece[]
}

interface Piece {
  readonly slot: number
  readonly after: string
  /** The same where it is long: to encode it for each of a million takes longer than all else. */
  readonly bytes: Uint8Array | undefined
}

/** Of a finding: cut before the first step, after its first piece of evidence, where others come, and after the step. */
export interface FindingForm {
  readonly upToChain: Form
  readonly upToEvidence: Form
  readonly upToStep: Form
  readonly others: Form
  /** What stands before the first step where it comes after another. */
  readonly between: Uint8Array
}

/** Of a step that comes after another. */
export interface StepForm {
  readonly upToEvidence: Form
  readonly others: Form
}

/** Forms of specimens, each made once. `base` is any specimen of a finding: steps and evidence are only written within one. */
export interface Forms {
  ofFinding(specimen: Specimen<Finding>): FindingForm
  ofStep(specimen: Specimen<Step>, base: Finding): StepForm
  /** Of a piece of evidence that comes after another. */
  ofEvidence(specimen: Specimen<Evidence>, base: Finding): Form
}

/** @param render the text of a finding. */
export function createForms(render: (finding: Finding) => string): Forms {
  return {
    ofFinding: keeping((specimen) => {
      const { its } = specimen
      const first = firstOf(its)
      const whole = render(its)
      const evidenceEnd = firstDifference(whole, render({ ...its, chain: [doubled(first)] }))
      const twice = render({ ...its, chain: [first, first] })
      const stepEnd = firstDifference(whole, twice)
      const second = twice.slice(stepEnd, stepEnd + twice.length - whole.length)
      const length = lengthInCommon(whole.slice(0, stepEnd), second)
      return {
        upToChain: formOf(whole.slice(0, stepEnd - length), specimen),
        upToEvidence: formOf(whole.slice(stepEnd - length, evidenceEnd), specimen),
        upToStep: formOf(whole.slice(evidenceEnd, stepEnd), specimen),
        others: formOf(whole.slice(stepEnd), specimen),
        between: Buffer.from(second.slice(0, second.length - length)),
      }
    }),
    ofStep: keeping((specimen, base) => {
      const { its } = specimen
      const first = firstOf(base)
      const alone = render(base)
      const whole = render({ ...base, chain: [first, its] })
      const begin = firstDifference(alone, whole)
      const end = begin + whole.length - alone.length
      const evidenceEnd = firstDifference(whole, render({ ...base, chain: [first, doubled(its)] }))
      return {
        upToEvidence: formOf(whole.slice(begin, evidenceEnd), specimen),
        others: formOf(whole.slice(evidenceEnd, end), specimen),
      }
    }),
    ofEvidence: keeping((specimen, base) => {
      const first = firstOf(base)
      const alone = render(base)
      const whole = render({ ...base, chain: [{ ...first, evidence: [...first.evidence, specimen.its] }] })
      const begin = firstDifference(alone, whole)
      return formOf(whole.slice(begin, begin + whole.length - alone.length), specimen)
    }),
  }
}

export function writeForm({ begins, pieces }: Form, texts: readonly string[], sheet: Sheet): void {
  let text = begins
  for (const { slot, after, bytes } of pieces) {
    text += texts[slot] ?? ''
    if (bytes === undefined) {
      text += after
      continue
    }
    sheet.text(text)
    sheet.bytes(bytes)
    text = ''
  }
  sheet.text(text)
}

/** The text that a writer writes. */
export function rendererOf<T>(write: Write<T>, sheet: Sheet): (value: T) => string {
  return (value) => {
    write(value, sheet)
    return Buffer.from(sheet.cut(0)).toString('utf8')
  }
}

function firstOf({ chain: [first] }: Finding): Step {
  if (first === undefined) throw new Error('the specimen of a finding has no step')
  return first
}

function doubled(step: Step): Step {
  return { ...step, evidence: [...step.evidence, ...step.evidence] }
}

/** Where one goes on otherwise than the other. What is put in between two things begins otherwise than what follows on the last. */
function firstDifference(one: string, other: string): number {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return at
}

/** How much two texts have in common at their ends. */
function lengthInCommon(one: string, other: string): number {
  let length = 0
  while (length < other.length && one.at(-1 - length) === other.at(-1 - length)) length++
  return length
}

const LONG = 256

function formOf(text: string, { marks }: Specimen<unknown>): Form {
  const places: { readonly at: number; readonly slot: number; readonly end: number }[] = []
  for (const [slot, mark] of marks.entries()) {
    for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + mark.length)) {
      places.push({ at, slot, end: at + mark.length })
    }
  }
  places.sort((a, b) => a.at - b.at)
  const pieces = places.map(({ slot, end }, place): Piece => {
    const after = text.slice(end, places[place + 1]?.at)
    return { slot, after, bytes: after.length < LONG ? undefined : Buffer.from(after) }
  })
  return { begins: text.slice(0, places[0]?.at), pieces }
}

function keeping<K, V, M extends readonly unknown[]>(make: (key: K, ...more: M) => V): (key: K, ...more: M) => V {
  const kept = new Map<K, V>()
  return (key, ...more) => once(kept, key, () => make(key, ...more))
}
