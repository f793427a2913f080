import { describe, expect, test } from '@jest/globals'
import { chooseSources, knownSources } from '../../src/cli/list-sources.js'

const NAMES = ['ofac-sdn', 'ofac-consolidated', 'us-csl', 'eu', 'uk', 'un']
const chosen = (names: readonly string[], held: readonly string[] = []) =>
  chooseSources(knownSources(), names, new Set(held)).sources.map(({ name }) => name)

describe('the sources', () => {
  test('are all that are free for any use where none is named, and those that were accepted before', () => {
    expect(chosen([])).toEqual(NAMES)
    expect(chosen([], ['opensanctions'])).toEqual([...NAMES, 'opensanctions'])
  })

  test('are those that are named, in the order of the table', () => {
    expect(chosen(['un', 'eu', 'opensanctions'])).toEqual(['eu', 'un', 'opensanctions'])
  })

  test('that there are not are told, with what was meant', () => {
    const { problems } = chooseSources(knownSources(), ['ofac-sdm', 'nothing'], new Set())
    expect(problems.map(({ message, hint }) => [message, hint?.split(';')[0]])).toEqual([
      ['unknown list "ofac-sdm"', 'did you mean ofac-sdn?'],
      ['unknown list "nothing"', `known are ${[...NAMES, 'opensanctions'].join(', ')}`],
    ])
  })

  test('take their addresses from a config, and get others by it', () => {
    const known = knownSources({
      un: { files: { 'un.xml': 'https://mirror.example/un.xml' }, hosts: ['.cdn.example'] },
      eu: { hosts: ['eu.example'] },
      'house-list': { files: { 'house.csv': 'https://intranet.example/house.csv' } },
    })
    const [eu, un, house] = ['eu', 'un', 'house-list'].map((name) => known.find((source) => source.name === name))
    expect(un).toMatchObject({
      files: [{ name: 'un.xml', url: 'https://mirror.example/un.xml' }],
      hosts: ['.un.org', '.cdn.example'],
    })
    expect(eu?.hosts).toEqual(['.ec.europa.eu', 'eu.example'])
    expect(eu?.files).toHaveLength(1)
    expect(house).toMatchObject({ title: 'house-list', files: [{ name: 'house.csv' }], hosts: [] })
  })
})
