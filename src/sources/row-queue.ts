import { parse } from 'csv-parse/sync'
import type { CsvOptions } from './csv.js'

type Waiting =
  | { readonly kind: 'plain'; readonly cells: readonly string[]; readonly line: number }
  | { readonly kind: 'quoted'; readonly text: string; readonly line: number }
  | { readonly kind: 'broken'; readonly cells: readonly string[]; readonly line: number; readonly message: string }

/** Records with quotes are parsed so many at a time, because a call of the parser costs as much as twenty records. */
const BATCH = 2048
function parseQuoted(texts: readonly string[], delimiter: string): readonly (readonly string[])[] {
  return parse(texts.join('\n'), {
    delimiter,
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: true,
  })
}

/** Gives rows in the order of the file, although those with quotes wait until there are enough to parse together. */
export function createRowQueue({ delimiter, onRow, onBroken }: CsvOptions): { add(row: Waiting): void; flush(): void } {
  let waiting: Waiting[] = []
  function flush(): void {
    const rows = waiting
    waiting = []
    const texts = rows.flatMap((row) => (row.kind === 'quoted' ? row.text : []))
    const parsed = texts.length === 0 ? [] : parseQuoted(texts, delimiter)
    if (parsed.length !== texts.length) throw new Error(`${texts.length} quoted records parsed as ${parsed.length}`)
    let next = 0
    for (const row of rows) {
      if (row.kind === 'plain') onRow(row.cells, row.line)
      else if (row.kind === 'broken') onBroken(row.cells, row.line, row.message)
      else onRow(parsed[next++] ?? [], row.line)
    }
  }
  return {
    flush,
    add(row) {
      if (row.kind === 'plain' && waiting.length === 0) onRow(row.cells, row.line)
      else if (waiting.push(row) >= BATCH) flush()
    },
  }
}
