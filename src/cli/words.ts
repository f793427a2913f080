import { CommanderError, type Command, type Option, type OptionValues } from 'commander'
import type { Problem } from '../model/problem.js'
import type { Surroundings } from './surroundings.js'
import { didYouMean, usage } from './usage.js'
import { writeOut } from './write.js'

export type ReadWords<T extends OptionValues> =
  | { readonly kind: 'read'; readonly operands: readonly string[]; readonly options: T }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly problems: readonly Problem[] }

/** commander says `error: …`, and a suggestion in brackets on a line of its own; we say what was meant as a hint. */
function asProblem(error: CommanderError, command: Command): Problem {
  const message = (error.message.split('\n')[0] ?? '').replace(/^error: /, '').replaceAll("'", '"')
  const seeHelp = `see hopscreen ${command.name()} --help`
  if (error.code !== 'commander.unknownOption') return usage(message, seeHelp)
  // The text of the option alone: of `--since=2024`, `--since`.
  const flag = /"([^"=]*)/.exec(message)?.[1] ?? ''
  const known = command.options.flatMap((option) => (option.long === undefined ? [] : [option.long]))
  if (known.includes(flag)) return usage(`option ${JSON.stringify(flag)} takes no value`, seeHelp)
  const meant = flag.startsWith('--') ? didYouMean(flag, known) : undefined
  return usage(`unknown option ${JSON.stringify(flag)}`, meant ?? seeHelp)
}

/** Of `-t -l list.csv` commander takes `-l` for the file, and what is then told is told of something else. */
function withoutValue(command: Command, words: readonly string[]): Problem | undefined {
  const options = new Map<string, Option | undefined>([
    ['-h', undefined],
    ['--help', undefined],
  ])
  for (const option of command.options)
    for (const flag of [option.short, option.long]) if (flag !== undefined) options.set(flag, option)
  for (let at = 0; at < words.length && words[at] !== '--'; at++) {
    const option = options.get(words[at] ?? '')
    if (option?.required !== true) continue
    const value = words[++at]
    if (value === undefined || !options.has(value)) continue
    const message = `option "${option.flags}" argument missing: expected a value, got the option ${JSON.stringify(value)}`
    return usage(message, `see hopscreen ${command.name()} --help`)
  }
  return undefined
}

/** Lets commander read the words after a command's own; every way of using them wrongly comes back as a problem. */
export async function readWords<T extends OptionValues>(
  command: Command,
  words: readonly string[],
  around: Surroundings,
): Promise<ReadWords<T>> {
  const lacking = withoutValue(command, words)
  if (lacking !== undefined) return { kind: 'wrong', problems: [lacking] }
  let help = ''
  command
    .exitOverride()
    .configureOutput({ writeOut: (text) => (help += text), outputError: () => undefined })
    .showSuggestionAfterError(false)
  try {
    command.parse(words, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.code !== 'commander.helpDisplayed') return { kind: 'wrong', problems: [asProblem(error, command)] }
    await writeOut(around.stdout, [help])
    return { kind: 'help' }
  }
  return { kind: 'read', operands: command.args, options: command.opts<T>() }
}
