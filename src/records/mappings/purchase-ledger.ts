import type { ReadyMapping } from './mapping.js'

/** Lines of purchases out of an ERP: each names the vendor; who buys is the user's own company, given with `--self`. */
export const PURCHASE_LEDGER: ReadyMapping = {
  name: 'purchase-ledger',
  title: 'a purchase ledger',
  role: 'transactions',
  kind: 'supply',
  columns: [
    [
      'from',
      'lifnr|vendorid|vendornumber|vendorno|vendorcode|supplierid|suppliernumber|supplierno|kreditor|kreditornummer|lieferantennummer|lieferantennr|vendor|vendorname|supplier|suppliername|lieferant|lieferantenname|name1',
    ],
    ['from_name', 'vendorname|suppliername|lieferantenname|name1|vendor|supplier|lieferant'],
    ['from_country', 'vendorcountry|suppliercountry|land1'],
    ['id', 'belnr|ebeln|documentnumber|documentno|invoicenumber|invoiceno|belegnummer|belegnr|rechnungsnummer'],
    [
      'date',
      'bldat|budat|bedat|documentdate|invoicedate|postingdate|belegdatum|rechnungsdatum|buchungsdatum|date|datum',
    ],
    ['amount', 'wrbtr|dmbtr|netwr|amount|invoiceamount|betrag|rechnungsbetrag'],
    ['currency', 'waers|currency|währung'],
    ['goods', 'txz01|maktx|sgtxt|description|itemdescription|material|warenbezeichnung'],
    ['quantity', 'menge|quantity|qty'],
    ['hs_code', 'hscode|zolltarifnummer|stawn'],
  ],
  recognises: (header) =>
    header.has('lifnr') && ['belnr', 'ebeln'].some((word) => header.has(word)) && !header.has('kunnr'),
}
