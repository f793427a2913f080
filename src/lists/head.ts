import { Readable } from 'node:stream'
import type { Problem } from '../model/problem.js'
import { readCsv } from '../sources/csv.js'
import { examine, type ExaminedText } from '../sources/examine.js'
import { isWithin } from '../sources/json-within.js'
import { sniff } from '../sources/sniff.js'
import type { Source } from '../sources/source.js'

type Rows = readonly (readonly string[])[]

/** What a format is recognised by: the beginning of the file, unpacked, and its first rows. */
export interface ListHead {
  readonly kind: 'csv' | 'json' | 'jsonl' | 'xml'
  /** The field of one object in which the array of records is, as in the answers of web services. */
  readonly within?: string
  /** Whether it is in UTF-16, which only a list of the user's own may be. */
  readonly wide?: boolean
  readonly text: string
  readonly delimiter: string
  /** The first rows by the delimiter that fits best; of CSV only. */
  readonly rows: Rows
  /** The first rows by commas, which a file without a header is read by: its names hold more semicolons than some files have columns. */
  readonly commaRows: Rows
}

type Text = Pick<ExaminedText, 'kind' | 'head' | 'delimiter'>

/** Enough to outvote a bad row or two at the beginning. */
const ROWS = 20

/** As the API of trade.gov calls it. */
const ANSWERS = 'results'

/** Reads the beginning of a file; a problem where there is nothing in it that could be a list. */
export async function readHead(source: Source): Promise<ListHead | Problem> {
  const sniffed = await sniff(source)
  if ((sniffed.kind === 'failure' || sniffed.kind === 'jsonl') && isWithin(ANSWERS, sniffed.head ?? ''))
    return answer(sniffed.head ?? '')
  if (!('problem' in sniffed)) return headOf(sniffed)
  if (sniffed.kind === 'empty') return sniffed.problem
  // A watch list of the user's own may be in UTF-16, or have the lines of an old Mac.
  const examined = await examine(source, source.said)
  return 'form' in examined
    ? { ...(await headOf(examined)), wide: examined.form.encoding.startsWith('utf-16') }
    : sniffed.problem
}

const answer = (text: string): ListHead => ({
  kind: 'json',
  within: ANSWERS,
  text,
  delimiter: ',',
  rows: [],
  commaRows: [],
})

async function headOf({ kind, head: text, delimiter }: Text): Promise<ListHead> {
  if (kind !== 'csv') return { kind, text, delimiter, rows: [], commaRows: [] }
  const commaRows = await firstRows(text, ',')
  return { kind, text, delimiter, rows: delimiter === ',' ? commaRows : await firstRows(text, delimiter), commaRows }
}

/** The beginning of a file as a source of its own. */
export function textSource(text: string): Source {
  return { path: '', open: () => Promise.resolve(Readable.from([Buffer.from(text)], { objectMode: false })) }
}

async function firstRows(text: string, delimiter: string): Promise<Rows> {
  const rows: (readonly string[])[] = []
  await readCsv(textSource(text), {
    delimiter,
    onRow(cells) {
      if (rows.length < ROWS) rows.push(cells)
    },
    onBroken() {
      // The head may end within a record, and a broken row is the reader's to report.
    },
  })
  return rows
}
