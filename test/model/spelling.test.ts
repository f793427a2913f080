import { expect, test } from '@jest/globals'
import { nearestWords } from '../../src/model/spelling.js'

test.each([
  ['suply', ['supply', 'component'], ['supply']],
  ['ownss', ['owns', 'owned'], ['owns']],
  ['conutry', ['country', 'county'], ['country']],
  ['gift', ['supply', 'payment'], []],
  ['idd', ['id'], []],
  ['same', ['name', 'game', 'names'], ['name', 'game']],
  ['paymnet', ['payment'], ['payment']],
])('nearest to %s among %j', (word, candidates, near) => {
  expect(nearestWords(word, candidates)).toEqual(near)
})
