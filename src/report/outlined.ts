import type { Outlined, Outlines } from '../model/outline.js'
import { createRecent } from '../model/recent.js'
import type { Evidence, Finding, Findings } from '../model/report.js'
import { createForms, rendererOf, writeForm } from './forms.js'
import { textInside } from './json-text.js'
import { createKeptBytes } from './kept-bytes.js'
import { createSheet, type Sheet, type Write } from './sheet.js'

/** Bytes of steps that are kept: in the order of the report those nearest to targets come first, by which most chains go. */
const KEPT = 96 << 20
/** Bytes of further ones that are remembered. */
const REMEMBERED = 1 << 22
/** What remembering one takes besides. */
const BESIDES = 200

/** Writes the finding at a place: after its outline where it has one, else as `write` writes it as a whole. */
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
  const aside = createSheet()
  // A form may be made while a step stands on the other sheet.
  const forms = createForms(rendererOf(write, createSheet()))
  const kept = createKeptBytes(KEPT)
  const remembered = createRecent<number, Uint8Array>(REMEMBERED, ({ length }) => length + BESIDES)

  function writeMore(more: readonly Outlined<Evidence>[], base: Finding, sheet: Sheet): void {
    for (const { specimen, texts } of more) writeForm(forms.ofEvidence(specimen, base), escaped(specimen, texts), sheet)
  }

  function bytesOfStep(number: number, base: Finding): Uint8Array | undefined {
    const known = kept.get(number) ?? remembered.get(number)
    if (known !== undefined) return known
    const step = outlines.stepOf(number)
    if (step === undefined) return undefined
    const { specimen, more } = step
    const { upToEvidence, others } = forms.ofStep(specimen, base)
    const texts = escaped(specimen, step.texts)
    writeForm(upToEvidence, texts, aside)
    writeMore(more, base, aside)
    writeForm(others, texts, aside)
    const made = aside.cut(0)
    if (!kept.set(number, NOTHING, made)) remembered.set(number, made)
    return made
  }

  return (index, sheet) => {
    const outline = outlines.at(index)
    if (outline === undefined) return false
    const { specimen, more, own } = outline
    const rest: Uint8Array[] = []
    for (const number of outline.rest) {
      const bytes = bytesOfStep(number, specimen.its)
      if (bytes === undefined) return false
      rest.push(bytes)
    }
    const { upToChain, upToEvidence, upToStep, others, between } = forms.ofFinding(specimen)
    const texts = escaped(specimen, outline.texts)
    writeForm(upToChain, texts, sheet)
    const isKept = own === undefined || kept.get(own) !== undefined
    const begin = isKept ? 0 : sheet.size()
    writeForm(upToEvidence, texts, sheet)
    writeMore(more, specimen.its, sheet)
    writeForm(upToStep, texts, sheet)
    if (!isKept) kept.set(own, between, sheet.since(begin))
    for (const bytes of rest) sheet.bytes(bytes)
    writeForm(others, texts, sheet)
    return true
  }
}

const NOTHING = new Uint8Array(0)

/** The texts as they stand between quotes. */
function escaped({ foreign }: Outlined<unknown>['specimen'], texts: readonly string[]): readonly string[] {
  const inside = [...texts]
  for (const slot of foreign) inside[slot] = textInside(inside[slot] ?? '')
  return inside
}
