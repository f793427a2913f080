import { Command } from 'commander'
import { renderExplanation } from '../report/explanation.js'
import { deliver } from './deliver.js'
import { addScreenFlags, type ScreenFlags } from './option-flags.js'
import { readOutputRequest } from './output-request.js'
import { startProgress } from './progress.js'
import { pathOpener } from './inputs.js'
import { readScreenRequest } from './screen-request.js'
import { readSettings, without } from './settings.js'
import type { CommandRun } from './surroundings.js'
import { refuse, tellProblems } from './tell.js'
import { readWords } from './words.js'

const FORMATS = ['table', 'json'] as const

function explainCommand(): Command {
  const command = new Command('explain')
    .usage('<party or finding> [entities…] [options]')
    .description(
      "Tells one party's whole story: its records, matches, chain and evidence, and what would change the verdict.",
    )
    .argument('<party or finding>', 'the id or name of a party, or the id of a finding')
    .argument('[entities...]', 'files of parties, as for screen')
  return addScreenFlags(command, FORMATS)
}

/** Ends in 0, or in 2 where the party is not known or the story is not whole. */
export const runExplain: CommandRun = async (words, around) => {
  const read = await readWords<ScreenFlags>(explainCommand(), words, around)
  if (read.kind === 'help') return 0
  if (read.kind === 'wrong') return refuse(read.problems, {}, around)
  const [wanted = '', ...entities] = read.operands
  const flags = read.options
  const settings = without(await readSettings(flags, pathOpener(around.stdin)), ['baseline'])
  const { inputs, options, paths, problems } = await readScreenRequest(entities, flags, around, { settings })
  const output = readOutputRequest(flags, FORMATS, paths)
  const wrong = [...problems, ...output.problems]
  if (wrong.length > 0) return refuse(wrong, flags, around)

  // Only now: whoever asks for help or mistypes an option need not wait for all of it to load.
  const { explainParty } = await import('../explain.js')
  const progress = startProgress(around.stderr, flags.quiet === true, around.now)
  const told = await explainParty(inputs, options, wanted, { progress: progress.report }).finally(progress.clear)
  await tellProblems(told.problems, flags, around)
  if (!('party' in told)) return 2
  const unwritten = await deliver(
    (format, look) => renderExplanation(told, format, look),
    output.delivery,
    flags,
    around,
  )
  await tellProblems(unwritten, flags, around)
  return told.complete && unwritten.length === 0 ? 0 : 2
}
