import { z } from 'zod'
import { LINK_KINDS, PARTY_TYPES, STAKE_BASES } from '../model/record.js'

/**
 * The fields of the files of records, for `hopscreen schema` and for whoever writes such files. A file may say less
 * exactly what a schema says: values outside are dropped and said (the row is degraded), only a missing name, end or
 * kind rejects the row.
 */

const text = z.union([z.string(), z.number()])
const several = z
  .union([z.string(), z.array(text)])
  .describe('One value, several with ";" between them, or in JSON an array')
const date = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .describe('YYYY, YYYY-MM or YYYY-MM-DD')
const decimal = z.union([z.string().regex(/^-?\d+(\.\d+)?$/), z.number()]).describe('A decimal number, kept exact')
const party = text.describe("An entity's id, else its name")

export const entityFields = z
  .looseObject({
    id: text
      .optional()
      .describe('Ids decide first which records are one party; without one a party is known by its name'),
    name: text,
    type: z.enum(PARTY_TYPES).optional(),
    country: z.string().optional().describe('ISO 3166 alpha-2 or alpha-3 code, or a name'),
    aliases: several.optional(),
    identifiers: several
      .optional()
      .describe('scheme:value, as lei:…, imo:…, by-unp:…; columns such as lei or tax_id work too'),
    address: z.string().optional(),
    founded: date.optional(),
  })
  .describe('A party: one row of an entities file')

const link = {
  id: text.optional(),
  kind: z.enum(LINK_KINDS).optional().describe('Needed where the names of the columns of the ends do not give it'),
}
const origin = {
  source: text.optional().describe('Where the record comes from'),
  known_on: date.optional().describe('The day on which you came to have the record'),
}

export const transactionFields = z
  .looseObject({
    ...link,
    from: party.describe("Seller, payer or maker: an entity's id, else its name"),
    to: party.describe("Buyer, payee or integrator: an entity's id, else its name"),
    date: date.optional(),
    amount: decimal.optional(),
    currency: z
      .string()
      .regex(/^[A-Za-z]{3}$/)
      .optional(),
    goods: z.string().optional(),
    hs_code: text.optional().describe('2, 4, 6, 8, 10 or 12 digits, dots allowed; as text, to keep a leading zero'),
    quantity: text.optional(),
    via: several.optional().describe('Banks, forwarders and brokers that handled it, named as the ends are'),
    ...origin,
  })
  .describe('A supply, payment or component: one row of a transactions file')

export const relationFields = z
  .looseObject({
    ...link,
    from: party.describe("Owner, controller, member or officer: an entity's id, else its name"),
    to: party.describe("Owned, controlled, group or company: an entity's id, else its name"),
    percent: decimal.optional().describe('0 to 100'),
    basis: z.enum(STAKE_BASES).optional().describe('What gives the hold: shares where nothing is said'),
    since: date.optional(),
    until: date.optional().describe('The first day on which it holds no more'),
    ...origin,
  })
  .describe('Ownership, control, membership: one row of a relations file')
