import { describe, expect, test } from '@jest/globals'
import { screen } from '../../src/screen.js'
import { DEFAULTS, inputsOf, type Texts } from '../inputs.js'

const LIST = 'id,list,name,type,country,listed_on\n1,OFAC SDN,PELENG JSC,company,BY,2021-12-02\n'
const PELENG = 'id,name,type,country\nP,Peleng JSC,company,BY\n'

async function screened(rows: string, texts: Partial<Texts> = {}) {
  const transactions = `seller,buyer,via\n${rows}\n`
  const report = await screen(inputsOf({ list: LIST, entities: PELENG, transactions, ...texts }), DEFAULTS)
  return {
    flagged: report.findings.map(({ party, hops }) => `${party.name} ${hops}`),
    stops: report.stops,
    said: report.problems.filter(({ code }) => code === 'names-no-one'),
    complete: report.complete,
  }
}

describe('a word that names no one', () => {
  test.each([
    'N/A',
    'unknown',
    'TO ORDER',
    'To Order',
    'Various',
    'diverse',
    'ДИВЕРС',
    'Не указан',
    "à l'ordre",
    '不详',
  ])('is no way from one party to another: %s', async (word) => {
    const { flagged, stops, said, complete } = await screened(`Haucore,${word},\n${word},P,`)
    const isWord = word !== 'ДИВЕРС'
    expect(flagged).toEqual(['Peleng JSC 0', `${word} 1`, ...(isWord ? [] : ['Haucore 2'])])
    expect(stops).toEqual(isWord ? [{ party: word, reason: 'no-one', notFollowed: 1 }] : [])
    expect(said.map(({ file, line, message }) => [file, line, message])).toEqual(
      isWord ? [['transactions.csv', 2, `no one is named by "${word}": walks reach it, and do not go through it`]] : [],
    )
    expect(complete).toBe(true)
  })

  test('keeps its row, and who handled it', async () => {
    const { flagged } = await screened('Haucore,TO ORDER,P')
    expect(flagged).toEqual(['Peleng JSC 0', 'Haucore 1', 'TO ORDER 1'])
  })

  test('is one where a record is named so too, and none where it is the id of somebody', async () => {
    const rows = 'Haucore,9,\n9,P,'
    const vendor = await screened(rows, { entities: `${PELENG}9,Diverse,,\n` })
    expect([vendor.flagged, vendor.said.map(({ file, line }) => [file, line])]).toEqual([
      ['Peleng JSC 0', 'Diverse 1'],
      [['entities.csv', 3]],
    ])
    const somebody = await screened('Haucore,none,\nnone,P,', { entities: `${PELENG}none,Zenith Optics,,\n` })
    expect([somebody.flagged, somebody.said]).toEqual([['Peleng JSC 0', 'Zenith Optics 1', 'Haucore 2'], []])
  })
})
