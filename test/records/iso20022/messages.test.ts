import { describe, expect, test } from '@jest/globals'
import { brief, entities, links } from '../reading.js'

const order = (inside: string, transfers: string) => `<?xml version="1.0" encoding="UTF-8"?>
<p:Document xmlns:p="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">
<p:CstmrCdtTrfInitn><p:GrpHdr><p:MsgId>M1</p:MsgId></p:GrpHdr>
<p:PmtInf>${inside}
${transfers}
</p:PmtInf></p:CstmrCdtTrfInitn></p:Document>`

const DEBTOR = `<p:ReqdExctnDt><p:Dt>2024-02-01</p:Dt></p:ReqdExctnDt><p:Dbtr><p:Nm>Buyer GmbH</p:Nm><p:PstlAdr><p:Ctry>DE</p:Ctry></p:PstlAdr></p:Dbtr>
<p:DbtrAgt><p:FinInstnId><p:BICFI>DEUTDEFF</p:BICFI></p:FinInstnId></p:DbtrAgt>`

const TRANSFER = `<p:CdtTrfTxInf><p:PmtId><p:EndToEndId>E1</p:EndToEndId></p:PmtId><p:Amt><p:InstdAmt Ccy="EUR">1000.50</p:InstdAmt></p:Amt>
<p:CdtrAgt><p:FinInstnId><p:BICFI>VTBRRUMM</p:BICFI><p:Nm>VTB Bank</p:Nm></p:FinInstnId></p:CdtrAgt>
<p:Cdtr><p:Nm>Seller &amp; Sons</p:Nm></p:Cdtr><p:UltmtCdtr><p:Nm>Peleng</p:Nm></p:UltmtCdtr>
<p:RmtInf><p:Ustrd>Invoice 7</p:Ustrd><p:Ustrd>sights</p:Ustrd></p:RmtInf></p:CdtTrfTxInf>`

describe('pain.001', () => {
  test('each transfer is a payment with the banks that handle it', async () => {
    const { records, problems, tally } = await links(order(DEBTOR, TRANSFER))
    expect(problems).toEqual([])
    expect(tally.input()).toMatchObject({ format: 'pain.001', rows: 1, accepted: 1 })
    expect(records[0]).toMatchObject({
      id: 'E1',
      kind: 'payment',
      from: 'Buyer GmbH',
      to: 'Seller & Sons',
      date: { text: '2024-02-01' },
      amount: '1000.50',
      currency: 'EUR',
      goods: 'Invoice 7 sights',
      via: ['Peleng', 'DEUTDEFF', 'VTB Bank'],
      place: { line: 6 },
    })
    expect(records[0]?.parties).toEqual([
      { text: 'Buyer GmbH', type: 'unknown', country: 'DE', identifiers: [] },
      { text: 'DEUTDEFF', type: 'bank', identifiers: [{ scheme: 'swift', value: 'DEUTDEFF' }] },
      { text: 'VTB Bank', type: 'bank', identifiers: [{ scheme: 'swift', value: 'VTBRRUMM' }] },
    ])
  })

  test('a transfer without a creditor is rejected, and the rest goes on', async () => {
    const { tally, problems, names } = await links(order(DEBTOR, `<p:CdtTrfTxInf></p:CdtTrfTxInf>${TRANSFER}`))
    expect(problems.map(brief)).toEqual(['error:6 no-end to'])
    expect(names).toEqual(['6:Buyer GmbH'])
    expect(tally.input()).toMatchObject({ rows: 2, accepted: 1, rejected: 1 })
  })

  test.each([
    ['cut off', (text: string) => text.slice(0, -40), 'broken-xml'],
    [
      'with a document type declaration',
      (text: string) => text.replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>'),
      'xml-doctype',
    ],
    ['with an entity that nobody declared', (text: string) => text.replace('&amp;', '&x;'), 'broken-xml'],
  ])('%s: an error', async (_, change, code) => {
    const { problems } = await links(change(order(DEBTOR, TRANSFER)))
    expect(problems.map((problem) => problem.code)).toEqual([code])
  })

  test('is not a file of parties', async () => {
    const { problems } = await entities(order(DEBTOR, TRANSFER))
    expect(problems).toMatchObject([{ code: 'not-records', hint: 'give it with --transactions' }])
  })
})

const statement = (
  entries: string,
) => `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt>
<Acct><Ownr><Nm>Us Ltd</Nm></Ownr><Svcr><FinInstnId><BIC>COBADEFF</BIC></FinInstnId></Svcr></Acct>
${entries}
</Stmt></BkToCstmrStmt></Document>`

const entry = (direction: string, rest: string) =>
  `<Ntry><Amt Ccy="EUR">10.00</Amt><CdtDbtInd>${direction}</CdtDbtInd><BookgDt><Dt>2024-03-04</Dt></BookgDt>${rest}</Ntry>`

describe('camt.053', () => {
  test.each([
    ['DBIT', '<Cdtr><Nm>Them</Nm></Cdtr>', 'Us Ltd', 'Them'],
    ['CRDT', '<Dbtr><Nm>Them</Nm></Dbtr>', 'Them', 'Us Ltd'],
    ['CRDT', '<Dbtr><Pty><Nm>Them</Nm></Pty></Dbtr>', 'Them', 'Us Ltd'],
  ])('%s %s: %s pays %s', async (direction, party, from, to) => {
    const details = `<NtryDtls><TxDtls><RltdPties>${party}</RltdPties></TxDtls></NtryDtls>`
    const { records, problems, tally } = await links(statement(entry(direction, details)))
    expect(problems).toEqual([])
    expect(tally.input().format).toBe('camt.053')
    expect(records[0]).toMatchObject({ kind: 'payment', from, to, amount: '10.00', via: ['COBADEFF'] })
    expect(records[0]?.date?.text).toBe('2024-03-04')
  })

  test('each detail of a batch is a row', async () => {
    const detail = (name: string) =>
      `<TxDtls><Amt Ccy="EUR">5</Amt><RltdPties><Cdtr><Nm>${name}</Nm></Cdtr></RltdPties></TxDtls>`
    const { records } = await links(statement(entry('DBIT', `<NtryDtls>${detail('A')}${detail('B')}</NtryDtls>`)))
    expect(records.map(({ to, amount }) => [to, amount])).toEqual([
      ['A', '5'],
      ['B', '5'],
    ])
  })

  test('of a charge the other party is the bank; of whom nobody names it is unknown', async () => {
    const code = '<BkTxCd><Domn><Cd>ACMT</Cd><Fmly><Cd>MDOP</Cd><SubFmlyCd>CHRG</SubFmlyCd></Fmly></Domn></BkTxCd>'
    const { records, problems } = await links(statement(`${entry('DBIT', code)}${entry('DBIT', '')}`))
    expect(records.map(({ from, to }) => [from, to])).toEqual([['Us Ltd', 'COBADEFF']])
    expect(problems.map(({ code: its, column }) => [its, column])).toEqual([['no-end', 'to']])
  })

  test('interest is paid by the bank', async () => {
    const code = '<BkTxCd><Domn><Cd>ACMT</Cd><Fmly><Cd>MCOP</Cd><SubFmlyCd>INTR</SubFmlyCd></Fmly></Domn></BkTxCd>'
    const { records } = await links(statement(entry('CRDT', code)))
    expect(records.map(({ from, to }) => [from, to])).toEqual([['COBADEFF', 'Us Ltd']])
  })
})
