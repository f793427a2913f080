import { existsSync } from 'node:fs'
import process from 'node:process'
import type { CommandEntry } from './commands.js'
import { lastWords } from './last-words.js'
import type { ExitCode, Surroundings } from './surroundings.js'
import { VERSION } from '../model/version.js'

const isVerbose = (words: readonly string[]) => words.includes('--verbose') || words.includes('-v')

function tellLastWords(error: unknown, words: readonly string[], around: Surroundings): void {
  around.stderr.write(lastWords(error, isVerbose(words)))
}

/** A first word that is no command and no file, though it reads like a command: a file has a dot or a slash in its name. */
function lostCommand([first = '']: readonly string[]): string | undefined {
  return /^[a-z][a-z-]*$/i.test(first) && !existsSync(first) ? first : undefined
}

async function dispatch(words: readonly string[], around: Surroundings): Promise<ExitCode> {
  const first = words[0]
  const { findCommand } = await import('./commands.js')
  const named: CommandEntry | undefined = first === undefined ? undefined : findCommand(first)
  if (named !== undefined) return (await named.load())(words.slice(1), around)
  if (first === undefined || first === 'help' || first === '--help' || first === '-h') {
    return (await import('./help-command.js')).runHelp(words, around)
  }
  const lost = lostCommand(words)
  if (lost === undefined) return (await import('./screen-command.js')).runScreen(words, around)
  const { COMMANDS } = await import('./commands.js')
  const { unknownWord } = await import('./usage.js')
  const { refuse } = await import('./tell.js')
  return refuse(
    [
      unknownWord(
        'command',
        lost,
        COMMANDS.map((command) => command.word),
      ),
    ],
    {},
    around,
  )
}

/** Runs one command line and gives the code to end with; never rejects. */
export async function run(words: readonly string[], around: Surroundings): Promise<ExitCode> {
  try {
    return await dispatch(words, around)
  } catch (error) {
    tellLastWords(error, words, around)
    return 2
  }
}

/** The program itself. The code is set and not forced, so that what is still on its way to a pipe arrives. */
export function start(): void {
  const words = process.argv.slice(2)
  // A reader that is gone is no trouble, nor has what goes wrong with standard error anywhere to be told.
  process.stdout.on('error', () => undefined)
  process.stderr.on('error', () => undefined)
  // Answered before anything else is loaded: scripts ask for it often.
  if (words[0] === '--version' || words[0] === '-V') {
    process.stdout.write(`${VERSION}\n`)
    return
  }
  const { env, stdin, stdout, stderr } = process
  const around: Surroundings = { env, stdin, stdout, stderr, now: Date.now }
  // Should everything come to rest without an answer, that is not "nothing found".
  process.exitCode = 2
  let failed = false
  process.on('uncaughtException', (error) => {
    failed = true
    process.exitCode = 2
    tellLastWords(error, words, around)
  })
  void run(words, around).then((code) => {
    if (!failed) process.exitCode = code
  })
}
