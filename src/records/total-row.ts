import { textOf, type Row } from './row.js'
import type { TableReader } from './table-reader.js'

/** What stands before a sum, in the languages whose headers are known. */
const TOTAL_WORDS: ReadonlySet<string> = new Set(
  [
    'total|totals|grand total|sub total|subtotal|sum|overall total|report total',
    'summe|gesamt|gesamtsumme|gesamtbetrag|zwischensumme|endsumme|endbetrag|insgesamt',
    'итого|всего|сумма|общий итог|итого по отчету|усяго|разам',
    'total général|total general|sous-total|somme|totaux|montant total',
    '合计|总计|小计|共计|总额|總計|合計|小計',
    'totale|totaal|suma|razem|celkem|soma|toplam',
  ].flatMap((words) => words.split('|')),
)

const NUMBER = /^[-+(]?[\d.,'’\s\u00a0\u202f]*\d[\d.,'’\s\u00a0\u202f]*\)?-?\s*(?:%|[A-Z]{3}|[€$£¥])?$/

/** What the sum is of: a column of its own has it in every row. */
const CURRENCY = /^(?:[A-Z]{3}|[€$£¥])$/

/** SAP marks sums by stars, one for each level; others by a sigma. */
const TOTAL_MARK = /^(?:\*{1,5}|[Σ∑])$/

function isTotalWord(text: string): boolean {
  if (TOTAL_MARK.test(text)) return true
  return (
    text.length < 24 &&
    TOTAL_WORDS.has(
      text
        .toLowerCase()
        .replaceAll(/^[*=\s]+|[:*=.\s]+$/g, '')
        .replaceAll(/\s+/g, ' '),
    )
  )
}

/** Whether the row's cells hold one word for a total, numbers, a currency, and nothing else. */
function holdsTotals(cells: Row['cells']): boolean {
  let words = 0
  let numbers = 0
  for (const cell of cells) {
    const text = typeof cell === 'string' ? cell.trim() : ''
    if (text === '') continue
    if (NUMBER.test(text)) numbers++
    else if (isTotalWord(text)) words++
    else if (!CURRENCY.test(text)) return false
  }
  return words === 1 && numbers > 0
}

/**
 * Whether a row is a sum below a table. There are companies called Total: where the row has all the names that a record
 * needs it is a record, whatever they are.
 */
export function isTotalRow(row: Row, reader: TableReader): boolean {
  if (!holdsTotals(row.cells)) return false
  const { nameFields } = reader.shape
  const needed = reader.needed(row.layout).filter((field) => nameFields.includes(field))
  const isNamed = (field: string): boolean => textOf(row, field) !== ''
  return !(needed.length > 0 ? needed.every(isNamed) : nameFields.some(isNamed))
}
