import { Command } from 'commander'
import { readBaseline } from '../baseline/read.js'
import { compareReports } from '../baseline/compare.js'
import type { Report } from '../model/report.js'
import type { Problem } from '../model/problem.js'
import { reportSchema } from '../model/report-schema.js'
import { renderChanges } from '../report/changes.js'
import { readWholeFile } from '../sources/whole-file.js'
import type { Source } from '../sources/source.js'
import { deliver } from './deliver.js'
import { checkStdinOnce, pathOpener } from './inputs.js'
import { addOutputFlags, type OutputFlags } from './option-flags.js'
import { readOutputRequest } from './output-request.js'
import type { CommandRun } from './surroundings.js'
import { refuse, tellProblems } from './tell.js'
import { usage } from './usage.js'
import { readWords } from './words.js'

const FORMATS = ['table', 'json'] as const
const LARGEST = 1 << 29

function diffCommand(): Command {
  const command = new Command('diff')
    .usage('<old> <new> [options]')
    .description('Says what is new, worse, better and gone from one JSON report to another, and why.')
    .argument('<old>', 'the earlier report')
    .argument('<new>', 'the later one')
  return addOutputFlags(command, FORMATS)
}

/** The later report must be whole and of this version, since its findings are told as they are. */
async function readReport(source: Source): Promise<{ readonly report: Report } | { readonly problem: Problem }> {
  const { text = '', problem } = await readWholeFile(source, LARGEST)
  if (problem !== undefined) return { problem }
  const parsed = reportSchema.safeParse(JSON.parse(text))
  if (parsed.success) return { report: parsed.data }
  const [issue] = parsed.error.issues
  const message = `expected a report: "${issue?.path.map(String).join('.') ?? ''}": ${issue?.message ?? ''}`
  return { problem: { severity: 'error', code: 'bad-baseline', message, file: source.path } }
}

/** Ends in 0 where nothing is new or worse, in 1 where something is, in 2 where the two can't be compared. */
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
  const [earlier, checked] = [await readBaseline(open(old)), await readBaseline(open(fresh))]
  if (earlier.report === undefined || checked.report === undefined) {
    return refuse([...earlier.problems, ...checked.problems], flags, around)
  }
  const later = await readReport(open(fresh))
  if ('problem' in later) return refuse([later.problem], flags, around)
  const since = compareReports(earlier.report, later.report)
  const unwritten = await deliver((format, look) => renderChanges(since, format, look), output.delivery, flags, around)
  await tellProblems(unwritten, flags, around)
  if (unwritten.length > 0) return 2
  return since.changes.some(({ change }) => change === 'new' || change === 'worse') ? 1 : 0
}
