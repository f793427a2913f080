import { describe, expect, test } from '@jest/globals'
import { createFindingText } from '../../src/report/finding-text.js'
import { jsonLine, pretty } from '../../src/report/json-stream.js'
import { arrangeFinding } from '../../src/report/report-order.js'
import { SAMPLES } from './samples.js'

describe('findings written with their shared pieces once', () => {
  test.each([...SAMPLES])('are those written whole: %s', (_, sample) => {
    const { findings } = sample
    const line = createFindingText('line')
    const indented = createFindingText('indented', 2)
    // Twice, so that what is remembered is used.
    for (const finding of [...findings, ...findings]) {
      expect(`${line(finding, { type: 'finding' })}\n`).toBe(jsonLine({ type: 'finding', ...arrangeFinding(finding) }))
      expect(indented(finding)).toBe(pretty(arrangeFinding(finding), 2))
    }
  })
})
