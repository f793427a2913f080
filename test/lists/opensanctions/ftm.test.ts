import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { codes, folderOf, loadOne } from '../given.js'

const LICENCE = 'warning licence-non-commercial'

const entity = (id: string, more: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> => ({
  id,
  caption: `Zavod ${id}`,
  schema: 'Company',
  properties: { name: [`Zavod ${id}`], topics: ['sanction'] },
  referents: [],
  datasets: ['us_ofac_sdn'],
  first_seen: '2024-01-01T00:00:00',
  last_seen: '2024-06-01T00:00:00',
  last_change: '2024-01-01T00:00:00',
  target: true,
  ...more,
})

async function read(...entities: readonly Readonly<Record<string, unknown>>[]) {
  const text = entities.map((each) => `${JSON.stringify(each)}\n`).join('')
  const { list, problems } = await loadOne(join(folderOf({ 'a.json': text }), 'a.json'))
  return { ids: list.entries.map(({ entryId }) => entryId), input: list.inputs[0], list, problems }
}

describe('nothing of an OpenSanctions file is lost without a word', () => {
  test('a target that names no source is rejected, since nobody can tell which list it is on', async () => {
    const { datasets, ...without } = entity('b')
    const { ids, input, list, problems } = await read(entity('a'), { ...without, datases: datasets })
    expect(ids).toEqual(['a'])
    expect(input).toMatchObject({ rows: 2, accepted: 1, rejected: 1 })
    expect(codes(problems)).toEqual(['error broken-row:2', LICENCE, 'warning fields-unknown:2'])
    expect(problems[0]?.message).toContain('expected the field "datasets" of "b"')
    expect(problems[2]?.message).toContain('the field "datases" is not known and is left out, once')
    expect(list.complete).toBe(true)
  })

  test('two of one id that say different things are both rejected, in either order', async () => {
    const [one, other] = [entity('a'), entity('a', { caption: 'Quite Otherwise' })]
    for (const pair of [
      [one, other],
      [other, one],
    ]) {
      const { ids, input, problems } = await read(...pair, entity('b'))
      expect(ids).toEqual(['b'])
      expect(input).toMatchObject({ rows: 3, accepted: 1, rejected: 2 })
      expect(codes(problems)).toEqual(['error uid-twice:1', 'error uid-twice:2', LICENCE])
    }
  })

  test('a third of them is rejected too, whichever it repeats', async () => {
    const { ids, input } = await read(entity('a'), entity('a', { caption: 'Other' }), entity('a'), entity('b'))
    expect(ids).toEqual(['b'])
    expect(input).toMatchObject({ rows: 4, accepted: 1, rejected: 3 })
  })

  test.each([
    ['topics', { name: ['Zavod'], themes: ['sanction'] }],
    ['name', { names: ['Zavod'], topics: ['sanction'] }],
  ])(
    'a list that freezes assets and on which no entity has the property %s has been changed',
    async (name, properties) => {
      const many = Array.from({ length: 20 }, (_, at) => entity(`${at}`, { properties }))
      const { ids, list, problems } = await read(...many)
      expect(ids).toEqual([])
      expect(list.complete).toBe(false)
      expect(codes(problems)).toEqual([LICENCE, 'error list-changed'])
      expect(problems[1]?.message).toContain(`expected the properties "${name}"`)
      expect(codes((await read(...many.slice(1))).problems)).toEqual([LICENCE])
    },
  )
})
