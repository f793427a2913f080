/**
 * What the columns of exports are called, in English, German, Russian, French and Chinese, and in SAP's tables: one row a field, words
 * between bars. Of several columns for one field the one that stands first here is taken. Written from the terms of the trade.
 */
export type HeaderWords = readonly (readonly [field: string, words: string])[]

export const ENTITY_WORDS: HeaderWords = [
  [
    'id',
    'vendor id|vendor number|vendor no|vendor code|supplier id|supplier number|supplier no|supplier code|customer id|customer number|customer no|customer code|partner id|partner number|business partner|party id|entity id|company id|creditor number|lifnr|kunnr|' +
      'lieferantennummer|lieferantennr|lieferanten-id|kreditor|kreditornummer|kreditorennummer|kreditorennr|kundennummer|kundennr|debitor|debitornummer|debitorennummer|geschäftspartner|geschäftspartnernummer|partnernummer|' +
      'код контрагента|код поставщика|код клиента|код|номер поставщика|номер контрагента|ид|' +
      'identifiant|code fournisseur|numéro fournisseur|n° fournisseur|code client|numéro client|n° client|code tiers|' +
      '供应商编号|供应商编码|供应商代码|客户编号|客户编码|客户代码|编号|代码',
  ],
  [
    'name',
    'company name|legal name|party name|entity name|vendor name|supplier name|customer name|partner name|business partner name|organisation name|organization name|business name|full name|name of company|vendor|supplier|customer|company|organisation|organization|firm|name1|' +
      'firmenname|firmenbezeichnung|unternehmensname|lieferantenname|kundenname|geschäftspartnername|firma|lieferant|kunde|unternehmen|bezeichnung|name der firma|name des lieferanten|' +
      'полное наименование|наименование организации|наименование контрагента|наименование поставщика|наименование компании|наименование|название организации|название компании|название|контрагент|поставщик|организация|компания|фирма|предприятие|имя|' +
      'raison sociale|dénomination sociale|dénomination|nom du fournisseur|nom fournisseur|nom du client|nom client|nom de la société|nom société|nom|société|entreprise|fournisseur|client|tiers|' +
      '公司名称|企业名称|单位名称|供应商名称|客户名称|名称|供应商|客户|公司|企业|姓名',
  ],
  ['type', 'party type|entity type|partnertyp|тип контрагента|type de tiers'],
  [
    'country',
    'country code|country key|country name|country of registration|country of incorporation|land1|' +
      'land|ländercode|länderschlüssel|länderkürzel|länderkennzeichen|landkz|staat|sitzland|' +
      'страна|код страны|страна регистрации|страна контрагента|' +
      'pays|code pays|pays d’immatriculation|' +
      '国家|国别|国家代码|国家地区|注册国家|所属国家',
  ],
  [
    'aliases',
    'alias|other names|other name|also known as|aka|trading name|trading names|former names|former name|' +
      'aliasnamen|weitere namen|andere namen|frühere namen|' +
      'псевдонимы|другие названия|другие наименования|прежнее наименование|прежние наименования|сокращенное наименование|' +
      'autres noms|noms alternatifs|nom commercial|anciens noms|ancien nom|' +
      '别名|曾用名|其他名称|英文名称|简称',
  ],
  ['identifiers', 'identifier|kennungen|идентификаторы|identifiants|标识符'],
  [
    'address',
    'registered address|street address|postal address|adresse|anschrift|адрес|юридический адрес|adresse postale|siège social|地址|注册地址|公司地址',
  ],
  [
    'founded',
    'founded on|incorporated on|date of incorporation|incorporation date|gründungsdatum|gegründet|дата регистрации|дата основания|date de création|成立日期|注册日期',
  ],
]

/** Identifiers in columns of their own, with the country whose register gives them. */
export const IDENTIFIER_WORDS: readonly (readonly [words: string, scheme: string, country?: string])[] = [
  ['lei|lei code|lei-code|код lei|code lei', 'lei'],
  ['swift|swift code|swift bic|swift-code|свифт|свифт код|code swift', 'swift'],
  ['bic|bic code|bic-code|code bic', 'bic'],
  ['imo|imo number|imo-nummer|номер имо|numéro imo', 'imo'],
  ['mmsi', 'mmsi'],
  ['duns|duns number|d-u-n-s|duns-nummer', 'duns'],
  ['tax id|tax number|tin|stcd1|steuernummer|steuernr|税号|纳税人识别号|numéro fiscal', 'tax_id'],
  [
    'vat|vat id|vat number|vat no|vat registration number|stceg|ust-id|ust-idnr|ust-id-nr|umsatzsteuer-id|umsatzsteuer-identifikationsnummer|numéro de tva|n° tva|tva intracommunautaire',
    'vat',
  ],
  [
    'registration number|registration no|reg number|company number|handelsregisternummer|hrb|hrb-nummer|регистрационный номер|numéro d’immatriculation|注册号|工商注册号',
    'registration_number',
  ],
  ['eori|eori-nummer|eori number', 'eori'],
  ['inn|инн', 'inn'],
  ['unp|унп', 'unp', 'BY'],
  ['ogrn|огрн', 'ogrn', 'RU'],
  ['uscc|统一社会信用代码|社会信用代码', 'uscc', 'CN'],
  ['siren|n° siren', 'siren', 'FR'],
  ['siret|n° siret', 'siret', 'FR'],
]

const SOURCE_WORDS = 'source document|data source|quelle|источник|source des données|来源'
const KNOWN_ON_WORDS = 'known on|received on'

export const TRANSACTION_WORDS: HeaderWords = [
  [
    'id',
    'transaction id|transaction number|document number|document no|invoice number|invoice no|payment id|payment reference|bill of lading|bill of lading number|bol|bl number|belnr|reference|' +
      'belegnummer|belegnr|rechnungsnummer|rechnungsnr|auftragsnummer|bestellnummer|vorgangsnummer|' +
      'номер документа|номер счета|номер платежа|номер договора|' +
      'numéro de document|numéro de facture|n° facture|numéro de transaction|' +
      '交易编号|单据号|单据编号|发票号|发票号码|合同号|订单号|提单号',
  ],
  ['kind', 'link kind|transaction kind'],
  [
    'date',
    'transaction date|payment date|invoice date|document date|posting date|booking date|value date|arrival date|shipment date|shipping date|ship date|delivery date|order date|contract date|begin date|bldat|budat|' +
      'datum|belegdatum|rechnungsdatum|buchungsdatum|zahlungsdatum|lieferdatum|bestelldatum|valuta|valutadatum|wertstellung|' +
      'дата|дата документа|дата платежа|дата операции|дата поставки|дата счета|дата договора|дата отгрузки|' +
      'date de facture|date de paiement|date de livraison|date de commande|date comptable|date d’opération|date de valeur|' +
      '日期|交易日期|单据日期|发票日期|付款日期|合同日期|装运日期|到港日期|订单日期',
  ],
  [
    'amount',
    'transaction amount|payment amount|invoice amount|gross amount|net amount|total amount|amount transactions|total|wrbtr|dmbtr|netwr|' +
      'betrag|rechnungsbetrag|bruttobetrag|nettobetrag|gesamtbetrag|umsatz|summe|' +
      'сумма|сумма платежа|сумма документа|стоимость|' +
      'montant|montant total|montant ttc|montant ht|' +
      '金额|交易金额|付款金额|发票金额|合同金额|总金额|总额',
  ],
  [
    'currency',
    'currency code|ccy|waers|währung|waehrung|währungsschlüssel|валюта|код валюты|devise|monnaie|币种|货币|币别',
  ],
  [
    'goods',
    'goods description|description of goods|goods shipped|commodity description|item description|product description|material description|product|item|commodity|description|' +
      'warenbezeichnung|ware|artikelbezeichnung|artikel|materialkurztext|material|beschreibung|gegenstand|' +
      'наименование товара|описание товара|товар|номенклатура|предмет договора|' +
      'désignation des marchandises|description des marchandises|marchandise|marchandises|désignation|produit|article|' +
      '货物名称|商品名称|品名|货名|货物|商品|货物描述',
  ],
  [
    'hs_code',
    'hs|hs code|hscode|hts|hts code|tariff code|commodity code|customs tariff number|hs number|' +
      'zolltarifnummer|warennummer|warentarifnummer|hs-code|statistische warennummer|' +
      'код тн вэд|тн вэд|код тнвэд|тнвэд|' +
      'code sh|code douanier|nomenclature douanière|' +
      '海关编码|hs编码|商品编码|税则号|税则号列',
  ],
  ['quantity', 'qty|menge|menge in me|stückzahl|anzahl|количество|кол-во|quantité|qté|数量|件数'],
  [
    'via',
    'handled by|intermediary|intermediaries|broker|forwarder|freight forwarder|notify party|notify|originator bank|originating bank|ordering bank|remitting bank|payer bank|debtor bank|beneficiary bank|payee bank|creditor bank|receiving bank|intermediary bank|correspondent bank|' +
      'vermittler|spediteur|spedition|notify-adresse|auftraggeberbank|empfängerbank|bank des auftraggebers|bank des empfängers|korrespondenzbank|' +
      'посредник|экспедитор|банк плательщика|банк отправителя|банк получателя|банк-корреспондент|уведомляемая сторона|' +
      'intermédiaire|transitaire|courtier|partie à notifier|banque du donneur d’ordre|banque du bénéficiaire|banque intermédiaire|' +
      '通知方|通知人|货代|货运代理|中间商|付款银行|付款人开户行|收款银行|收款人开户行|中间行',
  ],
  ['source', SOURCE_WORDS],
  ['known_on', KNOWN_ON_WORDS],
]

export const RELATION_WORDS: HeaderWords = [
  ['id', 'relation id|relationship id|statement id'],
  ['kind', 'relation|relationship|relation kind|link kind'],
  [
    'percent',
    'percentage|share|stake|ownership|ownership percent|ownership percentage|shareholding|%|' +
      'anteil|anteil in %|anteil %|beteiligung|beteiligung in %|prozent|beteiligungsquote|' +
      'доля|доля %|процент|доля участия|' +
      'pourcentage|participation|part|taux de détention|' +
      '持股比例|股权比例|比例|出资比例',
  ],
  ['basis', 'nature of stake|art der beteiligung'],
  [
    'since',
    'start date|from date|valid from|seit|gültig ab|gültig von|дата начала|с даты|depuis|date de début|起始日期|开始日期',
  ],
  [
    'until',
    'end date|to date|valid to|valid until|gültig bis|дата окончания|по дату|date de fin|结束日期|截止日期|终止日期',
  ],
  ['source', SOURCE_WORDS],
  ['known_on', KNOWN_ON_WORDS],
]
