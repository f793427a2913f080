import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { PARTY_TYPES } from '../../src/model/record.js'
import type { Subject } from '../../src/model/subject.js'
import { packSubjects, unpackSubjects } from '../../src/parties/packed-subjects.js'

const subject: fc.Arbitrary<Subject> = fc.record({
  names: fc.uniqueArray(fc.oneof(fc.string(), fc.constantFrom('a\nb', 'Пеленг', '')), { minLength: 1, maxLength: 2 }),
  type: fc.constantFrom(...PARTY_TYPES),
  countries: fc.uniqueArray(fc.constantFrom('BY', 'RU', 'CN'), { maxLength: 2 }),
  identifiers: fc.array(fc.constant({ scheme: 'lei', value: 'x' }), { maxLength: 1 }),
  dates: fc.constantFrom([], [{ text: '1999', first: 10_592, last: 10_956 }]),
})

test('subjects come out of another thread as they went in', () => {
  fc.assert(
    fc.property(fc.array(subject, { maxLength: 20 }), (subjects) => {
      expect(unpackSubjects(structuredClone(packSubjects(subjects)))).toEqual(subjects)
    }),
  )
})
