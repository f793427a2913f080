import { Command } from 'commander'
import { z } from 'zod'
import { configSchema } from '../config/schema.js'
import { decisionsSchema } from '../decisions/schema.js'
import { reportSchema } from '../model/report-schema.js'
import { entityFields, relationFields, transactionFields } from '../records/schema.js'
import { listFields } from './list-schema.js'
import type { CommandRun } from './surroundings.js'
import { refuse } from './tell.js'
import { unknownWord } from './usage.js'
import { readWords } from './words.js'
import { writeOut } from './write.js'

/** What has a schema, and what that describes. */
const SCHEMAS: readonly (readonly [name: string, what: string, schema: z.ZodType])[] = [
  ['report', 'the report that --format json gives', reportSchema],
  ['entities', 'a record of a file of parties', entityFields],
  ['transactions', 'a record of a file of supplies, payments and components', transactionFields],
  ['relations', 'a record of a file of ownership, control and membership', relationFields],
  ['list', 'a record of a list of your own', listFields],
  ['decisions', 'the file that decide writes', decisionsSchema],
  ['config', 'a config, hopscreen.config.json', configSchema],
]

const NAMES = SCHEMAS.map(([name]) => name)

function overview(): string {
  const width = Math.max(...NAMES.map((name) => name.length)) + 2
  return SCHEMAS.map(([name, what]) => `${name.padEnd(width)}${what}\n`).join('')
}

function schemaCommand(): Command {
  return new Command('schema')
    .usage('[name]')
    .description('Prints a JSON Schema (draft 2020-12); without a name, what there are.')
    .argument('[name]', NAMES.join(', '))
}

export const runSchema: CommandRun = async (words, around) => {
  const read = await readWords(schemaCommand(), words, around)
  if (read.kind === 'help') return 0
  if (read.kind === 'wrong') return refuse(read.problems, {}, around)
  const [name] = read.operands
  if (name === undefined) {
    await writeOut(around.stdout, [overview()])
    return 0
  }
  const found = SCHEMAS.find(([known]) => known === name)
  if (found === undefined) return refuse([unknownWord('schema', name, NAMES)], {}, around)
  await writeOut(around.stdout, [`${JSON.stringify(z.toJSONSchema(found[2]), undefined, 2)}\n`])
  return 0
}
