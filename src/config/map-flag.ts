import type { MapFlags } from '../model/file-settings.js'
import { JOINING, RELATION_SHAPE, TRANSACTION_SHAPE, ENTITY_SHAPE } from '../records/columns.js'
import { fieldWord } from '../records/field-words.js'
import { checkFields, type FileTrouble } from './check-files.js'

export interface ReadMap {
  readonly map: MapFlags
  readonly troubles: readonly FileTrouble[]
}

/**
 * Reads `field=column,…`. A comma in a column's name parts nothing, as long as no further `field=` follows it. A field that is read from
 * several columns is said several times.
 */
export function readMapFlag(texts: readonly string[]): ReadMap {
  const columns = new Map<string, string[]>()
  const troubles: FileTrouble[] = []
  for (const piece of texts.flatMap((text) => text.split(/,(?=\s*[\p{L}_]+\s*=)/u))) {
    const mark = piece.indexOf('=')
    const [field, column] = [piece.slice(0, Math.max(mark, 0)).trim().toLowerCase(), piece.slice(mark + 1).trim()]
    if (mark === -1 || field === '' || column === '') {
      const message = `expected field=column, got ${JSON.stringify(piece.trim())}`
      troubles.push({ message, hint: 'as in --map "name=Company,country=Land"' })
      continue
    }
    const known = columns.get(field)
    if (known === undefined) columns.set(field, [column])
    else known.push(column)
  }
  troubles.push(...checkFields([...columns.keys()]), ...twice(columns))
  return { map: { columns, found: new Set() }, troubles }
}

/** Several columns for a field that holds one value, also under two words for it, such as `seller` and `from`. */
function twice(columns: ReadonlyMap<string, readonly string[]>): readonly FileTrouble[] {
  const troubles = new Map<string, FileTrouble>()
  for (const shape of [ENTITY_SHAPE, TRANSACTION_SHAPE, RELATION_SHAPE]) {
    const byField = new Map<string, string[]>()
    for (const [word, names] of columns) {
      const field = fieldWord(shape, word)?.field
      if (field !== undefined) byField.set(field, [...(byField.get(field) ?? []), ...names])
    }
    for (const [field, names] of byField) {
      if (names.length < 2 || JOINING.has(field)) continue
      const message = `expected one column for "${field}", got ${names.map((name) => JSON.stringify(name)).join(' and ')}`
      troubles.set(field, { message, hint: `only ${[...JOINING].join(', ')} are read from several columns together` })
    }
  }
  return [...troubles.values()]
}
