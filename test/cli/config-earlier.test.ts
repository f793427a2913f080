import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { asReport, makePlace, SCENE, SCENE_WORDS, type Place } from './binary.js'

const EMPTY = '{ "schemaVersion": 1, "decisions": [] }\n'
const FILES = ['vendors.csv', '-t', 'ledger.csv'] as const
const WAIVE = ['--waive', '--reason', 'pipes', '--expires', '2024-12-31', '--as-of', '2024-07-01'] as const

let place: Place
beforeEach(() => {
  place = makePlace(SCENE)
})
afterEach(() => place.remove())

const config = (settings: object, path = 'hopscreen.config.json') =>
  place.write(path, JSON.stringify({ lists: ['list.csv'], ...settings }))

describe('decisions in the config', () => {
  test('decide writes there, also where there is no such file yet, and screen counts them', () => {
    config({ decisions: 'kept.json' })
    const decided = place.run(['decide', 'v1', ...FILES, ...WAIVE])
    expect(decided.stdout).toMatch(/^recorded in kept\.json: /)
    expect(readFileSync(join(place.folder, 'kept.json'), 'utf8')).toContain('"reason": "pipes"')
    const screened = asReport(place.run([...FILES, '--as-of', '2024-07-01', '-f', 'json', '-q']).stdout)
    expect(screened.waived.map(({ party }) => party.id)).toEqual(['v1'])
    expect(screened.inputs.map(({ role, path }) => [role, path])).toContainEqual(['decisions', 'kept.json'])
    const checked = place.run(['decide', '--check', ...FILES, '--as-of', '2024-07-01'])
    expect([checked.stdout, checked.status]).toEqual(['1 decision: all of them count\n', 0])
    expect(place.run(['decide', '--check', '--as-of', '2025-07-01']).status).toBe(1)
  })

  test('stand in the folder of the config, and the command line goes before them', () => {
    config({ lists: ['../list.csv'], decisions: 'kept.json' }, join('conf', 'c.json'))
    place.write(join('conf', 'kept.json'), EMPTY)
    place.write('other.json', EMPTY)
    const pathOf = (...more: readonly string[]) =>
      asReport(place.run([...FILES, '--config', 'conf/c.json', '-f', 'json', '-q', ...more]).stdout).inputs.find(
        ({ role }) => role === 'decisions',
      )?.path
    expect(pathOf()).toBe(join('conf', 'kept.json'))
    expect(pathOf('--decisions', 'other.json')).toBe('other.json')
  })

  test('that are not there are an error of the screening', () => {
    config({ decisions: 'kept.json' })
    const ended = place.run(FILES)
    expect([ended.stderr, ended.status]).toEqual(["error: kept.json: the file can't be read: no such file\n", 2])
  })

  test('are no part of a backtest, and neither is order in time', () => {
    config({ decisions: 'kept.json', baseline: 'old.json' })
    const days = ['--from', '2024-06-01', '--to', '2024-06-02']
    expect(place.run(['backtest', ...FILES, ...days]).status).toBe(0)
    config({ chronological: true })
    const ended = place.run(['backtest', ...FILES, ...days])
    expect([ended.stderr, ended.status]).toEqual(["error: --chronological can't be used with backtest\n", 2])
  })

  test('nor is what makes the exit code 1: typed for a backtest it is refused, in the config it speaks of screenings', () => {
    config({ failOn: 'listed' })
    const days = ['--from', '2024-06-01', '--to', '2024-06-02']
    expect(place.run(['backtest', ...FILES, ...days]).status).toBe(0)
    const ended = place.run(['backtest', ...FILES, ...days, '--fail-on', 'all', '--fail-hops', '2'])
    const said = ['--fail-on', '--fail-hops'].map((option) => `error: ${option} can't be used with backtest\n`)
    expect([ended.stderr, ended.status]).toEqual([said.join(''), 2])
  })
})

describe('a baseline in the config', () => {
  test('is what screen compares with, and no concern of explain or decide', () => {
    config({ baseline: 'old.json' })
    expect(place.run(['explain', 'v1', ...FILES]).status).toBe(0)
    expect(place.run(['decide', 'v1', ...FILES, ...WAIVE]).status).toBe(0)
    expect(place.run(FILES).status).toBe(2)
    place.write('none.json', '{}')
    place.write('old.json', place.run([...SCENE_WORDS, '--config', 'none.json', '-f', 'json', '-q']).stdout)
    const again = place.run([...FILES, '-f', 'json', '-q'])
    expect(asReport(again.stdout).baseline?.standing).toHaveLength(2)
    expect(again.status).toBe(0)
  })
})

test('the age of lists is in the config', () => {
  config({ maxListAge: 30 })
  const ended = place.run([...FILES, '--as-of', '2024-07-01', '-q'])
  expect(ended.stderr).toContain('--max-list-age: OFAC SDN has no day of its own')
  expect(ended.status).toBe(2)
})

test('which entries count is in the config, and in the report', () => {
  config({ onlyLists: ['sdn'], maxListAge: 30 })
  const ended = place.run([...FILES, '--as-of', '2024-07-01', '-q', '-f', 'json'])
  expect(asReport(ended.stdout).options).toMatchObject({ onlyLists: ['sdn'], maxListAge: 30 })
  config({ onlyPrograms: ['NONE SUCH'] })
  const none = place.run([...FILES, '-q'])
  expect(none.stderr).toContain('--only-programs: no programme is called "NONE SUCH"')
  expect(none.status).toBe(2)
})
