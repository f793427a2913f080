import type { CommandRun } from './surroundings.js'

export interface CommandEntry {
  readonly word: string
  readonly usage: string
  readonly does: string
  /** Loaded only when called: a command pays for what it uses. */
  readonly load: () => Promise<CommandRun>
}

export const COMMANDS: readonly CommandEntry[] = [
  {
    word: 'screen',
    usage: 'screen [entities…]',
    does: 'screen records against lists and follow the chains; also what runs with files and no command word',
    load: async () => (await import('./screen-command.js')).runScreen,
  },
  {
    word: 'match',
    usage: 'match [names…]',
    does: 'hold names against the lists alone; `-` reads them from standard input',
    load: async () => (await import('./match-command.js')).runMatch,
  },
  {
    word: 'compare',
    usage: 'compare [a] [b]',
    does: 'score pairs of names, two given or a file of them',
    load: async () => (await import('./compare-command.js')).runCompare,
  },
  {
    word: 'explain',
    usage: 'explain <party or finding> [entities…]',
    does: 'tell the whole story of one party',
    load: async () => (await import('./explain-command.js')).runExplain,
  },
  {
    word: 'decide',
    usage: 'decide <finding or party> [entities…]',
    does: 'record what was decided on a finding or a match',
    load: async () => (await import('./decide-command.js')).runDecide,
  },
  {
    word: 'lists',
    usage: 'lists <command>',
    does: 'the cache of lists: update, status, import, diff, prune',
    load: async () => (await import('./lists-command.js')).runLists,
  },
  {
    word: 'diff',
    usage: 'diff <old> <new>',
    does: 'say what is new, worse, better and gone from one report to another',
    load: async () => (await import('./diff-command.js')).runDiff,
  },
  {
    word: 'init',
    usage: 'init [folder]',
    does: 'write a config and sample files to begin from',
    load: async () => (await import('./init-command.js')).runInit,
  },
  {
    word: 'backtest',
    usage: 'backtest [entities…]',
    does: 'screen the same records as of a series of days: how long before its designation each party was flagged',
    load: async () => (await import('./backtest-command.js')).runBacktest,
  },
  {
    word: 'schema',
    usage: 'schema [name]',
    does: 'print the JSON Schema of the report or of a record type',
    load: async () => (await import('./schema-command.js')).runSchema,
  },
]

export function findCommand(word: string): CommandEntry | undefined {
  return COMMANDS.find((command) => command.word === word)
}
