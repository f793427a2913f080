import type { MapFlags } from '../model/file-settings.js'
import { checkFields, type FileTrouble } from './check-files.js'

export interface ReadMap {
  readonly map: MapFlags
  readonly troubles: readonly FileTrouble[]
}

/**
 * Reads `field=column,…`. A comma in a column's name parts nothing, as long as no further `field=` follows it. A field
 * may be said several times: one that is read from several columns together, or another where each file has one of them.
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
  troubles.push(...checkFields([...columns.keys()]))
  return { map: { columns, found: new Set() }, troubles }
}
