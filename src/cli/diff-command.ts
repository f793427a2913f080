import { Command } from 'commander'
import { readBaseline } from '../baseline/read.js'
import { compareReports } from '../baseline/compare.js'
import { doubts } from '../baseline/since.js'
import type { Problem } from '../model/problem.js'
import { renderChanges } from '../report/changes.js'
import { deliver } from './deliver.js'
import { checkStdinOnce, pathOpener } from './inputs.js'
import { addOutputFlags, type OutputFlags } from './option-flags.js'
import { readOutputRequest } from './output-request.js'
import type { CommandRun } from './surroundings.js'
import { refuse, tellProblems } from './tell.js'
import { usage } from './usage.js'
import { readWords } from './words.js'

const FORMATS = ['table', 'json'] as const

function diffCommand(): Command {
  const command = new Command('diff')
    .usage('<old> <new> [options]')
    .description('Says what is new, worse, better and gone from one JSON report to another, and why.')
    .argument('<old>', 'the earlier report')
    .argument('<new>', 'the later one')
  return addOutputFlags(command, FORMATS)
}

/** As for the screening itself: what was not read may be what is new. */
function incomplete(file: string): Problem {
  const message = 'the later report is not complete: what is new may be missing, and what is gone may stand'
  return { severity: 'error', code: 'baseline-incomplete', message, file }
}

/** Ends in 0 where nothing is new or worse, in 1 where something is, in 2 where the two can't be compared or the later is not complete. */
export const runDiff: CommandRun = async (words, around) => {
  const read = await readWords<OutputFlags>(diffCommand(), words, around)
  if (read.kind === 'help') return 0
  if (read.kind === 'wrong') return refuse(read.problems, {}, around)
  const flags = read.options
  const output = readOutputRequest(flags, FORMATS, read.operands)
  const [old = '', fresh = '', ...others] = read.operands
  const wrong = [
    ...output.problems,
    ...checkStdinOnce(read.operands),
    ...(others.length === 0 ? [] : [usage('expected two reports, got more')]),
  ]
  if (wrong.length > 0) return refuse(wrong, flags, around)
  const open = pathOpener(around.stdin)
  const [earlier, later] = [await readBaseline(open(old)), await readBaseline(open(fresh))]
  if (earlier.report === undefined || later.report === undefined) {
    return refuse([...earlier.problems, ...later.problems], flags, around)
  }
  const since = compareReports(earlier.report, later.report)
  const unwritten = await deliver((format, look) => renderChanges(since, format, look), output.delivery, flags, around)
  const short = later.report.complete ? [] : [incomplete(fresh)]
  await tellProblems([...doubts(earlier.report, later.report, old), ...short, ...unwritten], flags, around)
  if (unwritten.length > 0 || short.length > 0) return 2
  return since.changes.some(({ change }) => change === 'new' || change === 'worse') ? 1 : 0
}
