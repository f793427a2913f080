import type { TextForm } from '../../sources/encoding/text-form.js'
import type { ReadOutcome } from '../../sources/outcome.js'
import { BANKS, DETAILS } from '../columns.js'
import { createLayout, type Layout } from '../layout.js'
import type { Reading } from '../table-reader.js'
import type { Element } from './element.js'
import { paymentOrdered, paymentsBooked, type Payment } from './payment.js'
import { readElements } from './read-elements.js'
import type { PaymentMessage } from './recognise.js'

const FIELDS: readonly string[] = [
  'id',
  'date',
  'amount',
  'currency',
  'goods',
  'via',
  ...['from', 'to', ...BANKS].flatMap((role) => [role, ...DETAILS.map((detail) => `${role}_${detail}`)]),
]

/** The fields of a payment as columns, which the reader of transactions knows what to do with. */
function layoutOf({ shape, said }: Reading['reader']): Layout {
  const wordOf = (field: string): string => (field === 'from' ? 'payer' : field === 'to' ? 'payee' : field)
  const columns = new Map(FIELDS.map((field) => [wordOf(field), [field]]))
  const { text } = said ?? {}
  return createLayout(shape, FIELDS, { said: { columns, ...(text === undefined ? {} : { text }) } })
}

/** Reads the payments of a message as transactions: one row a transfer, or an entry of an account, or each of its details. */
export function readPaymentMessage(reading: Reading, message: PaymentMessage, form: TextForm): Promise<ReadOutcome> {
  const { source, reader, tally } = reading
  const layout = layoutOf(reader)
  const take = (payment: Payment, line: number): void => {
    if (reader.enough?.() === true) return
    reader.row({ cells: FIELDS.map((field) => payment.get(field) ?? ''), layout, line }, tally)
  }
  const onRow = (row: Element, around: readonly Element[]): void => {
    const outer = around.at(-1)
    if (message.row === 'CdtTrfTxInf') return take(paymentOrdered(row, outer), row.line)
    for (const [detail, payment] of paymentsBooked(row, outer)) take(payment, detail.line)
  }
  const enough = reader.enough === undefined ? {} : { enough: reader.enough }
  return readElements(source, { form, row: message.row, onRow, ...enough })
}
