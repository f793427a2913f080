import { at, childrenOf, firstText, textAt, type Element } from './element.js'

/** The cells of a payment, by the field that each is of. */
export type Payment = ReadonlyMap<string, string | readonly string[]>

/** What a message says of a party: `Nm`, or since 2019 `Pty/Nm`; its numbers and its country. */
function party(role: 'from' | 'to', element: Element | undefined): readonly (readonly [string, string])[] {
  const its = at(element, 'Pty') ?? element
  return [
    [role, textAt(its, 'Nm')],
    [`${role}_country`, firstText(its, 'PstlAdr/Ctry', 'CtryOfRes')],
    [`${role}_lei`, textAt(its, 'Id/OrgId/LEI')],
    [`${role}_bic`, firstText(its, 'Id/OrgId/AnyBIC', 'Id/OrgId/BICOrBEI')],
  ]
}

function bank(role: string, element: Element | undefined): readonly (readonly [string, string])[] {
  const its = at(element, 'FinInstnId')
  return [
    [role, textAt(its, 'Nm')],
    [`${role}_country`, textAt(its, 'PstlAdr/Ctry')],
    [`${role}_bic`, firstText(its, 'BICFI', 'BIC')],
    [`${role}_lei`, textAt(its, 'LEI')],
  ]
}

/** A name to screen of who stands behind a party or between two banks; a bank without one is named by its code. */
function others(parties: readonly (Element | undefined)[], banks: readonly (Element | undefined)[]): readonly string[] {
  const names = parties.map((one) => firstText(one, 'Pty/Nm', 'Nm'))
  const codes = banks.map((one) => firstText(one, 'FinInstnId/Nm', 'FinInstnId/BICFI', 'FinInstnId/BIC'))
  return [...names, ...codes].filter((name) => name !== '')
}

function purpose(element: Element | undefined): string {
  const lines = childrenOf(at(element, 'RmtInf'), 'Ustrd').map((line) => line.text.trim())
  return lines.filter((line) => line !== '').join(' ')
}

/** One transfer of a `pain.001`; what it does not say itself stands in the payment information around it. */
export function paymentOrdered(transfer: Element, around: Element | undefined): Payment {
  const amount = at(transfer, 'Amt/InstdAmt') ?? at(transfer, 'Amt/EqvtAmt/Amt')
  const ultimate = [at(around, 'UltmtDbtr'), at(transfer, 'UltmtDbtr'), at(transfer, 'UltmtCdtr')]
  return new Map<string, string | readonly string[]>([
    ['id', firstText(transfer, 'PmtId/EndToEndId', 'PmtId/InstrId', 'PmtId/UETR')],
    ['date', day(firstText(around, 'ReqdExctnDt/Dt', 'ReqdExctnDt/DtTm', 'ReqdExctnDt'))],
    ['amount', amount?.text.trim() ?? ''],
    ['currency', amount?.attributes.get('Ccy') ?? ''],
    ['goods', purpose(transfer)],
    ...party('from', at(around, 'Dbtr')),
    ...party('to', at(transfer, 'Cdtr')),
    ...bank('originator_bank', at(around, 'DbtrAgt')),
    ...bank('beneficiary_bank', at(transfer, 'CdtrAgt')),
    ...bank('intermediary_bank', at(transfer, 'IntrmyAgt1')),
    ['via', others(ultimate, [at(transfer, 'IntrmyAgt2'), at(transfer, 'IntrmyAgt3')])],
  ])
}

/** The payments of an entry of an account: one for each of its details, or the entry itself. */
export function paymentsBooked(entry: Element, around: Element | undefined): readonly (readonly [Element, Payment])[] {
  const details = childrenOf(entry, 'NtryDtls').flatMap((batch) => childrenOf(batch, 'TxDtls'))
  const rows = details.length === 0 ? [entry] : details
  return rows.map((detail) => [detail, booked(detail, entry, around)])
}

function booked(detail: Element, entry: Element, around: Element | undefined): Payment {
  const account = at(around, 'Acct')
  const isPaid =
    firstText(detail, 'CdtDbtInd') === 'DBIT' ||
    (textAt(detail, 'CdtDbtInd') === '' && textAt(entry, 'CdtDbtInd') === 'DBIT')
  const amount = at(detail, 'AmtDtls/TxAmt/Amt') ?? at(detail, 'Amt') ?? at(entry, 'Amt')
  const [payer, payee] = [at(detail, 'RltdPties/Dbtr'), at(detail, 'RltdPties/Cdtr')]
  const owner = at(account, 'Ownr')
  const keeper = at(account, 'Svcr')
  const other = isCharge(detail, entry) ? keeperAsParty(keeper) : undefined
  return new Map<string, string | readonly string[]>([
    [
      'id',
      firstText(detail, 'Refs/EndToEndId', 'Refs/TxId', 'Refs/AcctSvcrRef') ||
        firstText(entry, 'AcctSvcrRef', 'NtryRef'),
    ],
    ['date', day(firstText(entry, 'BookgDt/Dt', 'BookgDt/DtTm', 'ValDt/Dt', 'ValDt/DtTm'))],
    ['amount', amount?.text.trim() ?? ''],
    ['currency', amount?.attributes.get('Ccy') ?? ''],
    ['goods', purpose(detail)],
    ...party('from', payer ?? (isPaid ? owner : other)),
    ...party('to', payee ?? (isPaid ? other : owner)),
    ...bank('originator_bank', at(detail, 'RltdAgts/DbtrAgt') ?? (isPaid ? keeper : undefined)),
    ...bank('beneficiary_bank', at(detail, 'RltdAgts/CdtrAgt') ?? (isPaid ? undefined : keeper)),
    ...bank('intermediary_bank', at(detail, 'RltdAgts/IntrmyAgt1')),
    [
      'via',
      others(
        [at(detail, 'RltdPties/UltmtDbtr'), at(detail, 'RltdPties/UltmtCdtr')],
        [at(detail, 'RltdAgts/IntrmyAgt2'), at(detail, 'RltdAgts/IntrmyAgt3')],
      ),
    ],
  ])
}

/** Charges and interest, by the codes of the external code sets: the other party is the bank that keeps the account. */
const OF_THE_BANK: ReadonlySet<string> = new Set(['CHRG', 'FEES', 'COMM', 'INTR', 'COME', 'TAXE'])

function isCharge(detail: Element, entry: Element): boolean {
  const codes = [detail, entry].flatMap((one) => [
    textAt(one, 'BkTxCd/Domn/Fmly/SubFmlyCd'),
    textAt(one, 'BkTxCd/Domn/Fmly/Cd'),
  ])
  return codes.some((code) => OF_THE_BANK.has(code))
}

/** A bank in the place of a party is named as parties are. */
function keeperAsParty(keeper: Element | undefined): Element | undefined {
  const its = at(keeper, 'FinInstnId')
  const name = firstText(its, 'Nm', 'BICFI', 'BIC')
  if (its === undefined || name === '') return undefined
  return { ...its, children: [{ ...its, name: 'Nm', text: name, children: [] }, ...childrenOf(its, 'PstlAdr')] }
}

/** The day of a date with a time: `2024-03-04T10:00:00`. */
function day(text: string): string {
  return /^(\d{4}-\d{2}-\d{2})T/.exec(text)?.[1] ?? text
}
