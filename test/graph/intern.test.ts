import { describe, expect, test } from '@jest/globals'
import { createInterner } from '../../src/graph/intern.js'

describe('interning', () => {
  test('gives dense integers in the order of first coming, and the text back', () => {
    const names = createInterner()
    expect(['b', 'a', 'b', '', '__proto__', 'constructor'].map((text) => names.idOf(text))).toEqual([0, 1, 0, 2, 3, 4])
    expect(names.size).toBe(5)
    expect(names.textOf(3)).toBe('__proto__')
  })

  test('finds without adding', () => {
    const names = createInterner()
    names.idOf('a')
    expect([names.find('a'), names.find('toString'), names.size]).toEqual([0, -1, 1])
  })

  test('knows no text for an integer that it never gave', () => {
    expect(() => createInterner().textOf(0)).toThrow(RangeError)
  })
})
