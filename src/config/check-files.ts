import { nearestWords } from '../model/spelling.js'
import { ENTITY_SHAPE, RELATION_SHAPE, TRANSACTION_SHAPE } from '../records/columns.js'
import { parseDateFormat } from '../records/date-format.js'
import { fieldWord, fieldWords } from '../records/field-words.js'
import type { Config, ConfigFile } from './schema.js'

export interface FileTrouble {
  readonly message: string
  readonly hint?: string
  /** The word of the config that is wrong. */
  readonly key?: string
}

const SHAPES = [ENTITY_SHAPE, TRANSACTION_SHAPE, RELATION_SHAPE]

/** What a schema can't say of the settings of files. */
export function checkFiles({ files = {} }: Config): readonly FileTrouble[] {
  return Object.entries(files).flatMap(([name, file]) =>
    [...checkFields(Object.keys(file.columns ?? {})), ...checkDate(file), ...checkNumbers(file)].map((trouble) => ({
      ...trouble,
      message: `${JSON.stringify(`files.${name}`)}: ${trouble.message}`,
    })),
  )
}

/** Fields that no file of records has. Whether the file at hand has it is seen when its kind is known. */
export function checkFields(fields: readonly string[]): readonly FileTrouble[] {
  return fields.flatMap((field) => {
    if (SHAPES.some((shape) => fieldWord(shape, field) !== undefined)) return []
    const words = [...new Set(SHAPES.flatMap(fieldWords))]
    const [near] = nearestWords(field.toLowerCase(), words)
    const hint = near === undefined ? `the fields are ${words.join(', ')}` : `did you mean ${JSON.stringify(near)}?`
    return [{ message: `unknown field ${JSON.stringify(field)}`, hint, key: field }]
  })
}

function checkDate({ dateFormat }: ConfigFile): readonly FileTrouble[] {
  if (dateFormat === undefined || parseDateFormat(dateFormat) !== undefined) return []
  const message = `expected a form of dates, got ${JSON.stringify(dateFormat)}`
  const hint = 'write it with YYYY or YY, MMM, MM or M, DD or D, each once, as in "DD.MM.YYYY"'
  return [{ message, hint, key: 'dateFormat' }]
}

function checkNumbers({ decimalComma = false, thousandSeparator }: ConfigFile): readonly FileTrouble[] {
  const point = decimalComma ? ',' : '.'
  if (thousandSeparator !== point) return []
  const hint = decimalComma ? undefined : 'a decimal comma needs "decimalComma": true'
  const message = `${JSON.stringify(point)} can't stand between thousands and before decimals`
  return [{ message, ...(hint === undefined ? {} : { hint }), key: 'thousandSeparator' }]
}
