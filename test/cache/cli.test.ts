import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { CacheStatus, ListOutcomes, Pruned } from '../../src/model/list-cache.js'
import type { ListsDiff } from '../../src/model/list-diff.js'
import { makePlace, type Place } from '../cli/binary.js'
import { asked } from '../cli/in-process.js'
import { unList } from './scene.js'

const HEADER = 'id,list,name,type,country,listed_on\n'
const PELENG = '33395,House list,PELENG JSC,company,BY,2021-12-02\n'
const VTB = '17013,House list,VTB BANK,bank,RU,2022-02-24\n'
const FLANGES = '9,House list,Flange Works,company,CN,2023-05-01\n'

const HOME = process.cwd()
let place: Place
beforeEach(() => {
  place = makePlace({
    'house.csv': HEADER + PELENG + VTB,
    'vendors.csv': 'id,name,country\nv1,Diaproektor,BY\nv2,Peleng,BY\nv3,Flange Works,CN\n',
    'ledger.csv': 'id,kind,from,to,date\nL1,supply,v1,v2,2024-02-01\n',
  })
  process.chdir(place.folder)
})
afterEach(() => {
  process.chdir(HOME)
  place.remove()
})

const run = (...words: readonly string[]) => asked(words, '', { HOPSCREEN_CACHE: join(place.folder, 'cache') })
const json = async <T>(...words: readonly string[]) => JSON.parse((await run(...words, '-f', 'json', '-q')).stdout) as T
const status = () => json<CacheStatus>('lists', 'status')
const days = async (name: string) => {
  const list = (await status()).lists.find((each) => each.name === name)
  return list?.versions.map(({ day, isNewest }) => `${day ?? 'none'}${isNewest ? '*' : ''}`)
}

const folders = (name: string) =>
  readdirSync(join(place.folder, 'cache/lists', name))
    .filter((each) => /^\d/.test(each))
    .sort()

/** The house list as of three days: without flanges, with them, and with a changed name. */
async function threeVersions(): Promise<void> {
  place.write('house.csv', HEADER + PELENG + VTB)
  await run('lists', 'import', 'house.csv@2023-01-10')
  place.write('house.csv', HEADER + PELENG + VTB + FLANGES)
  await run('lists', 'import', 'house.csv@2023-06-10')
  place.write('house.csv', HEADER + PELENG.replace('PELENG JSC', 'PELENG OAO') + VTB + FLANGES)
  await run('lists', 'import', 'house.csv@2024-01-10')
}

describe('without a cache', () => {
  test.each([
    ['screen', ['vendors.csv']],
    ['match', ['match', 'Peleng']],
    ['explain', ['explain', 'Peleng', 'vendors.csv']],
    ['backtest', ['backtest', 'vendors.csv']],
  ])('%s says how to get one', async (_, words) => {
    const { status: code, stdout, stderr } = await run(...words)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(
      /^error: no list to screen against: none is given, and there is none in the cache \(.*cache\)\n/,
    )
    expect(stderr).toMatch(/hint: .*hopscreen lists update, or hopscreen lists import <file>/)
  })

  test('lists status says so, and ends in 2', async () => {
    const { status: code, stderr } = await run('lists', 'status')
    expect(code).toBe(2)
    expect(stderr).toMatch(/^error: there is no list in the cache/)
  })
})

describe('lists import', () => {
  test('takes a file, and screen, match and explain use it', async () => {
    const taken = await run('lists', 'import', 'house.csv@2024-01-10')
    expect([taken.status, taken.stderr]).toEqual([0, ''])
    expect(taken.stdout).toMatch(/^house new +2024-01-10 · 2 entries · csv · [0-9a-f]{12}\n/)
    const report = JSON.parse((await run('vendors.csv', '-t', 'ledger.csv', '-f', 'json')).stdout) as {
      complete: boolean
      inputs: readonly { path: string; publishedOn?: string; sha256: string; list?: string }[]
      findings: readonly { kind: string }[]
    }
    expect(report.complete).toBe(true)
    expect(report.findings.map(({ kind }) => kind)).toEqual(['listed', 'exposed'])
    const [list] = report.inputs.filter(({ list: name }) => name !== undefined)
    expect(list).toMatchObject({
      path: expect.stringMatching(/^cache:house\/2024-01-10-[0-9a-f]{12}\/house\.csv$/),
      list: 'House list',
      publishedOn: '2024-01-10',
      sha256: (await status()).lists[0]?.versions[0]?.hash,
    })
    expect((await run('match', 'Peleng')).status).toBe(1)
    expect((await run('explain', 'v1', 'vendors.csv', '-t', 'ledger.csv')).stdout).toMatch(/Peleng/)
  })

  test('gives the same report wherever the cache is', async () => {
    await run('lists', 'import', 'house.csv@2024-01-10')
    const words = ['vendors.csv', '-t', 'ledger.csv', '-f', 'json']
    const here = (await run(...words)).stdout
    renameSync(join(place.folder, 'cache'), join(place.folder, 'elsewhere'))
    const there = await asked(words, '', { HOPSCREEN_CACHE: join(place.folder, 'elsewhere') })
    expect(there.stdout).toBe(here)
  })

  test('takes what is packed as what is in it, and the same again is nothing new', async () => {
    await run('lists', 'import', 'house.csv@2024-01-10')
    place.write('packed/house.csv.gz', gzipSync(readFileSync(join(place.folder, 'house.csv'))))
    const again = await run('lists', 'import', 'packed/house.csv.gz@2024-01-10')
    expect([again.status, again.stdout]).toEqual([0, expect.stringMatching(/^house unchanged/)])
    expect(await days('house')).toEqual(['2024-01-10*'])
  })

  describe('a list whose encoding can not be told apart', () => {
    // The Greek letters of windows-1253: they may as well be Russian ones, or Chinese.
    const greek = Buffer.from('id,list,name,country\n1,House list,\xd0\xc5\xcb\xc5 \xc1\xc2,GR\n', 'latin1')
    const found = async () => {
      const { stdout } = await run('match', 'ΠΕΛΕ ΑΒ', '-f', 'jsonl')
      return (JSON.parse(stdout) as { candidates: readonly { entryName: string }[] }).candidates[0]?.entryName
    }
    const take = (...words: readonly string[]) => run('lists', 'import', 'greek.csv@2024-01-10', ...words)
    beforeEach(() => place.write('greek.csv', greek))

    test('is refused with the word that helps, which is then remembered', async () => {
      const refused = await take()
      expect(refused.status).toBe(2)
      expect(refused.stderr).toMatch(/^hint: say it with --encoding <name>/m)
      const taken = await take('--encoding', 'windows-1253')
      expect([taken.status, taken.stderr]).toEqual([0, ''])
      expect((await status()).lists[0]?.versions[0]).toMatchObject({ encoding: 'windows-1253', state: 'intact' })
      // The second time what was worked out of it is there.
      expect([await found(), await found()]).toEqual(['ΠΕΛΕ ΑΒ', 'ΠΕΛΕ ΑΒ'])
      expect((await take('--encoding', 'windows-1253')).stdout).toMatch(/^greek unchanged/)
    })

    test('and is read otherwise where that is said of the same bytes', async () => {
      await take('--encoding', 'windows-1251')
      expect(await found()).toBeUndefined()
      expect((await take('--encoding', 'windows-1253')).stdout).toMatch(/^greek new/)
      expect(await found()).toBe('ΠΕΛΕ ΑΒ')
      expect(await days('greek')).toEqual(['2024-01-10*'])
    })

    test('an encoding that nobody knows is none', async () => {
      const { status: code, stderr } = await take('--encoding', 'grecian')
      expect(code).toBe(2)
      expect(stderr).toMatch(/^error: --encoding: expected the name of an encoding, got "grecian"\n/)
    })
  })

  test('takes a folder as all lists in it, and standard input by a name', async () => {
    place.write('in/a-list.csv', HEADER + PELENG)
    place.write('in/un.xml', unList('2026-11-20', 30))
    expect((await run('lists', 'import', 'in@2024-01-10')).status).toBe(0)
    const text = readFileSync(join(place.folder, 'house.csv'))
    const env = { HOPSCREEN_CACHE: join(place.folder, 'cache') }
    expect(place.run(['lists', 'import', '-', '--name', 'piped'], { env, input: text }).status).toBe(0)
    expect((await status()).lists.map(({ name }) => name)).toEqual(['a-list', 'piped', 'un'])
  })

  test('takes the lists of a folder, whatever else lies in it', async () => {
    place.write('lists/un.xml', unList('2026-11-20', 3))
    place.write('lists/note.xml', '<note>fetched by hand</note>')
    const { status: code, stderr } = await run('lists', 'import', 'lists')
    expect(code).toBe(2)
    expect(stderr).toMatch(/note\.xml: expected a list in a known format/)
    expect(await days('un')).toEqual(['2026-11-20*'])
  })

  test('takes none of a day that is yet to come, which would be the newest until then', async () => {
    const { status: code, stderr } = await run('lists', 'import', 'house.csv@2062-01-01')
    expect(code).toBe(2)
    expect(stderr).toMatch(/the list house is not taken: it is said to be of 2062-01-01, which is yet to come/)
    // Where the sun rises first it is tomorrow already.
    expect((await run('lists', 'import', 'house.csv@2024-07-25')).status).toBe(0)
    expect(await days('house')).toEqual(['2024-07-25*'])
  })

  test('keeps an older file as the version of its day, and says so', async () => {
    await run('lists', 'import', 'house.csv@2024-01-10')
    place.write('house.csv', HEADER + PELENG)
    const older = await run('lists', 'import', 'house.csv@2023-01-10')
    expect(older.status).toBe(0)
    expect(older.stderr).toMatch(
      /^warning: house: kept as the version of 2023-01-10; the one of 2024-01-10 stays the newest/,
    )
    expect(await days('house')).toEqual(['2024-01-10*', '2023-01-10'])
  })

  test('says of a list without a day that its age is not known, and takes none after one that has a day', async () => {
    const undated = await run('lists', 'import', 'house.csv')
    expect(undated.status).toBe(0)
    expect(undated.stderr).toMatch(/^warning: house has no day of its own/)
    expect((await run('match', 'Peleng')).status).toBe(1)
    await run('lists', 'import', 'house.csv@2024-01-10')
    place.write('house.csv', HEADER + PELENG + VTB + FLANGES)
    const { status: code, stderr } = await run('lists', 'import', 'house.csv')
    expect(code).toBe(2)
    expect(stderr).toMatch(
      /it has no day, and the one before is of 2024-01-10.*\nhint: say of which day it is: <file>@YYYY-MM-DD/,
    )
  })

  test.each<readonly [what: string, text: string, message: RegExp]>([
    ['half the entries', HEADER + PELENG, /it has 1 entries, and had 2: more than 10 % fewer/],
    [
      'another format',
      '{"id":"1","name":"Peleng","list":"House list"}\n{"id":"2","name":"VTB"}\n',
      /it is jsonl, and was csv before/,
    ],
    ['an HTML page', '<!DOCTYPE html><html></html>', /HTML/],
    ['nothing', '', /the file is empty/],
    ['a header alone', HEADER, /a header and no entries/],
  ])('does not take %s', async (_, text, message) => {
    await run('lists', 'import', 'house.csv@2024-01-10')
    place.write('house.csv', text)
    const { status: code, stderr } = await run('lists', 'import', 'house.csv@2024-02-10')
    expect(code).toBe(2)
    expect(stderr).toMatch(message)
    expect(await days('house')).toEqual(['2024-01-10*'])
  })

  test('takes both where they are asked for', async () => {
    await run('lists', 'import', 'house.csv@2024-01-10')
    place.write('house.csv', '{"id":"1","name":"Peleng","list":"House list"}\n')
    const { status: code, stdout } = await run(
      'lists',
      'import',
      'house.csv@2024-02-10',
      '--accept-format',
      '--max-drop',
      '60',
    )
    expect([code, stdout]).toEqual([0, expect.stringMatching(/1 entry \(-1\)/)])
  })

  test.each([
    [['no-such.csv'], /no such file/],
    [['house.csv', '--name', 'House List'], /--name: expected small letters/],
    [['house.csv@2024-13-01'], /expected the day of the list/],
    [['house.csv', '--max-drop', 'much'], /--max-drop: expected a percentage/],
    [['house.csv', '--max-size', '0'], /--max-size: expected a whole number/],
    [['house.csv', '-f', 'csv'], /unknown format "csv"/],
    [[], /missing required argument/],
  ])('%j', async (words, message) => {
    const { status: code, stderr } = await run('lists', 'import', ...words)
    expect(code).toBe(2)
    expect(stderr).toMatch(message)
  })

  test('takes a file that is called as the record of a version is', async () => {
    place.write('version.json', '[{"id":"1","name":"Peleng","list":"House list"}]')
    expect((await run('lists', 'import', 'version.json@2024-01-10', '--name', 'odd')).status).toBe(0)
    expect((await run('match', 'Peleng', '-l', 'cache:odd')).status).toBe(1)
  })

  test('gives JSON', async () => {
    const told = await json<ListOutcomes>('lists', 'import', 'house.csv@2024-01-10')
    expect(told).toMatchObject({
      complete: true,
      lists: [{ name: 'house', outcome: 'new', version: { entries: 2, takenBy: 'import' } }],
    })
  })
})

describe('a config', () => {
  test('may name lists of the cache, wherever it stands', async () => {
    await run('lists', 'import', 'house.csv@2024-01-10')
    place.write('in/hopscreen.config.json', '{ "lists": ["cache:house"] }')
    expect((await run('vendors.csv', '--config', 'in/hopscreen.config.json', '-q')).status).toBe(1)
  })
})

describe('--as-of', () => {
  beforeEach(threeVersions)

  test.each([
    ['2024-07-24', '2024-01-10'],
    ['2024-01-10', '2024-01-10'],
    ['2024-01-09', '2023-06-10'],
    ['2023-02-01', '2023-01-10'],
  ])('%s takes the version of that day, or the last before it: %s', async (asOf, day) => {
    const { stdout } = await run('vendors.csv', '--as-of', asOf, '-f', 'json')
    expect(stdout).toContain(`"publishedOn": "${day}"`)
  })

  test('before the first version takes that one, and says what may be missing', async () => {
    const { stderr } = await run('vendors.csv', '--as-of', '2022-06-01')
    expect(stderr).toMatch(
      /^warning: the cache has no version of house of 2022-06-01 or before; the first there is, of 2023-01-10, is used/m,
    )
  })

  test('is what match takes too', async () => {
    expect((await run('match', 'Flange Works', '--as-of', '2023-05-20')).status).toBe(0)
    expect((await run('match', 'Flange Works', '--as-of', '2023-06-20')).status).toBe(1)
  })

  test('a list of the cache can be named, beside files', async () => {
    place.write('more.csv', 'id,list,name,type,country,listed_on\n1,More,Quiet Meadow Bakery,company,PL,2020-01-01\n')
    const { stdout } = await run(
      'match',
      'Flange Works',
      'Quiet Meadow Bakery',
      '-l',
      'cache:house@2023-01-10',
      '-l',
      'more.csv',
      '-f',
      'jsonl',
    )
    const counts = stdout
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { candidates: unknown[] }).candidates.length)
    expect(counts).toEqual([0, 1])
    expect((await run('match', 'x', '-l', 'cache:hose')).stderr).toMatch(/hint: did you mean house\?/)
    expect((await run('match', 'Flange Works', '-l', 'cache:', '--as-of', '2023-02-01')).status).toBe(0)
    expect((await run('match', 'Flange Works', '-l', 'cache:house', '--as-of', '2023-02-01')).status).toBe(0)
  })

  test('a backtest goes through all of them', async () => {
    const told = JSON.parse((await run('backtest', 'vendors.csv', '-t', 'ledger.csv', '-f', 'json')).stdout) as {
      days: readonly { day: string }[]
    }
    expect(told.days.map(({ day }) => day)).toEqual(expect.arrayContaining(['2023-01-10', '2023-06-10', '2024-01-10']))
  })
})

describe('lists status', () => {
  beforeEach(threeVersions)

  const folder = () => join(place.folder, 'cache', 'lists', 'house')
  const oldest = () => readdirSync(folder()).toSorted()[0] ?? ''

  test('shows the newest of each, and how many others there are', async () => {
    const { status: code, stdout } = await run('lists', 'status')
    expect(code).toBe(0)
    expect(stdout).toMatch(
      /^house 2024-01-10 · [\d,]+ days old · 3 entries · csv · [0-9a-f]{12} · intact\n +by hand, house\.csv · taken .* UTC\n +2 older versions \(--all\)\n/,
    )
    expect((await run('lists', 'status', '--all')).stdout.match(/intact/g)).toHaveLength(3)
    expect((await run('lists', 'status', 'hose')).stderr).toMatch(/unknown list "hose"/)
  })

  test.each<readonly [what: string, spoil: (version: string) => void, message: RegExp]>([
    ['a file', (version) => writeFileSync(join(version, 'house.csv'), HEADER + VTB), /house\.csv was changed/],
    ['a missing file', (version) => rmSync(join(version, 'house.csv')), /house\.csv: no such file/],
    ['a file that was added', (version) => writeFileSync(join(version, 'alt.csv'), '1'), /alt\.csv was added/],
    [
      'a record',
      (version) => {
        const path = join(version, 'version.json')
        writeFileSync(
          path,
          readFileSync(path, 'utf8')
            .replace('"entries": 2', '"entries": 3')
            .replace(/"sha256": "./, '"sha256": "0'),
        )
      },
      /its record \(version\.json\) was changed/,
    ],
    ['a missing record', (version) => rmSync(join(version, 'version.json')), /its record \(version\.json\) is missing/],
  ])('says when somebody changed %s', async (_, spoil, message) => {
    spoil(join(folder(), oldest()))
    const { status: code, stderr } = await run('lists', 'status')
    expect(code).toBe(2)
    expect(stderr).toMatch(message)
    const { stderr: again } = await run('lists', 'status', '-q')
    expect(again).toMatch(message)
  })

  test('and so does a screening that would use it', async () => {
    const newest = readdirSync(folder()).toSorted().at(-1) ?? ''
    writeFileSync(join(folder(), newest, 'house.csv'), HEADER + VTB)
    const { status: code, stderr, stdout } = await run('vendors.csv', '-f', 'json')
    expect(code).toBe(2)
    expect(stderr).toMatch(
      /^error: cache:house\/.*\/house\.csv: the file was changed since the list was taken into the cache/,
    )
    expect(JSON.parse(stdout)).toMatchObject({ complete: false })
    expect((await run('match', 'Peleng')).status).toBe(2)
  })

  test('--max-list-age makes it 2', async () => {
    expect((await run('lists', 'status', '--max-list-age', '100000')).status).toBe(0)
    const { status: code, stderr } = await run('lists', 'status', '--max-list-age', '7')
    expect(code).toBe(2)
    expect(stderr).toMatch(
      /--max-list-age: the list house is \d+ days old; at most 7 are allowed\nhint: .*lists update house/,
    )
  })

  test('gives JSON with every version', async () => {
    expect(await status()).toMatchObject({
      complete: true,
      lists: [
        {
          name: 'house',
          day: '2024-01-10',
          entries: 3,
          state: 'intact',
          source: 'by hand, house.csv',
          versions: [{ isNewest: true }, {}, {}],
        },
      ],
    })
  })
})

describe('lists diff', () => {
  beforeEach(threeVersions)

  test('says what came and what changed, between days', async () => {
    const { status: code, stdout } = await run('lists', 'diff', '2023-02-01', '2024-02-01')
    expect(code).toBe(0)
    expect(stdout).toBe(`House list 2023-01-10 → 2024-01-10 · 1 entry added, 0 entries removed and 1 entry changed
  + Flange Works (9) company · listed 2023-05-01
  ~ PELENG OAO (33395) company · listed 2021-12-02
      names - PELENG JSC (primary)
      names + PELENG OAO (primary)

`)
  })

  test('takes files, hashes, lists and days of lists for either', async () => {
    const [newest, , first] = (await status()).lists[0]?.versions ?? []
    place.write('old.csv', HEADER + PELENG + VTB)
    for (const [old, fresh] of [
      ['old.csv', 'house'],
      ['old.csv@2023-01-10', 'cache:house'],
      [first?.hash.slice(0, 10) ?? '', newest?.hash ?? ''],
      ['house@2023-01-10', `house@${newest?.hash.slice(0, 8) ?? ''}`],
      ['cache:2023-01-10', 'cache:'],
    ]) {
      const told = await json<ListsDiff>('lists', 'diff', old ?? '', fresh ?? '')
      expect(told.lists.map(({ added, removed, changed }) => [added.length, removed.length, changed.length])).toEqual([
        [1, 0, 1],
      ])
    }
  })

  test('says whom of one’s own it concerns, and ends in 1 where it concerns one', async () => {
    const { status: code, stdout } = await run('lists', 'diff', '2023-02-01', 'house', '--entities', 'vendors.csv')
    expect(code).toBe(1)
    expect(stdout).toMatch(
      /^It concerns 2 parties:\n  Peleng \(v2, BY\) changed on House list .*\n  Flange Works \(v3, CN\) added on House list · Flange Works \(9\) · confirmed/,
    )
    place.write('others.csv', 'id,name\nx,Quiet Meadow Bakery\n')
    const none = await run('lists', 'diff', '2023-02-01', 'house', '--entities', 'others.csv')
    expect([none.status, none.stdout]).toEqual([0, expect.stringMatching(/^It concerns none of your parties\./)])
  })

  test('also by an entry that went, and by a name that brings or takes the match', async () => {
    const went = await json<ListsDiff>('lists', 'diff', 'house', '2023-02-01', '--entities', 'vendors.csv')
    expect(went.concerns?.map(({ party, change }) => [party.id, change])).toEqual([
      ['v2', 'changed'],
      ['v3', 'removed'],
    ])
    place.write('a.csv', HEADER + PELENG)
    place.write('b.csv', HEADER + PELENG.replace('PELENG JSC', 'Quiet Meadow Bakery'))
    const now = await json<ListsDiff>('lists', 'diff', 'a.csv', 'b.csv', '--entities', 'vendors.csv')
    expect(now.concerns).toMatchObject([{ party: { id: 'v2' }, change: 'changed', onlyIn: 'old' }])
  })

  test.each([
    [['2023-02-01', 'nothing.csv'], /expected a file, a day, a hash, or a list of the cache, got "nothing\.csv"/],
    [['house', 'house@2023-13-01'], /house@2023-13-01/],
    [['house', 'house@ffffff'], /expected a day or a hash of a version in the cache/],
    [['house'], /missing required argument "new"/],
    [['house', 'house', '--entities', 'none.csv'], /none\.csv: the file can't be read: no such file/],
  ])('%j ends in 2', async (words, message) => {
    const { status: code, stderr } = await run('lists', 'diff', ...words)
    expect(code).toBe(2)
    expect(stderr).toMatch(message)
  })
})

describe('lists prune', () => {
  beforeEach(threeVersions)

  test('keeps ten years by itself', async () => {
    const { status: code, stdout } = await run('lists', 'prune')
    expect([code, stdout]).toEqual([0, '0 versions taken away, 3 versions kept\n'])
  })

  test('takes what is older, but never the newest', async () => {
    expect((await run('lists', 'prune', '--keep-days', '0', '--dry-run')).stdout).toMatch(
      /2 versions would be taken away, 1 version kept/,
    )
    expect(await days('house')).toHaveLength(3)
    await run('lists', 'prune', '--keep-days', '0')
    expect(await days('house')).toEqual(['2024-01-10*'])
  })

  test('keeps the version on which a decision was made', async () => {
    const decided = await run(
      ...['decide', 'v2', 'vendors.csv', '--same', '--by', 'A', '--reason', 'the same number'],
      ...['--as-of', '2023-07-01', '--decisions', 'd.json'],
    )
    expect(decided.stderr).toBe('')
    const told = await json<Pruned>('lists', 'prune', '--keep-days', '0', '--decisions', 'd.json')
    expect(told.decisionDays).toEqual(['2023-07-01'])
    expect(await days('house')).toEqual(['2024-01-10*', '2023-06-10'])
  })

  test('takes nothing where a version can’t be read, since then the newest can’t be told', async () => {
    const newest = join(place.folder, 'cache/lists/house', folders('house').at(-1) ?? '')
    rmSync(join(newest, 'version.json'))
    const { status: code, stderr } = await run('lists', 'prune', '--keep-days', '0')
    expect(code).toBe(2)
    expect(stderr).toMatch(/a version of the list house can't be used: its record \(version\.json\) is missing/)
    expect(folders('house')).toHaveLength(3)
  })

  test('takes what is named, and nothing else', async () => {
    expect((await run('lists', 'prune', 'house')).stderr).toMatch(/expected one version, got "house"/)
    expect((await run('lists', 'prune', 'house@2023-06-11')).stderr).toMatch(/expected one version/)
    await run('lists', 'prune', 'house@2024-01-10')
    expect(await days('house')).toEqual(['2023-06-10*', '2023-01-10'])
  })
})

describe('lists by itself', () => {
  test('lists its commands', async () => {
    expect((await run('lists')).status).toBe(2)
    const help = await run('lists', '--help')
    expect([help.status, help.stderr]).toEqual([0, ''])
    for (const word of ['update', 'status', 'import', 'diff', 'prune']) {
      expect(help.stdout).toContain(`\n  ${word} `)
      expect((await run('lists', word, '--help')).stdout).toMatch(new RegExp(`^Usage: lists ${word} `))
    }
  })
})
