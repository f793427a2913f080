import { z } from 'zod'
import type { OWN_FIELDS } from '../lists/own/shape.js'
import { LIST_KINDS, REGIMES } from '../model/entry.js'
import { entityFields } from '../records/schema.js'

const { id, name, type, country, aliases, identifiers, founded: date } = entityFields.shape
const text = z.string().optional()

/** Every field that the reader of own lists knows has its place here, which the type holds. */
const fields: Readonly<Record<(typeof OWN_FIELDS)[number], z.ZodType>> = {
  id: id.describe("The publisher's own key of the entry"),
  list: text.describe('The name of the list'),
  regime: z.enum(REGIMES).optional().describe('Told from list where that says it, else us'),
  kind: z.enum(LIST_KINDS).optional().describe('asset-freeze where nothing is said'),
  name,
  type,
  country,
  aliases,
  identifiers,
  programs: aliases,
  listed_on: date,
  delisted_on: date.describe('The first day on which it is not listed any more'),
  url: text,
}

/** One designation: a row of a list of your own. */
export const listFields = z.looseObject(fields).describe('A designation: one row of a list of your own')
