import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { compareNames } from '../../src/match/compare.js'
import type { PartyType } from '../../src/model/record.js'
import { DEFAULT_THRESHOLDS, type Thresholds } from '../../src/model/thresholds.js'

export const NAMES_FOLDER = '../shared/data/names'

export type Cells = Readonly<Record<string, string>>

export function readCells(path: string): readonly Cells[] {
  return parse(readFileSync(path), { columns: true, bom: true, relax_column_count: true })
}

export interface LabelledPair {
  readonly set: string
  readonly schema: string
  readonly name1: string
  readonly name2: string
  readonly isMatch: boolean
  readonly score: number
  readonly verdict: 'none' | 'possible' | 'confirmed'
  readonly cells: Cells
}

export function partyType(schema: string): PartyType {
  if (/person/i.test(schema)) return 'person'
  if (/vessel/i.test(schema)) return 'vessel'
  return schema === 'LegalEntity' ? 'unknown' : 'company'
}

/** The pairs of a set with the score of their names alone; empty where the set is missing. */
export function scoreSet(set: string, thresholds: Thresholds = DEFAULT_THRESHOLDS): readonly LabelledPair[] {
  const path = `${NAMES_FOLDER}/${set}.csv`
  if (!existsSync(path)) return []
  return readCells(path).map((cells) => {
    const schema = cells['schema'] ?? cells['type1'] ?? ''
    const [name1, name2] = [cells['name1'] ?? '', cells['name2'] ?? '']
    const { score, verdict } = compareNames(name1, name2, partyType(schema), thresholds)
    return { set, schema, name1, name2, isMatch: cells['is_match'] === 'true', score, verdict, cells }
  })
}

export interface Measured {
  readonly pairs: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly falsePositives: number
  readonly falseNegatives: number
}

/** How right `says` is at the least score of a possible match. */
export function measure(
  pairs: readonly LabelledPair[],
  says: (pair: LabelledPair) => number = (pair) => pair.score,
  threshold: number = DEFAULT_THRESHOLDS.minScore,
): Measured {
  const hit = pairs.filter((pair) => says(pair) >= threshold)
  const right = hit.filter((pair) => pair.isMatch).length
  const falsePositives = hit.length - right
  const falseNegatives = pairs.filter((pair) => pair.isMatch).length - right
  return {
    pairs: pairs.length,
    precision: right / (hit.length || 1),
    recall: right / (right + falseNegatives || 1),
    f1: (2 * right) / (2 * right + falsePositives + falseNegatives || 1),
    falsePositives,
    falseNegatives,
  }
}

const SERIES = /^(?:[ivx]+|\d[\d-]*|[a-z]+\d+)$/i

/**
 * Whether the whole difference of two names is one swapped series marker or place. The labels of such pairs follow a policy (a
 * near spelling is a match) that a screening tool can't take over: Fund III is not Fund IV.
 */
export function isSwappedMarker({ name1, name2 }: LabelledPair, isPlace: (word: string) => boolean): boolean {
  const words = (name: string): string[] => name.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? []
  const [a, b] = [words(name1), words(name2)]
  if (a.length !== b.length) return false
  const different = a.flatMap((word, i) => (word === b[i] ? [] : [[word, b[i] ?? ''] as const]))
  const [only] = different
  if (only === undefined || different.length > 1) return false
  return only.every((word) => SERIES.test(word)) || only.every(isPlace)
}
