import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Explanation } from '../../src/model/explanation.js'
import { asReport, makePlace, type Place } from './binary.js'

const FILES = {
  'vendors.csv':
    'id,name,type,country\npeleng,Peleng,company,BY\nministry,Ministry of Works,public-body,BY\nivan,Ivan Ivanov,person,BY\n' +
    'us,Our Company,company,DE\nhub,Wide Trading,company,DE\n' +
    ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => `${id},Firm ${id.toUpperCase()} Works,company,DE`).join('\n'),
  'trade.csv':
    'kind,from,to\nsupply,ministry,peleng\nsupply,a,ministry\nsupply,us,peleng\nsupply,b,us\nsupply,hub,peleng\nsupply,c,hub\nsupply,d,hub\n',
  'relations.csv': 'kind,from,to,percent\nofficer-of,ivan,peleng,\nowns,ivan,e,\nowns,f,peleng,9\nowns,peleng,g,5\n',
  'list.csv': 'id,list,name,type,country,listed_on\n33395,OFAC SDN,PELENG JSC,company,BY,2021-12-02\n',
} as const

const WORDS = [
  'vendors.csv',
  '-t',
  'trade.csv',
  '-r',
  'relations.csv',
  '-l',
  'list.csv',
  '--as-of',
  '2024-07-01',
] as const
const LIMITS = ['--self', 'us', '--hub-limit', '2', '-q'] as const

let place: Place
beforeAll(() => {
  place = makePlace(FILES)
})
afterAll(() => place.remove())

const changes = (party: string) => {
  const { stdout } = place.run(['explain', party, ...WORDS, ...LIMITS, '-f', 'json'])
  return (JSON.parse(stdout) as Explanation).verdictChanges.map(({ change, becomes }) => `${change}: ${becomes}`)
}

describe('where walks stop', () => {
  test('is in the report, each with its reason and with how many were not followed', () => {
    const { hubs, stops, summary } = asReport(place.run([...WORDS, ...LIMITS, '-f', 'json']).stdout)
    expect(hubs).toEqual([{ party: 'hub', counterparties: 3, notFollowed: 2 }])
    expect(stops).toEqual([
      { party: 'ivan', reason: 'officer', notFollowed: 1 },
      { party: 'ministry', reason: 'public-body', notFollowed: 1 },
      { party: 'peleng', reason: 'min-stake', notFollowed: 2 },
      { party: 'us', reason: 'self', notFollowed: 1 },
    ])
    expect(summary.notFollowed).toBe(7)
  })

  test('is in the table too', () => {
    const { stdout } = place.run([...WORDS, ...LIMITS.slice(0, 4)])
    expect(stdout).toContain('not followed 7 parties beyond what is reached but not walked through')
    expect(stdout).toContain('ministry: a public body, 1 not followed')
  })

  test.each([
    ['ministry', 'If walks went through Ministry of Works: 1 more party is flagged: Firm A Works'],
    ['us', 'If walks went through Our Company: 1 more party is flagged: Firm B Works'],
    ['ivan', 'If walks went through Ivan Ivanov, a person reached by an office: 1 more party is flagged: Firm E Works'],
    [
      'hub',
      'If walks went through Wide Trading in spite of its many counterparties (--hub-limit): 2 more parties are flagged: Firm C Works, Firm D Works',
    ],
    [
      'peleng',
      'If the stakes of and in Peleng under 10 % were steps (--min-stake): 2 more parties are flagged: Firm F Works, Firm G Works',
    ],
  ])('explain %s says whom the stop kept from being flagged', (party, change) => {
    expect(changes(party)).toContain(change)
  })

  test('explain says of a party beyond a stop what would flag it', () => {
    expect(changes('a')).toContain(
      'If walks went through public bodies, your own company and names of no one: Firm A Works is 2 hops from Peleng',
    )
  })
})
