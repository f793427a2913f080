import { describe, expect, test } from '@jest/globals'
import type { Step, StepKind } from '../../src/model/report.js'
import { chainParts, chainText } from '../../src/report/chain-text.js'

const step = (fromName: string, along: boolean, kind: StepKind, toName: string): Step => {
  return { from: fromName, to: toName, fromName, toName, along, kind, evidence: [] }
}

const CHAIN = [
  step('Green Cycle Energy', true, 'supply', 'BelOMO Holding'),
  step('BelOMO Holding', false, 'member-of', 'Diaproektor'),
  step('Diaproektor', true, 'supply', 'Peleng'),
]

describe('chainText', () => {
  test.each([
    [CHAIN, 'Green Cycle Energy ─supply→ BelOMO Holding ←member-of─ Diaproektor ─supply→ Peleng'],
    [[step('Russian military', false, 'supply', 'Peleng')], 'Russian military ←supply─ Peleng'],
    [[step('Maker', true, 'via', 'Bank')], 'Maker ─via→ Bank'],
    [[], ''],
  ])('%#', (chain, text) => {
    expect(chainText(chain)).toBe(text)
  })

  test('is broken before its arrows', () => {
    expect(chainParts(CHAIN)).toEqual([
      'Green Cycle Energy',
      '─supply→ BelOMO Holding',
      '←member-of─ Diaproektor',
      '─supply→ Peleng',
    ])
  })
})
