import { describe, expect, test } from '@jest/globals'
import { progressText } from '../../src/cli/fetch-progress.js'

const files = (...each: readonly (readonly [name: string, bytes: number, of: number | undefined])[]) =>
  new Map(each.map(([name, bytes, of]) => [name, { bytes, of }]))

describe('the line while lists are fetched', () => {
  test.each([
    [files(['un un.xml', 500_000, 2_000_000]), '[#####---------------] 25 % of 2.0 MB, un un.xml'],
    [
      files(['un un.xml', 2_000_000, 2_000_000], ['eu eu.xml', 0, 2_000_000]),
      '[##########----------] 50 % of 4.0 MB, eu eu.xml',
    ],
    [files(['un un.xml', 2_000_000, 2_000_000]), '[####################] 100 % of 2.0 MB'],
    // Packed on the way: the length is that of what is packed, and where one is not known there is no share.
    [files(['un un.xml', 500_000, undefined], ['eu eu.xml', 100_000, 200_000]), '0.6 MB, un un.xml, eu eu.xml'],
    [files(['un un.xml', 0, 0]), '[--------------------] 0 % of 0.0 MB'],
  ])('%#', (given, text) => {
    expect(progressText(given)).toBe(text)
  })
})
