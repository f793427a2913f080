import { COMMANDS, findCommand } from './commands.js'
import { HELP_TOPICS } from './help-topics.js'
import type { CommandRun, Surroundings } from './surroundings.js'
import { unknownWord } from './usage.js'
import { refuse } from './tell.js'
import { writeOut } from './write.js'

function overview(): string {
  const width = Math.max(...COMMANDS.map((command) => command.usage.length)) + 2
  const commands = COMMANDS.map((command) => `  ${command.usage.padEnd(width)}${command.does}`)
  return `hopscreen: is a party that we deal with close to a sanctioned end user, and through whom?

Usage: hopscreen <files and options>          screens them
       hopscreen <command> [options]

Commands:
${commands.join('\n')}

Examples:
  hopscreen vendors.csv -t ledger.csv -l sdn.csv@2024-01-31
      flags every party fewer than 4 hops from a listed one, with the chain that shows it
  hopscreen vendors.csv -t ledger.csv -r owners.csv -l lists/ -n 3 -f json -o report.csv
      fewer than 3 hops, against all lists of a folder, as JSON and into a file as well
  hopscreen explain "Green Cycle Energy" vendors.csv -t ledger.csv -l lists/
      one party's whole story
  hopscreen match "Peleng" -l sdn.csv@2024-01-31
      one name against a list

Exit codes: 0 nothing found, 1 something found, 2 not complete or not to be trusted.
Options of a command: hopscreen <command> --help. Version: hopscreen --version.
More: hopscreen help ${HELP_TOPICS.map(({ word }) => word).join(' | ')}.
`
}

/** `help`, `help <command>`, `--help`. With nothing asked at all it is a mistake in a script more often than a question: 2. */
export const runHelp: CommandRun = async (words, around: Surroundings) => {
  const [first, topic] = words
  if (first === undefined) {
    around.stderr.write(overview())
    return 2
  }
  const named = topic === undefined ? undefined : findCommand(topic)
  if (named !== undefined) return (await named.load())(['--help'], around)
  const told = HELP_TOPICS.find(({ word }) => word === topic)
  if (first === 'help' && told !== undefined) {
    await writeOut(around.stdout, [told.text])
    return 0
  }
  if (first === 'help' && topic !== undefined && !topic.startsWith('-')) {
    const known = [...COMMANDS, ...HELP_TOPICS].map(({ word }) => word)
    return refuse([unknownWord('command or topic', topic, known)], {}, around)
  }
  await writeOut(around.stdout, [overview()])
  return 0
}
