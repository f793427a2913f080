import { expect, test } from '@jest/globals'
import { branchReadings } from '../../src/match/branch.js'

test.each([
  ['VTB Bank, Shanghai branch', 'VTB Bank', 'stated'],
  ['VTB Bank (Shanghai) branch', 'VTB Bank', 'stated'],
  ['VTB Bank Shanghai Branch', 'VTB Bank', 'stated'],
  ['VTB Bank Harbin City Branch', 'VTB Bank', 'stated'],
  ['Shanghai Branch of VTB Bank', 'VTB Bank', 'stated'],
  ['VTB Bank, representative office in Minsk', 'VTB Bank', 'stated'],
  ['中国工商银行上海分行', '中国工商银行', 'stated'],
  ['VTB Shanghai', 'VTB', 'city'],
  ['VTB Hong Kong', 'VTB', 'city'],
])('%s is a branch of %s (%s)', (name, head, kind) => {
  expect(branchReadings(name).map((reading) => [reading.head, reading.kind])).toContainEqual([head, kind])
})

test.each(['Peleng', 'Olive Branch', 'Branch', 'Shanghai', 'VTB Bank', '', 'branch '.repeat(500)])(
  '%s is no branch',
  (name) => {
    expect(branchReadings(name).filter((reading) => reading.head === name)).toEqual([])
  },
)
