import { hasOne, type ReadyMapping } from './mapping.js'

const ORIGINATORS =
  'originatorname|originator|orderingcustomer|orderingcustomername|payername|payer|debtorname|debtor|remitter|auftraggeber|плательщик'
const BENEFICIARIES =
  'beneficiaryname|beneficiary|beneficiarycustomer|payeename|payee|creditorname|creditor|zahlungsempfänger|begünstigter|получательплатежа|получательсредств'
const ORIGINATOR_BANKS =
  'originatorbankname|originatorbank|orderingbank|orderinginstitution|payerbank|debtorbank|debtoragent|auftraggeberbank|банкплательщика'
const BENEFICIARY_BANKS =
  'beneficiarybankname|beneficiarybank|accountwithinstitution|payeebank|creditorbank|creditoragent|empfängerbank|банкполучателя'

/** Payments out of a bank's or a treasury's system: the banks on the way handled the money. */
export const BANK_PAYMENTS: ReadyMapping = {
  name: 'bank-payments',
  title: 'bank payments',
  role: 'transactions',
  kind: 'payment',
  columns: [
    ['from', ORIGINATORS],
    ['to', BENEFICIARIES],
    ['from_country', 'originatorcountry|payercountry|debtorcountry'],
    ['to_country', 'beneficiarycountry|payeecountry|creditorcountry'],
    ['from_lei', 'originatorlei|payerlei|debtorlei'],
    ['to_lei', 'beneficiarylei|payeelei|creditorlei'],
    ['originator_bank', ORIGINATOR_BANKS],
    [
      'originator_bank_bic',
      'originatorbankbic|originatorbankswift|originatorbic|orderingbankbic|payerbankbic|debtorbankbic|debtoragentbic',
    ],
    ['originator_bank_country', 'originatorbankcountry|originatoriso'],
    ['beneficiary_bank', BENEFICIARY_BANKS],
    [
      'beneficiary_bank_bic',
      'beneficiarybankbic|beneficiarybankswift|beneficiarybic|payeebankbic|creditorbankbic|creditoragentbic',
    ],
    ['beneficiary_bank_country', 'beneficiarybankcountry|beneficiaryiso'],
    ['intermediary_bank', 'intermediarybankname|intermediarybank|intermediary|correspondentbank'],
    ['intermediary_bank_bic', 'intermediarybankbic|intermediarybic|correspondentbankbic'],
    ['id', 'paymentid|transactionid|paymentreference|reference|id'],
    ['date', 'valuedate|paymentdate|transactiondate|bookingdate|executiondate|date|datum|датаплатежа|begindate'],
    ['amount', 'amount|paymentamount|transactionamount|amounttransactions|betrag|сумма|суммаплатежа'],
    ['currency', 'currency|currencycode|ccy|währung|валюта'],
    ['goods', 'purpose|purposeofpayment|remittanceinformation|details|verwendungszweck|назначениеплатежа'],
  ],
  recognises: (header) =>
    hasOne(header, ORIGINATORS) &&
    hasOne(header, BENEFICIARIES) &&
    (hasOne(header, ORIGINATOR_BANKS) || hasOne(header, BENEFICIARY_BANKS)),
}
