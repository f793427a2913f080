import type { Problem } from '../model/problem.js'
import type { Piece } from '../report/gather.js'
import type { Look } from '../report/look.js'
import type { OutputFlags } from './option-flags.js'
import type { FileOutput } from './outputs.js'
import { replacing } from './own-file.js'
import type { Surroundings } from './surroundings.js'
import { terminalWidth, wantsColor } from './terminal.js'
import { usage } from './usage.js'
import { writeFileWhole, writeOut } from './write.js'
import { writeTrouble } from './write-trouble.js'

/** Gives a result in a format, in pieces. */
export type Render<F extends string> = (format: F, look: Look) => Promise<Iterable<Piece>>

export interface Delivery<F extends string> {
  /** Of standard output. */
  readonly format: F
  readonly files: readonly FileOutput<F>[]
}

/** A file is nobody's terminal: no colour, nothing cut or wrapped. */
const FILE_LOOK = { color: false, quiet: false }

async function writeFile<F extends string>(
  output: FileOutput<F>,
  render: Render<F>,
  verbose: boolean,
): Promise<readonly Problem[]> {
  try {
    const chunks = await render(output.format, { ...FILE_LOOK, verbose })
    const text = replacing(output.path, output.format, chunks)
    if (text === undefined) {
      const message = `--output ${output.path}: can't be written: the file that is there is no earlier report of this kind`
      return [usage(message, 'give another name, or remove it first')]
    }
    await writeFileWhole(output.path, text)
    return []
  } catch (error) {
    return [usage(`--output ${output.path}: can't be written: ${writeTrouble(error)}`)]
  }
}

/**
 * Writes a result where the command line wants it: the files first, since who reads standard output may have enough of it
 * early. What could not be written comes back as problems.
 */
export async function deliver<F extends string>(
  render: Render<F>,
  { format, files }: Delivery<F>,
  flags: OutputFlags,
  around: Surroundings,
): Promise<readonly Problem[]> {
  const verbose = flags.verbose === true
  const problems: Problem[] = []
  for (const output of files) problems.push(...(await writeFile(output, render, verbose)))
  const look: Look = {
    color: wantsColor(flags.color, around.env, around.stdout),
    width: terminalWidth(around.stdout),
    verbose,
    quiet: flags.quiet === true,
  }
  try {
    await writeOut(around.stdout, await render(format, look))
  } catch (error) {
    problems.push(usage(`standard output can't be written: ${writeTrouble(error)}`))
  }
  return problems
}
