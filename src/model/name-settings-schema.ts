import { z } from 'zod'
import { QUALIFIER_NAMES, WORD_WEIGHT_NAMES } from './name-settings.js'

const text = z.string().regex(/[\p{L}\p{N}]/u, 'expected a word')
const maybe = z.exactOptional

// A name's own words must count for something, or near names would be missed without a word about it.
const LEAST_CORE = 0.1
const HIGHEST = 5

const weight = z.number().min(0).max(HIGHEST)
const penalty = z.number().min(-1).max(0)

/** The user's own weights, by their names. */
export const nameWeightsSchema = z.strictObject({
  ...Object.fromEntries(WORD_WEIGHT_NAMES.map((name) => [name, maybe(weight)])),
  ...Object.fromEntries(QUALIFIER_NAMES.map((name) => [name, maybe(penalty)])),
  core: maybe(z.number().min(LEAST_CORE).max(HIGHEST)),
})

/** What a config and a report hold of the user's own weights and words. */
export const nameSettingsSchema = z.strictObject({
  weights: maybe(nameWeightsSchema).describe(
    'What words and what speaks against a match weigh, by the names of docs/MATCHING.md',
  ),
  stopWords: maybe(z.array(text).min(1)).describe('Words that are no evidence'),
  synonyms: maybe(z.array(z.array(text).min(2)).min(1)).describe('Groups of words or phrases of one meaning'),
  notTheSame: maybe(z.array(z.tuple([text, text])).min(1)).describe(
    'Pairs: a name, and a name or the entry id of the listed party that it is not',
  ),
})
