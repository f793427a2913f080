import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { compareCodePoints } from '../../src/model/order.js'
import { createIdTable, SPARE, widerArena } from '../../src/columns/id-table.js'

function bytesOf(texts: readonly string[]) {
  const bytes = Buffer.concat([Buffer.from(texts.join('')), Buffer.alloc(SPARE)])
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  const bounds = Int32Array.from(
    texts.flatMap((text) => {
      const start = at
      at += Buffer.byteLength(text)
      return [start, at]
    }),
  )
  return { bytes, view, bounds }
}

const text = fc.string({
  unit: fc.constantFrom('a', 'b', '\0', 'П', '福', '\u{1f600}', '\ufffd'),
  minLength: 1,
  maxLength: 20,
})

describe('ids from bytes', () => {
  test('are those of a map of strings, one by one or together, and after a move to another thread', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 100 }), fc.nat(100), (texts, cut) => {
        const known = new Map<string, number>()
        const expected = texts.map((one) => known.get(one) ?? (known.set(one, known.size), known.size - 1))
        const { bytes, view, bounds } = bytesOf(texts)

        const together = createIdTable()
        const found = new Int32Array(texts.length)
        // Nobody notices that it rested.
        if (cut % 2 === 1) together.rest()
        together.internAll(bytes, view, bounds, texts.length, found)
        expect([...found]).toEqual(expected)

        const first = createIdTable()
        texts.slice(0, cut).forEach((one) => first.internText(one))
        if (cut % 3 === 1) first.rest()
        const moved = createIdTable({ packed: structuredClone(first.packed()) })
        if (cut % 5 < 2) moved.rest()
        expect(texts.map((_, at) => moved.intern(bytes, view, bounds[at * 2] ?? 0, bounds[at * 2 + 1] ?? 0))).toEqual(
          expected,
        )
        for (const [one, id] of known) {
          expect(moved.textOf(id)).toBe(one)
          expect(moved.findText(one)).toBe(id)
          for (const [other, its] of known) {
            expect(Math.sign(moved.compare(id, its))).toBe(Math.sign(compareCodePoints(one, other)))
          }
        }
        texts.forEach((one, at) =>
          expect(moved.find(bytes, view, bounds[at * 2] ?? 0, bounds[at * 2 + 1] ?? 0)).toBe(known.get(one)),
        )
        expect(moved.findText('another')).toBe(-1)
        expect(moved.size).toBe(known.size)
      }),
    )
  })

  test('of more bytes than 32 bits can count are refused', () => {
    expect(widerArena(2 ** 31, 2 ** 31 + 5)).toBe(2 ** 32 - 1)
    expect(() => widerArena(2 ** 32 - 1, 2 ** 32)).toThrow('4 GiB of ids and names')
  })

  test('grow by the thousand', () => {
    const table = createIdTable({ room: 3 })
    const names = Array.from({ length: 20_000 }, (_, at) => `P${at}${'x'.repeat(at % 16)}`)
    expect(names.map((name) => table.internText(name))).toEqual(names.map((_, at) => at))
    expect(names.map((name) => table.findText(name))).toEqual(names.map((_, at) => at))
    table.rest()
    expect(names.map((name) => table.internText(name))).toEqual(names.map((_, at) => at))
    expect(table.internText('another')).toBe(20_000)
    table.rest()
    expect(table.findText('another')).toBe(20_000)
    expect(() => table.textOf(20_001)).toThrow(RangeError)
  })
})
