import { expect, test } from '@jest/globals'
import type { LinkRecord } from '../../src/model/record.js'
import { createKeptLinks } from '../../src/records/kept-links.js'

const DAY = { text: '2024-02-01', first: 19_754, last: 19_754 }

function linkOf(at: number): LinkRecord {
  const id = at % 1000 === 7 ? 'T'.repeat(256) : `T${at}`
  // More goods than there are codes for.
  const said = {
    kind: at % 3 === 0 ? 'payment' : 'supply',
    id,
    amount: `${at}.50`,
    goods: `goods ${at}`,
  } as const
  const ends = { from: 'A', to: 'B', via: [] }
  return { ...ends, ...said, currency: 'USD', date: DAY, place: { file: 'a.csv', line: at + 2 } }
}

test('links are kept by what they say as long as there are codes for it, and the others by their rows, in one order', () => {
  const count = 66_500
  const kept = createKeptLinks(count)
  let plain = 0
  for (let at = 0; at < count; at++) {
    if (kept.addPlain(linkOf(at))) plain++
    else kept.addBytes(Buffer.from(`row ${at}`))
  }
  expect(plain).toBeGreaterThan(65_000)
  expect(plain).toBeLessThan(count)
  let same = 0
  for (let at = 0; at < count; at++) {
    const { from: _, to: __, via: ___, ...said } = linkOf(at)
    const its = kept.plainAt(at, 'a.csv', at + 2)
    if (
      its === undefined
        ? kept.bytesAt(at).toString() === `row ${at}`
        : JSON.stringify(sorted(its)) === JSON.stringify(sorted(said))
    )
      same++
  }
  expect(same).toBe(count)
})

function sorted(record: object) {
  return Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1))
}
