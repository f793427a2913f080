import type { TextForm } from '../sources/encoding/text-form.js'
import { readJsonRecords } from '../sources/json.js'
import type { ReadOutcome } from '../sources/outcome.js'
import { jsonCells, jsonKind } from './json-cells.js'
import type { JsonRow } from './json-cells.js'
import { createLayout, unknownColumns } from './layout.js'
import type { Layout } from './layout.js'
import { readableNames } from './readable-names.js'
import { namesIn } from './row.js'
import type { Row } from './row.js'
import { createRejecter, layoutRequest, mappingTaken } from './table-reader.js'
import type { Reading } from './table-reader.js'
import { wishesOf } from './wishes.js'

/** Reads JSON records. Each has its own keys, so that nothing but a record can be refused. */
export async function readJsonTable(reading: Reading, kind: 'json' | 'jsonl', form: TextForm): Promise<ReadOutcome> {
  const { source, reader, tally, problems } = reading
  const rejecter = createRejecter(source.path, reader, tally, problems)
  const layouts = new Map<string, Layout>()
  const unknown = new Set<string>()
  const all = new Set<string>()
  const request = layoutRequest(reader)
  let noted = false

  function layoutOf(keys: readonly string[]): Layout {
    const key = keys.join('\0')
    const known = layouts.get(key)
    if (known !== undefined) return known
    const layout = createLayout(reader.shape, keys, { ...request, partial: true })
    if (layout.recognised !== undefined && !noted) {
      noted = true
      problems({ ...mappingTaken(layout.recognised), file: source.path })
    }
    for (const name of layout.unknown) unknown.add(name)
    for (const name of keys) all.add(name)
    // Records whose keys are data would make a layout each.
    if (layouts.size < 1000) layouts.set(key, layout)
    return layout
  }

  const outcome = await readJsonRecords(source, {
    kind,
    form,
    ...(reader.enough === undefined ? {} : { enough: reader.enough }),
    onRecord(value, line) {
      const json = jsonCells(value)
      if (json === undefined) {
        const message = `expected a JSON object, got ${jsonKind(value)}`
        return rejecter.reject(line, { code: 'broken-row', message }, [])
      }
      const { keys, cells } = json
      const layout = layoutOf(keys)
      const misfits = withLists(json, layout)
      const row: Row = misfits === undefined ? { cells, layout, line } : { cells, layout, line, misfits }
      if (row.layout.refused === undefined) reader.row(row, tally)
      else rejecter.reject(line, { ...row.layout.refused, code: 'broken-row' }, namesIn(row, reader.shape.nameFields))
    },
    onBroken(line, message, text) {
      rejecter.reject(line, { code: 'broken-row', message }, readableNames(text, reader.shape))
    },
  })
  const left = unknownColumns(reader.shape, createLayout(reader.shape, [...unknown]), unknown)
  if (left !== undefined) problems({ severity: 'warning', ...left, file: source.path })
  // A record may lack a column that a mapping names; the file may not.
  const lost =
    reader.said === undefined || all.size === 0 ? undefined : wishesOf(reader.shape, [...all], request).refused
  if (lost !== undefined) problems({ severity: 'error', ...lost, file: source.path })
  return outcome
}

/** Fields that hold several values; identifier columns do too. */
const SEVERAL: ReadonlySet<string> = new Set(['aliases', 'identifiers', 'via'])

/** An array is no value where a field holds one: joined, it would name a party that nobody is. */
function withLists({ cells, misfits }: JsonRow, layout: Layout): ReadonlyMap<number, string> | undefined {
  let all: Map<number, string> | undefined
  for (const [field, index] of layout.at) {
    const cell = cells[index]
    if (typeof cell === 'string' || cell === undefined || cell.length < 2 || SEVERAL.has(field)) continue
    all ??= new Map(misfits)
    all.set(index, 'an array')
  }
  return all ?? misfits
}
