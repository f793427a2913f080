import { hasOne, type ReadyMapping } from './mapping.js'

const SHIPPERS = 'shippername|shipper|suppliername|supplier|consignor|exportername|exporter'
const CONSIGNEES = 'consigneename|consignee|importername|importer|buyername|buyer'

/** Bills of lading, as customs and those who sell their records write them: the notify party and the carrier's agents handled the goods. */
export const BILL_OF_LADING: ReadyMapping = {
  name: 'bill-of-lading',
  title: 'bills of lading',
  role: 'transactions',
  kind: 'supply',
  columns: [
    ['from', SHIPPERS],
    ['to', CONSIGNEES],
    ['from_country', 'shippercountry|suppliercountry|exportercountry|countryoforigin'],
    ['to_country', 'consigneecountry|importercountry|buyercountry'],
    [
      'id',
      'billoflading|billofladingnumber|billofladingno|blnumber|blno|bol|bolnumber|masterbillofladingnumber|housebillofladingnumber',
    ],
    ['date', 'arrivaldate|shipmentdate|shipdate|billofladingdate|date'],
    ['amount', 'value|declaredvalue|amount'],
    ['currency', 'currency'],
    [
      'goods',
      'goodsshipped|goodsdescription|descriptionofgoods|cargodescription|commodity|productdescription|description|goods',
    ],
    ['hs_code', 'hscode|hs|htscode|hts'],
    ['quantity', 'quantity|qty|packages|piececount|weightkg|grossweight|weight'],
  ],
  joined: [
    [
      'via',
      'via|notifyparty|notifypartyname|notifyname|notify|alsonotify|forwarder|freightforwarder|forwardingagent|nvocc',
    ],
  ],
  recognises: (header) =>
    hasOne(header, 'shipper|shippername') &&
    hasOne(header, 'consignee|consigneename') &&
    hasOne(
      header,
      'notifyparty|notifypartyname|notifyname|notify|billoflading|billofladingnumber|blnumber|bolnumber|bol',
    ),
}
