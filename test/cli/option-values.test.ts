import { describe, expect, test } from '@jest/globals'
import { readMaxBad } from '../../src/cli/bad-rows.js'
import {
  readCount,
  readDay,
  readPercent,
  readScore,
  readWord,
  readWords,
  type ValueReader,
} from '../../src/cli/option-values.js'
import type { Problem } from '../../src/model/problem.js'

function reading<T>(read: ValueReader<T>, text: string) {
  const problems: Problem[] = []
  return { value: read('--option', text, (problem) => problems.push(problem)), problems }
}

const kinds = readWords(['supply', 'payment', 'owns'] as const)
const directions = readWord(['suppliers', 'customers', 'both'] as const)

describe('values that are taken', () => {
  test.each<[string, ValueReader<unknown>, string, unknown]>([
    ['count', readCount, '1', 1],
    ['count', readCount, '007', 7],
    ['count', readCount, '999999999', 999_999_999],
    ['score', readScore, '0', 0],
    ['score', readScore, '1', 1],
    ['score', readScore, '.85', 0.85],
    ['score', readScore, '0.9', 0.9],
    ['percent', readPercent, '10', '10'],
    ['percent', readPercent, '12.50%', '12.50'],
    ['percent', readPercent, '100', '100'],
    ['day', readDay, '2024-02-29', '2024-02-29'],
    ['word', directions, 'both', 'both'],
    ['words', kinds, 'payment,supply', ['supply', 'payment']],
    ['words', kinds, ' owns , owns', ['owns']],
    ['bad rows', readMaxBad, '0', '0'],
    ['bad rows', readMaxBad, '2.5%', '2.5%'],
  ])('%s', (_, read, text, value) => {
    expect(reading(read, text)).toEqual({ value, problems: [] })
  })
})

describe('values that are refused, with what was expected and what stood there', () => {
  test.each<[string, ValueReader<unknown>, string, string, string | undefined]>([
    ['count', readCount, '0', 'expected a whole number from 1, got "0"', undefined],
    ['count', readCount, '2x', 'got "2x"', undefined],
    ['count', readCount, '-1', 'got "-1"', undefined],
    ['count', readCount, '1.5', 'got "1.5"', undefined],
    ['count', readCount, '1e3', 'got "1e3"', undefined],
    ['count', readCount, '', 'got ""', undefined],
    ['count', readCount, '0x4', 'got "0x4"', undefined],
    ['score', readScore, '1.01', 'expected a number from 0 to 1, got "1.01"', undefined],
    ['score', readScore, '-0.1', 'got "-0.1"', undefined],
    ['score', readScore, '0,9', 'got "0,9"', undefined],
    ['score', readScore, 'NaN', 'got "NaN"', undefined],
    ['percent', readPercent, '101', 'expected a percentage from 0 to 100', undefined],
    ['percent', readPercent, '-5', 'got "-5"', undefined],
    ['day', readDay, '2024-02-30', 'got "2024-02-30"', 'the calendar has no such day'],
    ['day', readDay, '2024-02', 'expected a day as YYYY-MM-DD', 'write the day as 2024-07-24'],
    ['day', readDay, '24.07.2024', 'got "24.07.2024"', 'write the day as 2024-07-24'],
    ['word', directions, 'suplliers', '"suplliers"', 'did you mean suppliers?'],
    ['word', directions, 'up', '"up"', 'known are suppliers, customers, both'],
    ['words', kinds, 'supply,paymnet', '"paymnet"', 'did you mean payment?'],
    ['words', kinds, '', '""', 'known are supply, payment, owns'],
    ['bad rows', readMaxBad, '-1', 'expected a number of rows or a percentage such as 2%, got "-1"', undefined],
    ['bad rows', readMaxBad, '101%', 'got "101%"', undefined],
    ['bad rows', readMaxBad, 'some', 'got "some"', undefined],
  ])('%s %#', (_, read, text, message, hint) => {
    const { value, problems } = reading(read, text)
    expect(value).toBeUndefined()
    expect(problems).toEqual([
      expect.objectContaining({ severity: 'error', code: 'usage', message: expect.stringContaining(message) }),
    ])
    expect(problems[0]?.hint).toBe(hint)
  })
})
