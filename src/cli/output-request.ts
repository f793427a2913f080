import type { Problem } from '../model/problem.js'
import type { Delivery } from './deliver.js'
import type { OutputFlags } from './option-flags.js'
import { planOutputs } from './outputs.js'
import { unknownWord } from './usage.js'

export interface OutputRequest<F extends string> {
  readonly delivery: Delivery<F>
  readonly problems: readonly Problem[]
}

/** Reads `--format` and every `--output`; the first of the formats is the one where none is asked for. */
export function readOutputRequest<F extends string>(
  flags: OutputFlags,
  formats: readonly [F, ...F[]],
  paths: readonly string[],
): OutputRequest<F> {
  const format = flags.format === undefined ? formats[0] : formats.find((known) => known === flags.format)
  const { files, problems } = planOutputs(flags.output ?? [], formats, paths)
  if (format !== undefined) return { delivery: { format, files }, problems }
  return {
    delivery: { format: formats[0], files },
    problems: [unknownWord('format', flags.format ?? '', formats), ...problems],
  }
}
