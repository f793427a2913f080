import { parseIdentifier, type Identifier } from '../../model/identifier.js'
import { quote } from '../../records/quote.js'
import type { RowCheck } from '../../records/row-check.js'
import { headerOf, valuesIn, valuesOf } from '../../records/row.js'
import { isSpoiltNumber, spoiltIdentifier } from '../../records/values.js'

/** The identifiers of a row: `scheme:value` in the column of that name, and columns of their own such as `lei`. */
export function readIdentifiers(check: RowCheck): readonly Identifier[] {
  const found = new Map<string, Identifier>()
  const add = (identifier: Identifier, column: string): void => {
    if (isSpoiltNumber(identifier.value)) check.drop(spoiltIdentifier(identifier.value), column)
    else found.set(`${identifier.scheme}:${identifier.value}`, identifier)
  }
  const column = headerOf(check.row, 'identifiers')
  for (const text of valuesOf(check.row, 'identifiers')) {
    const identifier = parseIdentifier(text)
    if (identifier !== undefined) add(identifier, column)
    else {
      const message = `expected an identifier as scheme:value, got ${quote(text)}`
      check.drop({ ok: false, code: 'bad-identifier', message, hint: 'such as lei:… or by-unp:…' }, column)
    }
  }
  const { identifiers, headers } = check.row.layout
  for (const { index, scheme, country } of identifiers) {
    const its = country === undefined ? { scheme } : { scheme, country }
    for (const value of valuesIn(check.row.cells[index] ?? '')) add({ ...its, value }, headers[index] ?? scheme)
  }
  return [...found.values()]
}
