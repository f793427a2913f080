import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { asReport, makePlace, type Place } from './binary.js'

const FILES = {
  'v.csv': 'id,name,country\np,Peleng,BY\na,Alpha Works,BY\nb,Beta Works,BY\n',
  'list.csv': 'id,list,name,type,country,listed_on\n33395,OFAC SDN,PELENG JSC,company,BY,2021-12-02\n',
}
const HEADER = 'id,kind,from,to,percent,since,until'

let place: Place
beforeEach(() => {
  place = makePlace(FILES)
})
afterEach(() => place.remove())

function screened(rows: readonly string[]) {
  place.write('r.csv', `${[HEADER, ...rows].join('\n')}\n`)
  const { stdout, stderr } = place.run([
    'v.csv',
    '-r',
    'r.csv',
    '-l',
    'list.csv',
    '--as-of',
    '2024-07-01',
    '-f',
    'json',
  ])
  const report = asReport(stdout)
  return {
    stderr,
    degraded: report.inputs.find(({ role }) => role === 'relations')?.degraded,
    found: report.findings.map(({ kind, confidence, party }) => `${kind} ${confidence} ${party.id}`),
  }
}

describe('stakes that can not be right', () => {
  test.each([
    ['-5', 'got "-5"'],
    ['120', 'got "120"'],
    ['fifty', 'got "fifty"'],
    ['50%', 'got "50%"\nhint: write it as 50'],
    ['"50,0"', 'got "50,0"\nhint: say the form in the config, as in "decimalComma": true'],
  ])('a percentage of %s is said, and counts as unknown: never as clear', (percent, message) => {
    const { stderr, degraded, found } = screened([`R1,owns,p,a,${percent},,`])
    expect(stderr).toContain(
      `r.csv:2: column "percent": expected a percentage from 0 to 100, as a number alone, ${message}`,
    )
    expect(degraded).toBe(1)
    expect(found).toContain('owned possible a')
  })

  test('an interval that ends before it begins is left out, and the stake counts', () => {
    const { stderr, degraded, found } = screened(['R1,owns,p,a,60,2023-05-01,2022-01-01'])
    expect(stderr).toContain('column "until": expected an end after the beginning, 2023-05-01, got "2022-01-01"')
    expect(degraded).toBe(1)
    expect(found).toContain('owned confirmed a')
  })

  test('a stake in oneself counts for nothing', () => {
    const { stderr, found } = screened(['R1,owns,a,a,60,,', 'R2,owns,p,b,40,,'])
    expect(stderr).toContain('r.csv:2: "Alpha Works" holds a stake in itself, which counts for nothing')
    expect(found).not.toContain('owned confirmed a')
  })

  test('a cycle of owners that holds 120 % of itself ends, and is said', () => {
    const { stderr, found } = screened(['R1,owns,a,b,70,,', 'R2,owns,b,a,70,,', 'R3,owns,p,a,50,,', 'R4,owns,p,b,50,,'])
    expect(stderr).toContain('the stakes in "Alpha Works" come to 120 % in all')
    expect(stderr).toContain('the stakes in "Beta Works" come to 120 % in all')
    expect(found).toEqual(expect.arrayContaining(['owned confirmed a', 'owned confirmed b']))
  })
})

describe('lists whose days can not be right', () => {
  const entry = (id: string, list: string, name: string, day: string) => `${id},${list},${name},company,BY,${day}`
  const write = (file: string, ...rows: readonly string[]) =>
    place.write(file, `${['id,list,name,type,country,listed_on', ...rows].join('\n')}\n`)

  test('a designation in the future does not count, and is said', () => {
    write(
      'l.csv',
      entry('1', 'OFAC SDN', 'PELENG JSC', '2021-12-02'),
      entry('2', 'OFAC SDN', 'Alpha Works', '2999-01-01'),
    )
    const ended = place.run(['v.csv', '-l', 'l.csv', '-f', 'json'])
    expect(ended.stderr).toMatch(
      /warning: l\.csv: 1 entry of OFAC SDN was listed after \S+ and does not count\nhint: a day to come is no designation: see entry 2, 2999-01-01\n/,
    )
    expect(asReport(ended.stdout).findings.map(({ party }) => party.id)).toEqual(['p'])
  })

  test('of a day that was asked for that is as it should be', () => {
    write(
      'l.csv',
      entry('1', 'OFAC SDN', 'PELENG JSC', '2021-12-02'),
      entry('2', 'OFAC SDN', 'Alpha Works', '2023-01-01'),
    )
    const { stderr } = place.run(['v.csv', '-l', 'l.csv', '--as-of', '2022-01-01', '-f', 'json'])
    expect(stderr).toBe('warning: l.csv: 1 entry of OFAC SDN was listed after 2022-01-01 and does not count\n')
  })

  test.each([
    [
      'in the wrong order',
      ['b.csv@2024-07-01', 'a.csv@2024-01-01'],
      'warning: a.csv: the snapshots of OFAC SDN are not in the order of their days: 2024-01-01 comes after 2024-07-01; they are taken by day',
      0,
    ],
    [
      'of different lists',
      ['a.csv@2024-01-01', 'eu.csv@2024-07-01'],
      'warning: OFAC SDN of 2024-01-01, EU FSF of 2024-07-01: these are different lists and no snapshots of one',
      0,
    ],
    [
      'of one day',
      ['a.csv@2024-01-01', 'b.csv@2024-01-01'],
      'error: b.csv: two snapshots of OFAC SDN are of 2024-01-01',
      2,
    ],
  ])('snapshots %s', (_, lists, message, status) => {
    write('a.csv', entry('1', 'OFAC SDN', 'PELENG JSC', ''))
    write('b.csv', entry('1', 'OFAC SDN', 'PELENG JSC', ''), entry('2', 'OFAC SDN', 'Alpha Works', ''))
    write('eu.csv', entry('2', 'EU FSF', 'Alpha Works', ''))
    const ended = place.run(['backtest', 'v.csv', ...lists.flatMap((list) => ['-l', list])])
    expect(ended.stderr).toContain(message)
    expect(ended.status).toBe(status)
  })
})
