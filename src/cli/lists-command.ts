import type { CommandEntry } from './commands.js'
import type { CommandRun } from './surroundings.js'
import { refuse } from './tell.js'
import { unknownWord } from './usage.js'
import { writeOut } from './write.js'

const COMMANDS: readonly CommandEntry[] = [
  {
    word: 'update',
    usage: 'update [names…]',
    does: 'fetch the official lists into the cache; what is wrong with one leaves its last version standing',
    load: async () => (await import('./lists-update-command.js')).runListsUpdate,
  },
  {
    word: 'status',
    usage: 'status [names…]',
    does: 'say of each list its day, age, hash, entries and source, every hash made anew',
    load: async () => (await import('./lists-status-command.js')).runListsStatus,
  },
  {
    word: 'import',
    usage: 'import <file[@date]…>',
    does: 'take lists from files, with the same checks',
    load: async () => (await import('./lists-import-command.js')).runListsImport,
  },
  {
    word: 'diff',
    usage: 'diff <old> <new>',
    does: 'say what came, went and changed between two files, days or hashes, and whom of yours it concerns',
    load: async () => (await import('./lists-diff-command.js')).runListsDiff,
  },
  {
    word: 'prune',
    usage: 'prune [versions…]',
    does: 'take away versions that no record has to keep any more, or those that are named',
    load: async () => (await import('./lists-prune-command.js')).runListsPrune,
  },
]

function overview(): string {
  const width = Math.max(...COMMANDS.map((command) => command.usage.length)) + 2
  const lines = COMMANDS.map((command) => `  ${command.usage.padEnd(width)}${command.does}\n`)
  return `Usage: hopscreen lists <command> [options]

The cache of lists, which screen, match, explain and backtest use where no --list is given.

Commands:
${lines.join('')}
Options of a command: hopscreen lists <command> --help. Where the cache is: HOPSCREEN_CACHE, else the platform's place.
`
}

/** Nothing but a list of commands by itself; without one of them it is a mistake in a script more often than a question: 2. */
export const runLists: CommandRun = async (words, around) => {
  const [word, ...others] = words
  const command = COMMANDS.find((each) => each.word === word)
  if (command !== undefined) return (await command.load())(others, around)
  if (word === '--help' || word === '-h' || word === 'help') {
    await writeOut(around.stdout, [overview()])
    return 0
  }
  if (word === undefined) {
    around.stderr.write(overview())
    return 2
  }
  const known = COMMANDS.map((each) => each.word)
  return refuse([unknownWord('command of lists', word, known)], {}, around)
}
