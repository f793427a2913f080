import { Command } from 'commander'
import type { Screened } from '../model/screened.js'
import { FORMATS, renderPieces } from '../report/render.js'
import { deliver } from './deliver.js'
import { exitCode, isTrusted } from './exit-code.js'
import { addScreenFlags, type ScreenFlags } from './option-flags.js'
import { readOutputRequest } from './output-request.js'
import { sparingInputs } from './outputs.js'
import { startProgress } from './progress.js'
import { readScreenRequest, type ScreenRequest } from './screen-request.js'
import type { CommandRun, ExitCode, Surroundings } from './surroundings.js'
import { refuse, tellProblems } from './tell.js'
import { readWords } from './words.js'

function screenCommand(): Command {
  const command = new Command('screen')
    .usage('[entities…] [options]')
    .description(
      'Screens records against lists, follows the goods, and flags every party fewer than N hops from a listed one.',
    )
    .argument(
      '[entities...]',
      'files of parties: CSV, JSON Lines or a JSON array, plain or gzipped; "-" is standard input',
    )
  return addScreenFlags(command, FORMATS)
}

export const runScreen: CommandRun = async (words, around) => {
  const read = await readWords<ScreenFlags>(screenCommand(), words, around)
  if (read.kind === 'help') return 0
  if (read.kind === 'wrong') return refuse(read.problems, {}, around)
  const flags = read.options
  const { inputs, options, paths, problems } = await readScreenRequest(read.operands, flags, around)
  if (flags.dryRun === true) return runDry({ inputs, options, paths, problems }, flags, around)
  const output = readOutputRequest(flags, FORMATS, paths)
  const wrong = [...problems, ...output.problems]
  if (wrong.length > 0) return refuse(wrong, flags, around)

  // Only now: whoever asks for help or mistypes an option need not wait for all of it to load.
  const { screenFlowing } = await import('../screen.js')
  const progress = startProgress(around.stderr, flags.quiet === true, around.now)
  let screened: Screened | undefined
  const hooks = { progress: progress.report, screened: (parties: Screened) => void (screened = parties) }
  const report = await screenFlowing(inputs, options, hooks).finally(progress.clear)
  await tellProblems(report.problems, flags, around)
  const plan = sparingInputs(
    output.delivery.files,
    report.inputs.map((input) => input.path),
  )
  const delivery = { ...output.delivery, files: plan.files }
  const unwritten = [
    ...plan.problems,
    ...(await deliver((format, look) => renderPieces(report, format, look, screened), delivery, flags, around)),
  ]
  await tellProblems(unwritten, flags, around)
  return unwritten.length > 0 ? 2 : exitCode(report, options)
}

/** Reads and maps everything, and screens nothing: 0 where all of it can be read, else 2. */
async function runDry(request: ScreenRequest, flags: ScreenFlags, around: Surroundings): Promise<ExitCode> {
  const output = readOutputRequest(flags, ['table', 'json'], request.paths)
  const wrong = [...request.problems, ...output.problems]
  if (wrong.length > 0) return refuse(wrong, flags, around)
  const { dryRun } = await import('../dry-run.js')
  const { renderDryRun } = await import('../report/dry-run.js')
  const progress = startProgress(around.stderr, flags.quiet === true, around.now)
  const run = await dryRun(request.inputs, request.options, { progress: progress.report }).finally(progress.clear)
  await tellProblems(run.problems, flags, around)
  const unwritten = await deliver((format, look) => renderDryRun(run, format, look), output.delivery, flags, around)
  await tellProblems(unwritten, flags, around)
  const isReadable = isTrusted({ problems: run.problems, inputs: [...run.inputs, ...run.others] }, request.options)
  return isReadable && unwritten.length === 0 ? 0 : 2
}
