import { hasOne, type ReadyMapping } from './mapping.js'

/**
 * SAP's vendor master, table LFA1 (and KNA1 for customers). A name is split over NAME1 to NAME4. LOEVM (deleted), SPERR, SPERM (blocked)
 * and XCPDK (one-time) are no reason not to screen: goods may be on their way from any of them.
 */
export const SAP_LFA1: ReadyMapping = {
  name: 'sap-lfa1',
  title: "SAP's vendor master, LFA1",
  role: 'entities',
  columns: [
    ['id', 'lifnr|kunnr'],
    ['country', 'land1'],
    ['tax_id', 'stcd1'],
    ['vat', 'stceg'],
    ['swift', 'swift'],
  ],
  joined: [
    ['name', 'name1|name2|name3|name4'],
    ['address', 'stras|pstlz|ort01|ort02|regio'],
  ],
  left: 'mandt|loevm|sperr|sperm|sperq|xcpdk|nodel|ktokk|erdat|ernam|spras|sortl|mcod1|mcod2|mcod3',
  recognises: (header) => hasOne(header, 'lifnr|kunnr') && header.has('name1'),
}
