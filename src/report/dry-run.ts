import type { DryRun, MappedField, MappedInput } from '../model/dry-run.js'
import { gathered } from './gather.js'
import { BLANK, dotted, line } from './line.js'
import type { Line } from './line.js'
import { listLine, rowsText } from './read-lines.js'
import type { Look } from './look.js'
import { jsonSafe } from './sanitise.js'
import { typeset } from './typeset.js'
import { typesetterFor } from './typesetter.js'
import { counted } from './wording.js'

export type DryRunFormat = 'table' | 'json'

const FIELD_COLUMNS = 16
const SAMPLE_LENGTH = 40

/** What a screening would read, as a table for a person or as JSON. */
export async function renderDryRun(run: DryRun, format: DryRunFormat, look: Look): Promise<Iterable<string>> {
  if (format === 'json') return [jsonSafe(`${JSON.stringify(run, undefined, 2)}\n`)]
  return gathered(typeset(dryRunLines(run), await typesetterFor(look)))
}

function* dryRunLines(run: DryRun): Generator<Line> {
  for (const input of run.inputs) yield* inputLines(input)
  const { records, links, names, listEntries } = run.wouldScreen
  const what = `${counted(names, 'name')} from ${counted(records, 'record')} and ${counted(links, 'link')}`
  yield line(0, [{ text: 'Would screen', tone: 'strong' }])
  yield line(2, [{ text: `${what}, against ${counted(listEntries, 'list entry', 'list entries')}, as of ${run.asOf}` }])
  for (const input of run.others) {
    yield input.role === 'list' ? listLine(input) : line(2, [{ text: `${input.role} ${input.path}` }])
  }
  yield BLANK
  yield run.complete
    ? line(0, [{ text: 'Nothing was screened. All that was given can be read.', tone: 'good' }])
    : line(0, [{ text: 'Nothing was screened. Not all that was given can be read: see the errors.', tone: 'grave' }])
}

function* inputLines(input: MappedInput): Generator<Line> {
  const by = input.recognisedAs === undefined ? '' : `by the mapping ${input.recognisedAs}`
  const kind = input.kind === undefined ? '' : `every row a ${input.kind}`
  const facts = [{ text: input.role }, { text: input.format }, { text: rowsText(input) }, { text: by }, { text: kind }]
  yield line(0, dotted([{ text: input.file ?? input.path, tone: 'strong' }, ...facts]))
  for (const field of input.mapping) yield fieldLine(field)
  if (input.leftAlone.length > 0) {
    const names = input.leftAlone.map((name) => (name === '' ? '(no name)' : name)).join(', ')
    yield line(
      2,
      [
        { text: 'left alone', tone: 'caution', pad: FIELD_COLUMNS },
        { text: names, flows: true },
      ],
      2 + FIELD_COLUMNS,
    )
  }
  if (input.mapping.length === 0) yield line(2, [{ text: 'nothing is read from it', tone: 'grave' }])
  yield BLANK
}

function fieldLine({ field, columns, samples }: MappedField): Line {
  const shown = samples.map((sample) => (sample === '' ? '(empty)' : cut(sample)))
  return line(
    2,
    [
      { text: field, tone: 'strong', pad: FIELD_COLUMNS },
      { text: `from ${columns.join(' + ')}:` },
      { text: shown.join(' | '), tone: 'faint', flows: true },
    ],
    4 + FIELD_COLUMNS,
  )
}

function cut(text: string): string {
  const characters = Array.from(text)
  return characters.length > SAMPLE_LENGTH ? `${characters.slice(0, SAMPLE_LENGTH - 1).join('')}…` : text
}
