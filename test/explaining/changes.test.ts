import { describe, expect, test } from '@jest/globals'
import { explainParty } from '../../src/explain.js'
import type { ScreenOptions } from '../../src/model/options.js'
import { csv, DEFAULTS, inputsOf } from '../inputs.js'

const NAMES = [
  'Xenon Trust',
  'Yarrow Holding',
  'Alder Works',
  'Birch Works',
  'Cedar Works',
  'Quarry Supply',
  'Main Ministry',
]
const entities = csv(
  'id,name,type,country',
  NAMES.map(
    (name) => `${name[0]?.toLowerCase() ?? ''},${name},${name === 'Main Ministry' ? 'public-body' : 'company'},KZ`,
  ),
)
const US = '1,OFAC SDN,Xenon Trust,KZ,2023-01-10'
const EU = '2,EU FSF,Xenon Trust,KZ,2023-01-10'

interface Asked extends Partial<ScreenOptions> {
  readonly list?: readonly string[]
  readonly relations?: readonly string[]
  readonly transactions?: readonly string[]
}

async function changes(party: string, { list = [US], relations = [], transactions = [], ...options }: Asked) {
  const told = await explainParty(
    inputsOf({
      entities,
      relations: csv('id,kind,from,to,percent,since,until', relations),
      transactions: csv('id,kind,from,to,date', transactions),
      list: csv('id,list,name,country,listed_on', list),
    }),
    { ...DEFAULTS, ...options },
    party,
  )
  return 'party' in told ? told.verdictChanges.map(({ change, becomes }) => `${change}: ${becomes}`) : []
}

describe('what would change the verdict', () => {
  test('each step, the target, and each of its matches that alone would not do', async () => {
    const transactions = ['T1,supply,q,a,2024-01-01', 'T2,supply,a,x,2024-02-01']
    expect(await changes('q', { transactions })).toEqual([
      'Without the supply link between Quarry Supply and Alder Works: Quarry Supply is no longer flagged',
      'Without the supply link between Alder Works and Xenon Trust: Quarry Supply is no longer flagged',
      'If Xenon Trust were not the listed party: Quarry Supply is no longer flagged',
    ])
    // With two matches neither is needed.
    expect(await changes('q', { transactions, list: [US, EU] })).toHaveLength(3)
  })
  test('a stake on which a target hangs, and the match of its owner', async () => {
    const told = await changes('q', { relations: ['R1,owns,x,a,60,,'], transactions: ['T1,supply,q,a,2024-01-01'] })
    expect(told).toEqual([
      'Without the supply link between Quarry Supply and Alder Works: Quarry Supply is no longer flagged',
      'Without what is known of Xenon Trust holding 60 % of Alder Works: Quarry Supply is no longer flagged',
      'If Xenon Trust were not entry 1 of OFAC SDN: Quarry Supply is no longer flagged',
    ])
  })
  test('one link of several where order in time hangs on it', async () => {
    const transactions = ['T1,supply,q,a,2024-01-01', 'T2,payment,a,q,', 'T3,supply,a,x,2024-02-01']
    expect(await changes('q', { transactions, chronological: true })).toContain(
      'Without both links between Quarry Supply and Alder Works: Quarry Supply is no longer flagged',
    )
  })
  test('a stop of the walk', async () => {
    const transactions = ['T1,supply,q,m,2024-01-01', 'T2,supply,m,x,2024-02-01']
    expect(await changes('q', { transactions })).toEqual([
      'If walks went through public bodies, your own company and names of no one: Quarry Supply is 2 hops from Xenon Trust',
    ])
  })
  test('a stake that is too small to be a step', async () => {
    expect(await changes('a', { relations: ['R1,owns,x,a,5,,'] })).toEqual([
      'If a stake under 10 % were a step (--min-stake): Alder Works is 1 hop from Xenon Trust',
      "With 45 % more in blocked hands (5 % are, and OFAC's 50 Percent Rule asks for 50 % or more): Alder Works is owned under US rules",
    ])
  })
})

describe('how far a sum is from the threshold', () => {
  test.each([
    ['us', US, '60', 'With more than 10 % less in blocked hands', 'not owned under US'],
    ['us', US, '50', 'With more than 0 % less in blocked hands', 'not owned under US'],
    ['us', US, '49.99', 'With 0.01 % more in blocked hands', 'owned under US'],
    ['uk', '1,UK,Xenon Trust,KZ,2023-01-10', '50.01', 'With 0.01 % less in blocked hands', 'not owned under UK'],
    ['uk', '1,UK,Xenon Trust,KZ,2023-01-10', '50', 'With more than 0 % more in blocked hands', 'owned under UK'],
  ])('%s (%s), %s %%', async (_, list, percent, change, becomes) => {
    const told = await changes('a', { list: [list], relations: [`R1,owns,x,a,${percent},,`] })
    expect(told.filter((one) => one.startsWith(change) && one.includes(becomes))).toHaveLength(1)
  })
  test('the day of the rule, and those of the stakes', async () => {
    const relations = ['R1,owns,x,a,50,2020-05-05,2025-01-01']
    const told = await changes('a', { list: [US, EU], relations })
    expect(told.filter((one) => one.startsWith('Before') || one.startsWith('From'))).toEqual([
      'Before 2020-05-05: Alder Works is not owned under US rules',
      'From 2025-01-01 on: Alder Works is not owned under US rules',
      'Before 2024-07-03: Alder Works is not owned under EU rules',
      'From 2025-01-01 on: Alder Works is not owned under EU rules',
    ])
  })
  test.each([
    [
      'R1,owns,x,a,50,,2025-02',
      ['Before 2025-02-01: Alder Works is owned', 'From 2025-02-28 on: Alder Works is not owned'],
    ],
    [
      'R1,owns,x,a,50,2025-02,',
      ['Before 2025-02-01: Alder Works is not owned', 'From 2025-02-28 on: Alder Works is owned'],
    ],
  ])('in the midst of a month that is in doubt (%s), when it began and when it is settled', async (stake, expected) => {
    const told = await changes('a', { relations: [stake, 'R2,owns,x,b,50,2026-01-01,'], asOf: '2025-02-10' })
    expect(told.filter((one) => one.startsWith('Before') || one.startsWith('From'))).toEqual(
      expected.map((one) => `${one} under US rules`),
    )
  })
  test('a stake that is still to come', async () => {
    const told = await changes('a', { relations: ['R1,owns,x,a,40,,', 'R2,owns,x,a,60,2025-01-01,'] })
    expect(told).toContain('From 2025-01-01 on: Alder Works is owned under US rules')
  })
})
