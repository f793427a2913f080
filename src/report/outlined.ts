import { createRecent } from '../model/recent.js'
import type { Outlined, Outlines, Specimen } from '../model/outline.js'
import type { Evidence, Finding, Findings, Step } from '../model/report.js'
import { textInside } from './json-text.js'
import { createSheet, type Sheet, type Write } from './sheet.js'

/** What is written of a specimen, cut at its marks: before the first, and after each with the place of its text. */
interface Form {
  readonly begins: string
  readonly pieces: readonly { readonly slot: number; readonly after: string }[]
}

/** Cut once more: after the first piece of evidence, where others come, and after the first step. */
interface FindingForms {
  readonly upToEvidence: Form
  readonly upToStep: Form
  readonly others: Form
}

interface StepForms {
  readonly upToEvidence: Form
  readonly others: Form
}

/** Bytes of steps that are remembered. */
const REMEMBERED = 1 << 24
/** What remembering one takes besides. */
const BESIDES = 200

/** Writes the finding at a place: after its outline where it has one, as `write` writes it as a whole. */
export function findingWriter(findings: Findings, write: Write<Finding>): Write<number> {
  const { outlines } = findings
  const writeOutlined = outlines === undefined ? () => false : createOutlineWriter(outlines, write)
  return (place, sheet) => {
    if (writeOutlined(place, sheet)) return
    const finding = findings.at(place)
    if (finding !== undefined) write(finding, sheet)
  }
}

export function* placesOf({ length }: Findings): Generator<number> {
  for (let place = 0; place < length; place++) yield place
}

/** Gives whether the finding at a place has an outline: then its bytes are those that `write` would write, since that wrote its specimen. */
function createOutlineWriter(outlines: Outlines, write: Write<Finding>): (index: number, sheet: Sheet) => boolean {
  const findings = new Map<Specimen<Finding>, FindingForms>()
  const steps = new Map<Specimen<Step>, StepForms>()
  const evidences = new Map<Specimen<Evidence>, Form>()
  const remembered = createRecent<number, Uint8Array>(REMEMBERED, ({ length }) => length + BESIDES)
  const aside = createSheet()
  const render = (finding: Finding): string => {
    write(finding, aside)
    return Buffer.from(aside.cut(0)).toString('utf8')
  }

  function findingForms({ its, marks }: Specimen<Finding>): FindingForms {
    const whole = render(its)
    const [step] = its.chain
    if (step === undefined) throw new Error('the specimen of a finding has no step')
    const evidenceEnd = firstDifference(whole, render({ ...its, chain: [withOneMore(step)] }))
    const stepEnd = firstDifference(whole, render({ ...its, chain: [step, step] }))
    return {
      upToEvidence: formOf(whole.slice(0, evidenceEnd), marks),
      upToStep: formOf(whole.slice(evidenceEnd, stepEnd), marks),
      others: formOf(whole.slice(stepEnd), marks),
    }
  }

  /** Of a step that comes after another. */
  function stepForms({ its, marks }: Specimen<Step>, base: Finding): StepForms {
    const [first] = base.chain
    if (first === undefined) throw new Error('the specimen of a finding has no step')
    const alone = render(base)
    const whole = render({ ...base, chain: [first, its] })
    const begin = firstDifference(alone, whole)
    const end = begin + whole.length - alone.length
    const evidenceEnd = firstDifference(whole, render({ ...base, chain: [first, withOneMore(its)] }))
    return {
      upToEvidence: formOf(whole.slice(begin, evidenceEnd), marks),
      others: formOf(whole.slice(evidenceEnd, end), marks),
    }
  }

  /** Of a piece of evidence that comes after another. */
  function evidenceForm({ its, marks }: Specimen<Evidence>, base: Finding): Form {
    const [first] = base.chain
    if (first === undefined) throw new Error('the specimen of a finding has no step')
    const alone = render(base)
    const whole = render({ ...base, chain: [{ ...first, evidence: [...first.evidence, its] }] })
    const begin = firstDifference(alone, whole)
    return formOf(whole.slice(begin, begin + whole.length - alone.length), marks)
  }

  function fillMore(more: readonly Outlined<Evidence>[], base: Finding): string {
    let text = ''
    for (const { specimen, texts } of more) {
      text += fill(
        kept(evidences, specimen, () => evidenceForm(specimen, base)),
        texts.map(textInside),
      )
    }
    return text
  }

  function bytesOfStep(number: number, base: Finding): Uint8Array | undefined {
    const known = remembered.get(number)
    if (known !== undefined) return known
    const step = outlines.stepOf(number)
    if (step === undefined) return undefined
    const { specimen, more } = step
    const forms = kept(steps, specimen, () => stepForms(specimen, base))
    const texts = step.texts.map(textInside)
    const made = Buffer.from(fill(forms.upToEvidence, texts) + fillMore(more, base) + fill(forms.others, texts))
    remembered.set(number, made)
    return made
  }

  return (index, sheet) => {
    const outline = outlines.at(index)
    if (outline === undefined) return false
    const { specimen, more } = outline
    const rest: Uint8Array[] = []
    for (const number of outline.rest) {
      const bytes = bytesOfStep(number, specimen.its)
      if (bytes === undefined) return false
      rest.push(bytes)
    }
    const forms = kept(findings, specimen, () => findingForms(specimen))
    const texts = outline.texts.map(textInside)
    sheet.text(fill(forms.upToEvidence, texts) + fillMore(more, specimen.its) + fill(forms.upToStep, texts))
    for (const bytes of rest) sheet.bytes(bytes)
    sheet.text(fill(forms.others, texts))
    return true
  }
}

function withOneMore(step: Step): Step {
  return { ...step, evidence: [...step.evidence, ...step.evidence] }
}

/** Where one goes on otherwise than the other. What is put in between two things begins otherwise than what follows on the last. */
function firstDifference(one: string, other: string): number {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return at
}

function formOf(text: string, marks: readonly string[]): Form {
  const places: { readonly at: number; readonly slot: number; readonly end: number }[] = []
  for (const [slot, mark] of marks.entries()) {
    for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + mark.length)) {
      places.push({ at, slot, end: at + mark.length })
    }
  }
  places.sort((a, b) => a.at - b.at)
  return {
    begins: text.slice(0, places[0]?.at),
    pieces: places.map(({ slot, end }, place) => ({ slot, after: text.slice(end, places[place + 1]?.at) })),
  }
}

function fill({ begins, pieces }: Form, texts: readonly string[]): string {
  let text = begins
  for (const { slot, after } of pieces) text = text + (texts[slot] ?? '') + after
  return text
}

function kept<K, V>(made: Map<K, V>, key: K, make: () => V): V {
  const known = made.get(key)
  if (known !== undefined) return known
  const fresh = make()
  made.set(key, fresh)
  return fresh
}
