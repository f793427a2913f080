import { describe, expect, test } from '@jest/globals'
import { entriesInForce } from '../../src/lists/in-force.js'
import { parseDay } from '../../src/model/date.js'
import { codes, folderOf, load } from './given.js'

const OWN = [
  'id,list,regime,kind,name,programs,listed_on',
  '1,OFAC SDN,us,asset-freeze,ZORIN,RUSSIA-EO14024,2022-01-01',
  '2,OFAC SDN,us,asset-freeze,DRAX,CUBA,2022-01-01',
  '3,BIS Entity List,us,export-control,STROMBERG,,2023-01-01',
  '',
].join('\n')

const inForce = async (demands: Parameters<typeof entriesInForce>[2], day = '2024-07-01') => {
  const { lists } = await load({ path: `${folderOf({ 'own.csv': OWN })}/own.csv`, day })
  return entriesInForce(lists, { day: parseDay('2024-07-24') ?? 0, given: false }, demands)
}

describe('which entries count', () => {
  test.each([
    [{}, ['1', '2', '3']],
    [{ onlyLists: ['OFAC SDN'] }, ['1', '2']],
    [{ onlyLists: ['ofac-sdn'] }, ['1', '2']],
    [{ onlyLists: ['sdn'] }, ['1', '2']],
    [{ onlyLists: ['Entity List'] }, ['3']],
    [{ onlyLists: ['sdn', 'entity list'] }, ['1', '2', '3']],
    [{ onlyPrograms: ['cuba'] }, ['2']],
    [{ onlyLists: ['sdn'], onlyPrograms: ['RUSSIA-EO14024'] }, ['1']],
  ])('%j', async (demands, ids) => {
    const { entries, problems } = await inForce(demands)
    expect(entries.map((entry) => entry.entryId)).toEqual(ids)
    expect(codes(problems)).toEqual(Object.keys(demands).length === 0 ? [] : ['warning entries-left-out'])
  })

  test.each([
    [{ onlyLists: ['OFAC SDM'] }, 'no list is called "OFAC SDM"', 'did you mean OFAC SDN?'],
    [{ onlyLists: ['entitiy list'] }, 'no list is called "entitiy list"', 'did you mean BIS Entity List?'],
    [{ onlyLists: ['EU'] }, 'no list is called "EU"', 'known are OFAC SDN; BIS Entity List'],
    [{ onlyPrograms: ['RUSSIA-EO14042'] }, 'no programme is called', 'did you mean RUSSIA-EO14024?'],
  ])('%j is an error with a hint', async (demands, message, hint) => {
    const { problems } = await inForce(demands)
    expect(problems[0]).toMatchObject({
      severity: 'error',
      code: 'unknown-choice',
      message: expect.stringContaining(message),
      hint,
    })
  })

  test('names that leave nothing are an error', async () => {
    const { problems } = await inForce({ onlyLists: ['BIS Entity List'], onlyPrograms: ['CUBA'] })
    expect(codes(problems)).toEqual(['error no-entries-chosen'])
  })
})

describe('how old a list may be', () => {
  test.each([
    [23, '2024-07-01', []],
    [22, '2024-07-01', ['error list-too-old']],
    [0, '2024-07-24', []],
    [0, '2024-08-24', []],
  ])('%i days, of a list of %s', async (maxListAge, day, expected) => {
    expect(codes((await inForce({ maxListAge }, day)).problems)).toEqual(expected)
  })

  test('a list of an unknown day can not be told to be young', async () => {
    const { lists } = await load(`${folderOf({ 'own.csv': OWN })}/own.csv`)
    const { problems } = entriesInForce(lists, { day: parseDay('2024-07-24') ?? 0, given: false }, { maxListAge: 3 })
    expect(codes(problems)).toEqual(['error list-age-unknown'])
  })
})
