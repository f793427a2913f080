/** A message of ISO 20022 that holds payments: its name, and the element that is read as a row. */
export interface PaymentMessage {
  readonly name: 'pain.001' | 'camt.052' | 'camt.053' | 'camt.054'
  readonly row: 'CdtTrfTxInf' | 'Ntry'
}

const BY_ROOT: ReadonlyMap<string, PaymentMessage> = new Map([
  ['CstmrCdtTrfInitn', { name: 'pain.001', row: 'CdtTrfTxInf' }],
  ['BkToCstmrAcctRpt', { name: 'camt.052', row: 'Ntry' }],
  ['BkToCstmrStmt', { name: 'camt.053', row: 'Ntry' }],
  ['BkToCstmrDbtCdtNtfctn', { name: 'camt.054', row: 'Ntry' }],
])

/** The message that a document begins as; the number of its version does not matter to what is read of it. */
export function paymentMessage(head: string): PaymentMessage | undefined {
  for (const [, root = ''] of head.matchAll(/<(?:[\w.-]+:)?([A-Za-z]+)[\s>]/g)) {
    const found = BY_ROOT.get(root)
    if (found !== undefined) return found
  }
  return undefined
}
