import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { screen } from '../../src/screen.js'
import { csv, DEFAULTS, inputsOf } from '../inputs.js'

const PARTIES = 5

test('a party is remarked upon just where it is an end of over half of 100 or more links, those to itself among them', async () => {
  const end = fc.nat(PARTIES - 1)
  const few = fc.array(fc.tuple(end, end), { minLength: 4, maxLength: 6 })
  let [said, silent] = [0, 0]
  await fc.assert(
    fc.asyncProperty(few, fc.integer({ min: 96, max: 104 }), fc.boolean(), async (drawn, count, onlySupply) => {
      const links = Array.from({ length: count }, (_, at) => drawn[at % drawn.length] ?? [0, 1])
      const rows = links.map(([from, to], at) => `${at % 2 === 0 ? 'supply' : 'payment'},P${from},P${to}`)
      const report = await screen(
        inputsOf({
          entities: csv(
            'id,name',
            Array.from({ length: PARTIES }, (_, at) => `P${at},Party Number ${'ABCDE'[at]}`),
          ),
          transactions: csv('kind,from,to', rows),
          list: csv('id,list,name', ['E1,House,Somebody Else Entirely']),
        }),
        { ...DEFAULTS, ...(onlySupply ? { kinds: ['supply'] } : {}) },
      )
      const ends = Array.from({ length: PARTIES }, (_, party) => links.filter((pair) => pair.includes(party)).length)
      const isStar = count >= 100 && Math.max(...ends) * 2 > count
      if (isStar) said++
      else silent++
      expect(report.problems.some(({ code }) => code === 'star')).toBe(isStar)
    }),
    { numRuns: 60 },
  )
  expect([said > 5, silent > 5]).toEqual([true, true])
})
