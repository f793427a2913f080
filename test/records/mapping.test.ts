import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { foldHeader } from '../../src/records/columns.js'
import type { FileSettings } from '../../src/model/file-settings.js'
import { brief, entities, links } from './reading.js'

const saidOf = (
  columns: Readonly<Record<string, readonly string[]>>,
  more: Partial<FileSettings> = {},
): FileSettings => ({
  ...more,
  columns: new Map(Object.entries(columns)),
})

describe('columns by the names that exports give them', () => {
  test.each([
    ['German', 'Lieferantennummer;Firmenname;Land;Anschrift;USt-IdNr.', 'L1;Peleng;Belarus;Minsk;BY1'],
    ['Russian', 'Код контрагента;Наименование;Страна;Адрес;ИНН', 'L1;Peleng;Беларусь;Minsk;BY1'],
    ['French', 'Code fournisseur;Raison sociale;Pays;Adresse;Numéro de TVA', 'L1;Peleng;Bélarus;Minsk;BY1'],
    ['Chinese', '供应商编号;公司名称;国家;地址;税号', 'L1;Peleng;白俄罗斯;Minsk;BY1'],
    ['English', 'Vendor No.;Vendor Name;Country Key;Street address;VAT No.', 'L1;Peleng;BLR;Minsk;BY1'],
  ])('%s: parties', async (_, header, row) => {
    const { records, problems } = await entities(`${header}\n${row}\n`)
    expect(problems).toEqual([])
    expect(records[0]).toMatchObject({ id: 'L1', name: 'Peleng', country: 'BY', address: 'Minsk' })
    expect(records[0]?.identifiers.map(({ value }) => value)).toEqual(['BY1'])
  })

  test.each([
    [
      'German',
      'Belegnummer;Verkäufer;Käufer;Belegdatum;Betrag;Währung;Warenbezeichnung;Zolltarifnummer;Menge',
      'supply',
    ],
    [
      'Russian',
      'Номер документа;Поставщик;Покупатель;Дата;Сумма;Валюта;Наименование товара;Код ТН ВЭД;Количество',
      'supply',
    ],
    [
      'French',
      'Numéro de facture;Fournisseur;Client;Date de facture;Montant;Devise;Désignation;Code SH;Quantité',
      'supply',
    ],
    ['Chinese', '发票号;卖方;买方;日期;金额;币种;货物名称;海关编码;数量', 'supply'],
    ['English payments', 'Payment ID;Debtor;Creditor;Value date;Amount;Ccy;Description;HTS;Qty', 'payment'],
  ])('%s: transactions', async (_, header, kind) => {
    const { records, problems } = await links(`${header}\nD1;A;B;2024-02-01;5.50;EUR;diodes;854141;3\n`)
    expect(problems).toEqual([])
    expect(records[0]).toMatchObject({
      id: 'D1',
      kind,
      from: 'A',
      to: 'B',
      amount: '5.50',
      currency: 'EUR',
      goods: 'diodes',
    })
    expect(records[0]).toMatchObject({ date: { text: '2024-02-01' }, hsCode: '854141', quantity: '3' })
  })

  test.each([
    ['Gesellschafter;Tochtergesellschaft;Anteil in %;seit', 'A;B;50;2020'],
    ['Акционер;Дочерняя компания;Доля %;Дата начала', 'A;B;50;2020'],
    ['股东;子公司;持股比例;开始日期', 'A;B;50;2020'],
  ])('relations: %s', async (header, row) => {
    const { records, problems } = await links(`${header}\n${row}\n`, 'relations')
    expect(problems).toEqual([])
    expect(records[0]).toMatchObject({ kind: 'owns', from: 'A', to: 'B', percent: '50', date: { text: '2020' } })
  })

  test('a documented name goes before its synonyms, which are said to be left alone', async () => {
    const { records, problems } = await entities('Firma,name\nHead office,Peleng\n')
    expect(records[0]?.name).toBe('Peleng')
    expect(problems.map((problem) => problem.message)).toEqual(['columns that are not known are left alone: "Firma"'])
  })

  test('of two days the better known is taken, of two names none', async () => {
    const dated = await links('seller,buyer,Buchungsdatum,Belegdatum\nA,B,2024-02-02,2024-02-01\n')
    expect(dated.records[0]?.date?.text).toBe('2024-02-01')
    const named = await entities('Firma,Unternehmen\nPeleng,Zenit\n')
    expect(named.problems.map(brief)).toEqual(['error:1 doubled-column Unternehmen'])
    expect(named.names).toEqual(['2:Peleng'])
  })

  test('banks and notify parties handled the deal, however many columns name them', async () => {
    const { records } = await links('payer,payee,Originator bank,Banque du bénéficiaire\nA,B,VTB,"Alfa; Beta"\n')
    expect(records[0]?.via.toSorted()).toEqual(['Alfa', 'Beta', 'VTB'])
  })

  test('words that do not say what passes need a kind', async () => {
    const without = await links('Absender,Empfänger\nA,B\n')
    expect(without.problems.map(brief)).toEqual(['error:1 missing-column kind'])
    expect(without.names).toEqual(['2:A', '2:B'])
    expect((await links('kind,Absender,Empfänger\npayment,A,B\n')).records[0]).toMatchObject({ kind: 'payment' })
  })
})

test('a name folds to the same, whether all of it is ASCII or not', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii' }), (name) => {
      expect(`${foldHeader(name)}ж`).toBe(foldHeader(`${name}ж`))
    }),
  )
})

describe('a mapping that the user says', () => {
  test('goes before what the columns are called', async () => {
    const said = saidOf({ name: ['Firma'] })
    const { records, problems } = await entities('name,Firma\nJ. Smith,Peleng\n', { said })
    expect(records[0]?.name).toBe('Peleng')
    expect(problems.map((problem) => problem.message)).toEqual(['columns that are not known are left alone: "name"'])
  })

  test('chooses one of two that refuse the file without it', async () => {
    const { records, problems } = await entities('name,Name\nJ. Smith,Peleng\n', { said: saidOf({ name: ['Name'] }) })
    expect(records[0]?.name).toBe('Peleng')
    expect(problems.every((problem) => problem.severity === 'warning')).toBe(true)
    const second = await entities('name,name\nJ. Smith,Peleng\n', { said: saidOf({ name: ['name#2'] }) })
    expect(second.records[0]?.name).toBe('Peleng')
  })

  test('gives the kind by the word for the end', async () => {
    const said = saidOf({ payer: ['a'], payee: ['b'] })
    expect((await links('a,b\nX,Y\n', 'transactions', {}, { said })).records[0]).toMatchObject({
      kind: 'payment',
      from: 'X',
    })
  })

  test('joins the parts of a name, and reads it as its beginnings too', async () => {
    const said = saidOf({ name: ['N1', 'N2', 'N3'] })
    const { records } = await entities('N1,N2,N3\nPELENG,JSC,Attn Mr X\nZENIT,,\n', { said })
    expect(records.map(({ name, aliases }) => [name, aliases])).toEqual([
      ['PELENG JSC Attn Mr X', ['PELENG', 'PELENG JSC']],
      ['ZENIT', []],
    ])
  })

  test('closes the gap after a full field of 35 characters', async () => {
    const said = saidOf({ name: ['N1', 'N2'] })
    const { records } = await entities('N1,N2\nBELARUSIAN OPTICAL AND MECHANICAL A,SSOCIATION\n', { said })
    expect(records[0]?.aliases).toContain('BELARUSIAN OPTICAL AND MECHANICAL ASSOCIATION')
  })

  test.each([
    ['a column that is not there', { name: ['Frima'] }, 'did you mean "Firma"?'],
    ['a field that is none', { nmae: ['Firma'] }, 'did you mean "name"?'],
    [
      'two columns for a field that holds one',
      { name: ['Firma'], country: ['Land', 'Staat'] },
      'only name, aliases, identifiers, address, goods, via are read from several columns together',
    ],
    ['one column twice for a field', { name: ['Firma', 'firma'] }, 'say each column once'],
    ['two columns of one name', { name: ['x'] }, 'say which: "x#1" or "x#2"'],
  ])('%s refuses the file, and its names are kept', async (_, columns, hint) => {
    const { problems, tally } = await entities('Firma,Land,Staat,x,x\nPeleng,BY,BY,1,2\n', { said: saidOf(columns) })
    const [first] = problems.filter((problem) => problem.severity === 'error')
    expect(first).toMatchObject({ code: 'bad-mapping', line: 1, hint })
    expect(tally.input()).toMatchObject({ rows: 1, accepted: 0, rejected: 1 })
  })

  test('of JSON: a record may lack the column, the file may not', async () => {
    const said = saidOf({ name: ['firma'], country: ['land'] })
    const { records, problems } = await entities('[{"firma":"Peleng"},{"firma":"Zenit","land":"BY"}]', { said })
    expect([records.length, problems]).toEqual([2, []])
    const without = await entities('[{"firma":"Peleng"}]', { said })
    expect(without.problems.map(brief)).toEqual(['error: bad-mapping land'])
  })
})

describe('what a row says of the parties that it names', () => {
  const said = saidOf({
    payer: ['p_id'],
    from_name: ['p_name'],
    from_country: ['p_country'],
    payee: ['r'],
    beneficiary_bank: ['bank'],
    beneficiary_bank_bic: ['bic'],
  })

  test('names, countries and codes', async () => {
    const rows = 'p_id,p_name,p_country,r,bank,bic\np1,Peleng,BY,Zenit,VTB,vtbrrumm\n,Peleng,,Zenit,,VTBRRUMM\n'
    const { records, problems } = await links(rows, 'transactions', {}, { said })
    expect(problems).toEqual([])
    expect(records[0]).toMatchObject({
      from: 'p1',
      via: ['VTB'],
      parties: [
        { text: 'p1', name: 'Peleng', country: 'BY', identifiers: [] },
        { text: 'VTB', type: 'bank', identifiers: [{ scheme: 'swift', value: 'VTBRRUMM' }] },
      ],
    })
    expect(records[1]).toMatchObject({ from: 'Peleng', via: ['VTBRRUMM'] })
  })

  test('a bad code degrades the row', async () => {
    const { tally, problems } = await links(
      'p_id,p_name,p_country,r,bank,bic\np1,P,BY,Z,VTB,12\n',
      'transactions',
      {},
      { said },
    )
    expect(problems.map(brief)).toEqual(['warning:2 bad-identifier bic'])
    expect(tally.input()).toMatchObject({ accepted: 1, degraded: 1 })
  })
})
