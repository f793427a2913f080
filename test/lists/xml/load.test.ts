import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { codes, folderOf, loadOne } from '../given.js'

const DEEP = 50_000

const withIn = (inner: string): string =>
  `<?xml version="1.0" encoding="utf-8"?><CONSOLIDATED_LIST dateGenerated="2026-01-01T00:00:00"><INDIVIDUALS><INDIVIDUAL>${inner}</INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>`

test.each(['INDIVIDUAL_ALIAS', 'STRANGE'])('a %s may be in another without end', async (name) => {
  const text = withIn(`<${name}>`.repeat(DEEP) + `</${name}>`.repeat(DEEP))
  const { list, problems } = await loadOne(join(folderOf({ 'un.xml': text }), 'un.xml'))
  expect(list.complete).toBe(false)
  expect(codes(problems)[0]).toBe('error bad-uid:1')
})

test('of strange elements the first ten are named', async () => {
  const text = withIn(Array.from({ length: 30 }, (_, at) => `<X${at}/>`).join(''))
  const { problems } = await loadOne(join(folderOf({ 'un.xml': text }), 'un.xml'))
  const strange = problems.filter(({ code }) => code === 'xml-unknown-element')
  expect(strange).toHaveLength(10)
  expect(strange[0]?.message).toContain('the element "X0" is not known and is left out, once')
})
