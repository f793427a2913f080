import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { makePlace, type Place } from '../cli/binary.js'
import { asked } from '../cli/in-process.js'
import { unList } from './scene.js'

const HOUSE = `id,list,name,type,country,listed_on,identifiers
33395,House list,PELENG JSC,company,BY,2021-12-02,by-unp:100230519
17013,House list,VTB BANK,bank,RU,2022-02-24,
4,House list,"OREKHOV, Timur Danilovich",person,RU,2023-02-24,
`
const NAMES = [
  'Peleng',
  'ОАО «Пеленг»',
  'VTB Bank, Shanghai branch',
  'Timur Orehov',
  'House of Aalord',
  'Nobody at all',
]

const HOME = process.cwd()
let place: Place
beforeEach(async () => {
  place = makePlace({ 'house.csv': HOUSE, 'un.xml': unList('2024-01-10', 60) })
  process.chdir(place.folder)
  await run('lists', 'import', 'house.csv@2024-01-10', 'un.xml')
})
afterEach(() => {
  process.chdir(HOME)
  place.remove()
})

const cache = () => join(place.folder, 'cache')
const run = (...words: readonly string[]) => asked(words, '', { HOPSCREEN_CACHE: cache() })
const match = (...words: readonly string[]) => run('match', ...NAMES, '-f', 'jsonl', ...words)
const kept = () => (existsSync(join(cache(), 'compiled')) ? readdirSync(join(cache(), 'compiled')) : [])
const keptFile = () => join(cache(), 'compiled', kept()[0] ?? '')

describe('what is worked out of the lists of the cache', () => {
  test.each([
    [[]],
    [['--as-of', '2022-06-01']],
    [['--only-lists', 'house list']],
    [['--max-list-age', '10000']],
    [['-l', 'cache:house']],
    [['--min-score', '0.5']],
  ])('gives the same answer as the lists themselves: %j', async (words) => {
    const first = await match(...words)
    expect(kept()).toHaveLength(1)
    expect(await match(...words)).toEqual(first)
    expect(kept()).toHaveLength(1)
  })

  test('is used: what it says is what is answered', async () => {
    await match()
    const [name = ''] = kept()
    const before = readFileSync(keptFile())
    await match()
    expect(readFileSync(keptFile()).equals(before)).toBe(true)
    expect(kept()).toEqual([name])
  })

  test.each([0, 31, 32, 40, 200, 5000, -1])('is not trusted when byte %d of it is another', async (at) => {
    const first = await match()
    const bytes = readFileSync(keptFile())
    const spot = at < 0 ? bytes.length + at : at
    bytes[spot] = (bytes[spot] ?? 0) ^ 1
    writeFileSync(keptFile(), bytes)
    expect(await match()).toEqual(first)
    expect(readFileSync(keptFile()).equals(bytes)).toBe(false)
  })

  test.each([0, 10, 1000])('nor when it ends after %d bytes', async (length) => {
    const first = await match()
    writeFileSync(keptFile(), readFileSync(keptFile()).subarray(0, length))
    expect(await match()).toEqual(first)
  })

  test('may be deleted', async () => {
    const first = await match()
    rmSync(join(cache(), 'compiled'), { recursive: true })
    expect(await match()).toEqual(first)
  })

  test('does not hide that somebody changed a list since', async () => {
    await match()
    const folder = join(cache(), 'lists', 'house')
    const file = join(folder, readdirSync(folder).find((name) => name.startsWith('2024')) ?? '', 'house.csv')
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.replace('PELENG JSC', 'NOBODY AAA'))
    const { status, stderr } = await match()
    expect(status).toBe(2)
    expect(stderr).toMatch(/house\.csv: the file was changed since the list was taken into the cache/)
    writeFileSync(file, text)
    utimesSync(file, 1, 1)
    expect((await match()).status).toBe(1)
  })

  test('is made anew for a new version', async () => {
    await match()
    place.write('house.csv', `${HOUSE}5,House list,Nobody at all,company,BY,2023-01-01,\n`)
    await run('lists', 'import', 'house.csv@2024-02-10')
    const last = (await match()).stdout.trim().split('\n').at(-1) ?? ''
    expect((JSON.parse(last) as { candidates: unknown[] }).candidates).toHaveLength(1)
  })

  test('is kept for a few questions, and not for all that were ever asked', async () => {
    for (let age = 5000; age < 5008; age++) await match('--max-list-age', String(age))
    expect(kept()).toHaveLength(4)
  })

  test('holds for all days on which the same entries count, and for no others', async () => {
    await match('--as-of', '2024-03-01')
    const before = readFileSync(keptFile())
    for (const day of ['2024-03-02', '2024-01-10', '2029-12-31']) await match('--as-of', day)
    expect(readFileSync(keptFile()).equals(before)).toBe(true)
    for (const day of [
      '2024-01-10',
      '2023-02-24',
      '2023-02-23',
      '2022-02-24',
      '2022-02-23',
      '2021-12-02',
      '2021-12-01',
      '2024-07-24',
    ]) {
      const told = await match('--as-of', day, '-l', 'cache:house')
      rmSync(join(cache(), 'compiled'), { recursive: true, force: true })
      expect([day, await match('--as-of', day, '-l', 'cache:house')]).toEqual([day, told])
    }
  })

  test('is another one for what a config says of names', async () => {
    place.write('words.json', '{ "names": { "synonyms": [["Pelikan Optics", "Peleng"]], "weights": { "place": 1 } } }')
    const candidates = async (...words: readonly string[]) =>
      (await run('match', 'Pelikan Optics', '-f', 'jsonl', ...words)).stdout
    const without = await candidates()
    expect(await candidates('--config', 'words.json')).toContain('33395')
    expect(await candidates('--config', 'words.json')).toContain('33395')
    expect(await candidates()).toBe(without)
    expect(without).not.toContain('33395')
  })

  test('does not hold beyond the day from which a list is too old', async () => {
    expect((await match('--as-of', '2024-01-20', '--max-list-age', '10')).status).toBe(1)
    expect((await match('--as-of', '2024-01-21', '--max-list-age', '10')).status).toBe(2)
  })

  test('is not kept where an error was said, nor for lists that are no cache’s', async () => {
    await match('--max-list-age', '3')
    await run('match', 'Peleng', '-l', 'house.csv')
    expect(kept()).toEqual([])
  })
})
