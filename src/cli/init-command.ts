import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import type { Problem } from '../model/problem.js'
import { visible } from '../report/sanitise.js'
import { INIT_COMMAND, INIT_FILES } from './init-files.js'
import type { OutputFlags } from './option-flags.js'
import type { CommandRun } from './surroundings.js'
import { refuse } from './tell.js'
import { usage } from './usage.js'
import { readWords } from './words.js'
import { writeOut } from './write.js'
import { writeTrouble } from './write-trouble.js'

function initCommand(): Command {
  return new Command('init')
    .usage('[folder]')
    .description('Writes a config and sample files to begin from, and overwrites nothing.')
    .argument('[folder]', 'where (default: the working directory); made where there is none')
}

function write(folder: string): Problem | undefined {
  try {
    mkdirSync(folder, { recursive: true })
    // What came into being since it was looked for is somebody's too.
    for (const [name, text] of INIT_FILES) writeFileSync(join(folder, name), text, { flag: 'wx' })
    return undefined
  } catch (error) {
    return usage(`${folder}: can't be written: ${writeTrouble(error)}`)
  }
}

/** All of the files or none: a mixture of somebody's and ours would screen what nobody meant. */
export const runInit: CommandRun = async (words, around) => {
  const read = await readWords<OutputFlags>(initCommand(), words, around)
  if (read.kind === 'help') return 0
  if (read.kind === 'wrong') return refuse(read.problems, {}, around)
  const [folder = '.'] = read.operands
  const there = [...INIT_FILES.keys()].filter((name) => existsSync(join(folder, name)))
  if (there.length > 0) {
    const message = `${folder === '.' ? 'the working directory' : folder} has ${there.join(', ')} already, and nothing is overwritten`
    return refuse([usage(message, 'name a folder, as in hopscreen init sample')], {}, around)
  }
  const problem = write(folder)
  if (problem !== undefined) return refuse([problem], {}, around)
  const typed = /^[\w./-]+$/u.test(folder) ? folder : `'${folder.replaceAll("'", String.raw`'\''`)}'`
  const go = folder === '.' ? INIT_COMMAND : `cd ${typed} && ${INIT_COMMAND}`
  const names = [...INIT_FILES.keys()].map((name) => `wrote ${join(folder, name)}\n`)
  await writeOut(
    around.stdout,
    [...names, `\nTo screen them:\n  ${go}\n`].map((text) => text.split('\n').map(visible).join('\n')),
  )
  return 0
}
