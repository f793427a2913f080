import { expect, test } from '@jest/globals'
import { BEGINNING, END, parsePartialDate } from '../../src/model/date.js'
import type { LinkKind } from '../../src/model/record.js'
import { codeOf } from '../../src/graph/links.js'
import { afterDesignation } from '../../src/verdicts/designation.js'

interface Leg {
  readonly kind: LinkKind
  readonly first: number
  readonly last: number
}

function leg(kind: LinkKind, text?: string): Leg {
  const date = text === undefined ? undefined : parsePartialDate(text)
  return { kind, first: date?.first ?? BEGINNING, last: date?.last ?? END }
}

const LISTED = { first: parsePartialDate('2023-12-05')?.first ?? 0, last: parsePartialDate('2023-12-05')?.last ?? 0 }
const ON_OR_BEFORE = { first: BEGINNING, last: parsePartialDate('2023-12-28')?.last ?? 0 }

test.each([
  ['T1 is four days before it', [[leg('supply', '2023-12-01')]], LISTED, 'no'],
  ['a list of 28 December can not tell of T1', [[leg('supply', '2023-12-01')]], ON_OR_BEFORE, 'undecided'],
  ['T8 is after it', [[leg('supply', '2024-02-16')]], ON_OR_BEFORE, 'yes'],
  ['the day itself is after', [[leg('supply', '2023-12-05')]], LISTED, 'yes'],
  ['a month that straddles it', [[leg('supply', '2023-12')]], LISTED, 'undecided'],
  ['a month after it', [[leg('supply', '2024-02')]], LISTED, 'yes'],
  ['no date', [[leg('supply')]], LISTED, 'undecided'],
  ['a payment without a date beside its supply', [[leg('supply', '2023-12-01'), leg('payment')]], LISTED, 'no'],
  ['a payment without a date alone', [[leg('payment')]], LISTED, 'undecided'],
  ['a payment with a date counts', [[leg('supply', '2023-12-01'), leg('payment', '2024-01-01')]], LISTED, 'yes'],
  ['a membership without a date beside goods', [[leg('member-of')], [leg('supply', '2023-12-01')]], LISTED, 'no'],
  ['a membership without a date alone', [[leg('member-of')]], LISTED, 'undecided'],
  ['one leg without a date, one before', [[leg('supply')], [leg('supply', '2023-12-01')]], LISTED, 'undecided'],
  ['one leg without a date, one after', [[leg('supply')], [leg('supply', '2024-12-01')]], LISTED, 'yes'],
  ['no leg', [], LISTED, 'no'],
] as const)('%s', (_, steps, designation, expected) => {
  const legs: readonly Leg[] = steps.flat()
  let next = 0
  const links = steps.map((its) => its.map(() => next++))
  const columns = {
    kind: Uint8Array.from(legs, ({ kind }) => codeOf(kind)),
    first: Int32Array.from(legs, ({ first }) => first),
    last: Int32Array.from(legs, ({ last }) => last),
  }
  expect(afterDesignation(links, columns, designation)).toBe(expected)
})
