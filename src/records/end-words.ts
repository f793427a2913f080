import type { LinkKind } from '../model/record.js'

/**
 * Columns that name the ends of a link: seller, payer, maker, owner first. Where the words say what passes between the two, they give the
 * kind of the link. The first pair of a kind is documented; words after a bar are the same end in other words.
 */
export interface EndWords {
  readonly from: string
  readonly to: string
  readonly kind?: LinkKind
  readonly file: 'transactions' | 'relations'
  /** Whether the words are canonical, so that two of them for one end refuse a file. */
  readonly documented?: true
}

export const END_WORDS: readonly EndWords[] = [
  { from: 'seller', to: 'buyer', kind: 'supply', file: 'transactions', documented: true },
  { from: 'supplier', to: 'customer', kind: 'supply', file: 'transactions', documented: true },
  { from: 'exporter', to: 'importer', kind: 'supply', file: 'transactions', documented: true },
  { from: 'shipper', to: 'consignee', kind: 'supply', file: 'transactions', documented: true },
  { from: 'payer', to: 'payee', kind: 'payment', file: 'transactions', documented: true },
  { from: 'originator', to: 'beneficiary', kind: 'payment', file: 'transactions', documented: true },
  { from: 'maker', to: 'integrator', kind: 'component', file: 'transactions', documented: true },
  { from: 'owner', to: 'owned', kind: 'owns', file: 'relations', documented: true },
  { from: 'member', to: 'group', kind: 'member-of', file: 'relations', documented: true },
  { from: 'officer', to: 'company', kind: 'officer-of', file: 'relations', documented: true },
  {
    from: 'seller name|supplier name|vendor|vendor name|exporter name|shipper name|consignor|consignor name',
    to: 'buyer name|customer name|purchaser|purchaser name|client|importer name|consignee name|ship to|sold to',
    kind: 'supply',
    file: 'transactions',
  },
  {
    from: 'verkäufer|lieferant|lieferantenname|exporteur|ausführer|versender|verlader',
    to: 'käufer|kunde|kundenname|abnehmer|importeur|einführer|warenempfänger|erwerber',
    kind: 'supply',
    file: 'transactions',
  },
  {
    from: 'продавец|поставщик|экспортер|грузоотправитель',
    to: 'покупатель|заказчик|импортер|грузополучатель',
    kind: 'supply',
    file: 'transactions',
  },
  {
    from: 'vendeur|fournisseur|exportateur|expéditeur|chargeur',
    to: 'acheteur|client|importateur|destinataire',
    kind: 'supply',
    file: 'transactions',
  },
  {
    from: '卖方|供应商|供应商名称|供货方|销售方|出口商|发货人|托运人',
    to: '买方|客户|客户名称|采购方|购买方|购货方|进口商|收货人',
    kind: 'supply',
    file: 'transactions',
  },
  {
    from: 'payer name|originator name|remitter|remitter name|ordering customer|ordering party|debtor|debtor name',
    to: 'payee name|beneficiary name|beneficiary customer|creditor|creditor name',
    kind: 'payment',
    file: 'transactions',
  },
  {
    from: 'zahler|auftraggeber|zahlungspflichtiger',
    to: 'zahlungsempfänger|begünstigter',
    kind: 'payment',
    file: 'transactions',
  },
  { from: 'плательщик', to: 'получатель платежа|получатель средств|бенефициар', kind: 'payment', file: 'transactions' },
  { from: 'payeur|donneur d’ordre|débiteur', to: 'bénéficiaire|créancier', kind: 'payment', file: 'transactions' },
  {
    from: '付款人|付款方|付款人名称|汇款人',
    to: '收款人|收款方|收款人名称|受益人',
    kind: 'payment',
    file: 'transactions',
  },
  { from: 'hersteller', to: 'verwender', kind: 'component', file: 'transactions' },
  // Whose goods or money it is these words do not say: the kind must come from a column of its own.
  { from: 'absender|отправитель|sender', to: 'empfänger|получатель|receiver|recipient', file: 'transactions' },
  {
    from: 'shareholder|parent|parent company|holder',
    to: 'subsidiary|subsidiary company|owned company|issuer',
    kind: 'owns',
    file: 'relations',
  },
  {
    from: 'eigentümer|gesellschafter|anteilseigner|aktionär|muttergesellschaft|mutter|inhaber',
    to: 'tochtergesellschaft|tochter|beteiligungsunternehmen|beteiligungsgesellschaft',
    kind: 'owns',
    file: 'relations',
  },
  {
    from: 'владелец|собственник|учредитель|акционер|участник|материнская компания',
    to: 'дочерняя компания|дочернее общество|принадлежит',
    kind: 'owns',
    file: 'relations',
  },
  {
    from: 'propriétaire|actionnaire|associé|société mère|maison mère',
    to: 'filiale|société détenue',
    kind: 'owns',
    file: 'relations',
  },
  { from: '股东|股东名称|母公司|所有者', to: '子公司|被投资企业|被投资单位', kind: 'owns', file: 'relations' },
]
