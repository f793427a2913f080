import { messageOf } from '../model/error-facts.js'
import { isTooMany } from '../columns/too-many.js'
import { writeTrouble } from './write-trouble.js'

/** What V8 says where the system gives no more memory for a column. */
const NO_MEMORY = /Array buffer allocation failed|could not allocate memory|unable to grow instance memory/i

/** A full disk behind `>`, say: every other output has words of its own. */
const isWriting = (error: unknown): boolean => error instanceof Error && 'syscall' in error && error.syscall === 'write'

/** What is said of an error that ends the run: more than can be held is no bug; a bug is said in one line, with the place in the program only where it is asked for. */
export function lastWords(error: unknown, isVerbose: boolean): string {
  const message = messageOf(error)
  if (isTooMany(error)) return `error: ${message}\n`
  if (isWriting(error)) return `error: standard output can't be written: ${writeTrouble(error)}\n`
  const place = isVerbose && error instanceof Error ? `${error.stack ?? ''}\n` : ''
  if (NO_MEMORY.test(message))
    return `error: there is not enough memory for these files: screen them in parts\n${place}`
  const hint = place === '' ? 'hint: run again with --verbose to see where, and report it\n' : ''
  return `error: internal error: ${message}\n${place}${hint}`
}
