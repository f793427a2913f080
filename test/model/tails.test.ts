import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createTails, type Tail } from '../../src/model/tails.js'

test('what is made of the rest of a chain is what is made of its steps, however little is remembered', () => {
  const pool = Array.from({ length: 6 }, (_, key) => ({ key }))
  const chains = fc.array(fc.array(fc.constantFrom(...pool), { maxLength: 5 }), { maxLength: 30 })
  let asked = 0
  let made = 0
  fc.assert(
    fc.property(chains, fc.integer({ min: 1, max: 20 }), fc.nat(2), (all, most, from) => {
      const remembered = createTails<{ readonly key: number }, string>(most, () => 1)
      for (const chain of all) {
        const found: string[] = []
        const make = ({ key }: { readonly key: number }): string => {
          made++
          return `made of ${key}`
        }
        let tail: Tail<unknown, string> | undefined = remembered(chain, from, make)
        for (; tail !== undefined; tail = tail.next) found.push(tail.made)
        const expected = chain.slice(from).map(({ key }) => `made of ${key}`)
        asked += expected.length
        expect(found).toEqual(expected)
      }
    }),
    { numRuns: 500 },
  )
  expect(made).toBeLessThan(asked)
})
