import { Readable } from 'node:stream'
import { DEFAULT_THRESHOLDS } from '../src/model/thresholds.js'
import type { ScreenOptions } from '../src/model/options.js'
import { LINK_KINDS } from '../src/model/record.js'
import type { ScreenInputs } from '../src/screen-inputs.js'
import type { Source } from '../src/sources/source.js'

/** A file that exists in memory alone. */
export function textSource(path: string, text: string): Source {
  return { path, open: () => Promise.resolve(Readable.from([Buffer.from(text)])) }
}

/** Rows as CSV text, cells quoted where they must be. */
export function csv(header: string, rows: readonly string[]): string {
  return `${[header, ...rows].join('\n')}\n`
}

export interface Texts {
  readonly entities?: string
  readonly transactions?: string
  readonly relations?: string
  readonly list: string
  readonly only?: string
}

/** The files of a screening, from their texts. */
export function inputsOf(texts: Texts): ScreenInputs {
  const some = (path: string, text: string | undefined): readonly Source[] =>
    text === undefined ? [] : [textSource(path, text)]
  return {
    entities: some('entities.csv', texts.entities),
    transactions: some('transactions.csv', texts.transactions),
    relations: some('relations.csv', texts.relations),
    lists: [{ path: 'list.csv', source: textSource('list.csv', texts.list) }],
    ...(texts.only === undefined ? {} : { only: textSource('only.csv', texts.only) }),
  }
}

export const DEFAULTS: ScreenOptions = {
  hops: 4,
  direction: 'both',
  kinds: LINK_KINDS,
  asOf: '2024-07-24',
  asOfGiven: false,
  ...DEFAULT_THRESHOLDS,
  spread: 'confirmed',
  exactNames: false,
  minStake: '10',
  chronological: false,
  failOn: 'any',
  maxBad: '0',
  strict: false,
}
