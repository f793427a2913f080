import { describe, expect, test } from '@jest/globals'
import { parseListArgument } from '../../src/lists/argument.js'

describe('a list argument', () => {
  test.each([
    ['sdn.csv', { path: 'sdn.csv' }],
    ['lists/sdn.csv@2023-12-28', { path: 'lists/sdn.csv', day: '2023-12-28' }],
    ['me@home/sdn.csv', { path: 'me@home/sdn.csv' }],
    ['me@home/sdn.csv@2024-02-29', { path: 'me@home/sdn.csv', day: '2024-02-29' }],
    ['a@2023-01-01@2023-12-28', { path: 'a@2023-01-01', day: '2023-12-28' }],
    ['sdn@2023-12-28.csv', { path: 'sdn@2023-12-28.csv' }],
    ['sdn@v2', { path: 'sdn@v2' }],
    ['-', { path: '-' }],
    ['-@2023-12-28', { path: '-', day: '2023-12-28' }],
    ['@2023-12-28', { path: '@2023-12-28' }],
  ])('%s', (text, expected) => {
    expect(parseListArgument(text)).toEqual(expected)
  })

  test.each([
    'sdn.csv@2023-02-29',
    'sdn.csv@2023-13-01',
    'sdn.csv@2023-12',
    'sdn.csv@28.12.2023',
    'sdn.csv@20231228',
    'sdn.csv@2023/12/28',
  ])('%s is no day', (text) => {
    const parsed = parseListArgument(text)
    expect(parsed).toMatchObject({ problem: { severity: 'error', code: 'bad-list-day', file: 'sdn.csv' } })
    expect(JSON.stringify(parsed)).toContain(text.slice(text.indexOf('@') + 1))
  })
})
