import type { Command } from 'commander'
import type { Demands } from '../cache/check.js'
import type { ProblemSink } from '../model/problem.js'
import { LIST_UPDATES } from '../model/thresholds.js'
import type { OutputFlags } from './option-flags.js'
import { readCount, readPercent } from './option-values.js'

export interface CheckFlags extends OutputFlags {
  readonly maxDrop?: string
  readonly acceptFormat?: boolean
  readonly maxSize?: string
}

/** What a list must be to take its place. */
export function addCheckFlags(command: Command): Command {
  return command
    .optionsGroup('What is taken:')
    .option(
      '--max-drop <n%>',
      `so many percent fewer entries than before are still taken (default: ${LIST_UPDATES.maxDropPercent})`,
    )
    .option('--accept-format', 'take a list in another format than before')
    .option('--max-size <MiB>', `at most so much of a file, unpacked (default: ${LIST_UPDATES.maxSizeMiB})`)
}

export interface ReadDemands extends Demands {
  readonly maxBytes: number
}

export function readDemands(flags: CheckFlags, problems: ProblemSink): ReadDemands {
  const drop = readPercent('--max-drop', flags.maxDrop ?? LIST_UPDATES.maxDropPercent, problems)
  const size = readCount('--max-size', flags.maxSize ?? String(LIST_UPDATES.maxSizeMiB), problems)
  return {
    maxDrop: Number(drop ?? LIST_UPDATES.maxDropPercent),
    acceptFormat: flags.acceptFormat === true,
    maxBytes: (size ?? LIST_UPDATES.maxSizeMiB) * 2 ** 20,
  }
}
