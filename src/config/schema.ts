import { z } from 'zod'
import { OWNERSHIP_REGIMES } from '../model/entry.js'
import { nameSettingsSchema } from '../model/name-settings-schema.js'
import { FAIL_ON } from '../model/options.js'
import { LINK_KINDS } from '../model/record.js'
import { SWAPPED_MARKERS } from '../model/thresholds.js'
import { READY_MAPPINGS } from '../records/mappings/registry.js'

const text = z.string().min(1)
const count = z.int().min(1)
const score = z.number().min(0).max(1)

const columns = z
  .record(text, z.union([text, z.array(text).min(1)]))
  .describe('For each field the column that holds it, or several that are joined; `Name#2` is the second of that name')

/** How one file of records is to be read. */
export const fileSchema = z.strictObject({
  mapping: z
    .enum(READY_MAPPINGS.map((mapping) => mapping.name))
    .optional()
    .describe('A ready-made mapping'),
  columns: columns.optional(),
  text: z.array(text).optional().describe('Columns of free text in which names are looked for'),
  dateFormat: text.optional().describe('Such as DD.MM.YYYY, MM/DD/YYYY or MMM DD, YYYY'),
  decimalComma: z.boolean().optional(),
  thousandSeparator: z.enum(['.', ',', ' ', "'", '_']).optional(),
  exponents: z.boolean().optional().describe('Amounts may be written as 5.68E7'),
  encoding: text.optional().describe('Such as windows-1251 or utf-16le'),
  delimiter: z.string().length(1).optional(),
  sheet: text.optional().describe('Of a workbook'),
})

const url = z.string().regex(/^https?:\/\/[^\s/]/, 'expected an address that begins with https://')
// The record of a version stands beside its files as version.json.
const fileName = z.string().regex(/^(?!version\.json$)[^/\\<>:"|?*\s.][^/\\<>:"|?*\s]*$/)

/** Where `lists update` fetches a list: in place of its publisher's address, or of one's own. */
export const sourceSchema = z.strictObject({
  files: z
    .record(fileName, url)
    .refine((files) => Object.keys(files).length > 0, 'expected a file and its address')
    .optional()
    .describe('The address of each file by its name, the main file first'),
  hosts: z.array(text).optional().describe('Hosts to which it may redirect; ".example.com" is all under it'),
})

/** Options of `screen` that are the same in every run; the command line goes before them. */
const optionFields = {
  lists: z.array(text).optional().describe('As --list, relative to the folder of the config'),
  self: text.optional(),
  hops: count.optional(),
  direction: z.enum(['suppliers', 'customers', 'both']).optional(),
  kinds: z.array(z.enum(LINK_KINDS)).min(1).optional(),
  spread: z.enum(['confirmed', 'possible']).optional(),
  minScore: score.optional(),
  confirmScore: score.optional(),
  swappedMarker: z
    .enum(SWAPPED_MARKERS)
    .optional()
    .describe('What another series marker or place in an otherwise equal name is'),
  minStake: z.number().min(0).max(100).optional().describe('Percent'),
  ownership: z
    .array(z.enum([...OWNERSHIP_REGIMES, 'none']))
    .min(1)
    .optional(),
  chronological: z.boolean().optional(),
  hubLimit: count.optional(),
  exactNames: z.boolean().optional(),
  failOn: z.enum(FAIL_ON).optional(),
  failHops: count.optional(),
  maxBad: z
    .union([z.int().min(0), z.string().regex(/^\d+(\.\d+)?%$/, 'expected a number of rows or a percentage such as 2%')])
    .optional()
    .describe('A number of rows, or a share of them such as "1%"'),
  strict: z.boolean().optional(),
  onlyLists: z.array(text).min(1).optional().describe('Names of lists, or words of them, whose entries count'),
  onlyPrograms: z.array(text).min(1).optional().describe('Programmes whose entries count'),
  maxListAge: z.int().min(0).optional().describe('Days'),
  decisions: text.optional().describe('As --decisions, relative to the folder of the config'),
  baseline: text.optional().describe('As --baseline of screen, relative to the folder of the config'),
}

export const configSchema = z
  .strictObject({
    $schema: z.string().optional(),
    files: z
      .record(text, fileSchema)
      .optional()
      .describe(
        'Files of records by their path as it is given, or by a pattern such as "ledgers/*.csv"; the first that fits is taken',
      ),
    sources: z
      .record(z.string().regex(/^[a-z0-9]+(?:[-_.][a-z0-9]+)*$/), sourceSchema)
      .optional()
      .describe('Where lists are fetched, by their names in hopscreen lists status: a mirror, or a list of your own'),
    names: nameSettingsSchema.optional(),
    ...optionFields,
  })
  .describe('The config of hopscreen: hopscreen.config.json, or what --config names')

export type Config = z.infer<typeof configSchema>
export type ConfigFile = z.infer<typeof fileSchema>
