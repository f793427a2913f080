import { LINK_KINDS, type LinkKind, type LinkRecord } from '../model/record.js'
import type { Layout } from './layout.js'
import { isName } from './row.js'
import { valueFormats } from './value-formats.js'
import { isSpoiltNumber, readCurrency, readWord, remembered } from './values.js'

/** Fields of a transaction of which a row is only read here where they are empty. */
const FURTHER = ['via', 'hs_code', 'quantity', 'source', 'known_on']

const { date: readDate, amount: readAmount } = valueFormats(undefined)
const readMoney = remembered(readCurrency)
const readKind = remembered((text) => readWord<LinkKind>(text, LINK_KINDS, 'unknown-kind'))

/** What begins so is a name, and no number that a spreadsheet shortened. */
const LETTER = /^[A-Za-z]/
const NO_ONE: readonly string[] = []

function isEnd(text: string): boolean {
  return LETTER.test(text) || (isName(text) && !isSpoiltNumber(text))
}

/**
 * Reads the rows of a scanned file that have kind, ends, date, amount, currency and goods, and nothing else, as most do; `undefined` for any other row, which
 * `readLinkRow` reads, and reads these alike. A million rows of evidence are read so.
 *
 * @param file what the places of the records name.
 */
export function createPlainLinks(
  { at, headers, implied, torn }: Layout,
  file: string,
): (cells: readonly string[], line: number) => LinkRecord | undefined {
  const [kindAt = -1, fromAt = -1, toAt = -1, idAt = -1] = ['kind', 'from', 'to', 'id'].map((field) => at.get(field))
  const [dateAt = -1, amountAt = -1, currencyAt = -1] = ['date', 'amount', 'currency'].map((field) => at.get(field))
  const goodsAt = at.get('goods') ?? -1
  const others = FURTHER.flatMap((field) => at.get(field) ?? [])
  // What the columns say of the kind may contradict the row.
  const isPlain = implied === undefined && !torn

  return (cells, line) => {
    const textAt = (index: number): string => cells[index]?.trim() ?? ''
    if (!isPlain || cells.length !== headers.length || others.some((index) => textAt(index) !== '')) return undefined
    const [from, to, id, goods] = [textAt(fromAt), textAt(toAt), textAt(idAt), textAt(goodsAt)]
    if (id === '' || goods === '' || !isEnd(from) || !isEnd(to)) return undefined
    const [kind, date] = [readKind(textAt(kindAt)), readDate(textAt(dateAt))]
    const [amount, currency] = [readAmount(textAt(amountAt)), readMoney(textAt(currencyAt))]
    if (!kind.ok || !date.ok || !amount.ok || !currency.ok) return undefined
    return {
      kind: kind.value,
      from,
      to,
      via: NO_ONE,
      place: { file, line },
      id,
      date: date.value,
      amount: amount.value,
      currency: currency.value,
      goods,
    }
  }
}
