import type { InputRole } from '../../model/report.js'
import { BANK_PAYMENTS } from './bank-payments.js'
import { BILL_OF_LADING } from './bill-of-lading.js'
import type { ReadyMapping } from './mapping.js'
import { PURCHASE_LEDGER } from './purchase-ledger.js'
import { SAP_LFA1 } from './sap-lfa1.js'

export type { ReadyMapping } from './mapping.js'

export const READY_MAPPINGS: readonly ReadyMapping[] = [SAP_LFA1, PURCHASE_LEDGER, BILL_OF_LADING, BANK_PAYMENTS]

/** The mapping that a config names; the formats of messages are told from their content, and need no name. */
export function findMapping(name: string): ReadyMapping | undefined {
  return READY_MAPPINGS.find((mapping) => mapping.name === name)
}

/** The mapping whose header this certainly is. */
export function recogniseMapping(role: InputRole, header: ReadonlySet<string>): ReadyMapping | undefined {
  const fits = (mapping: ReadyMapping): boolean =>
    (mapping.role === role || (mapping.role === 'entities' && role === 'only')) && mapping.recognises(header)
  return READY_MAPPINGS.find(fits)
}
