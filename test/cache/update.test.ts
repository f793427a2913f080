import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { folderOf } from '../../src/cache/store.js'
import type { ListSource } from '../../src/lists/sources.js'
import {
  cutOff,
  endless,
  file,
  marked,
  redirect,
  silent,
  slow,
  startServer,
  status,
  type ListServer,
  type Play,
} from './list-server.js'
import { makeCache, unList, unSource, type CacheScene } from './scene.js'

let server: ListServer
let scene: CacheScene

beforeEach(async () => {
  server = await startServer()
  scene = makeCache()
})
afterEach(async () => {
  await server.close()
  scene.remove()
})

const OLD = unList('2026-11-20', 40)
const NEW = unList('2026-11-24', 41)

/** The cache with the list of 20 November in it. */
async function withOld(): Promise<void> {
  server.play('/un.xml', file(OLD))
  const told = await scene.update([unSource(server.origin)])
  expect(told.problems).toEqual([])
  expect(told.lists[0]?.outcome).toBe('new')
}

const days = async (name?: string) => (await scene.versions(name)).map(({ day }) => day)

describe('a list that is fetched', () => {
  test('gets its place by its day and hash, with where it came from and under which headers', async () => {
    server.play('/un.xml', file(OLD, { 'last-modified': 'Fri, 20 Nov 2026 01:00:00 GMT', etag: '"a"' }))
    const told = await scene.update([unSource(server.origin)])
    expect(told).toMatchObject({ complete: true, lists: [{ name: 'un', outcome: 'new', isNewest: true }] })
    const [version] = await scene.versions()
    expect(version).toMatchObject({
      list: 'UN Security Council',
      day: '2026-11-20',
      dayFrom: 'file',
      format: 'un-xml',
      entries: 40,
      takenAt: '2026-11-25T09:00:00.000Z',
      files: [{ name: 'un.xml', url: `${server.origin}/un.xml`, headers: { etag: '"a"' } }],
    })
    expect(version?.hash).toBe(version?.files[0]?.sha256)
    expect(server.asked[0]?.headers).toMatchObject({ 'user-agent': expect.stringMatching(/^hopscreen\/\d/) })
    expect(await scene.damage()).toEqual([])
  })

  test('takes the place of the one before, which stays as a version', async () => {
    await withOld()
    server.play('/un.xml', file(NEW))
    const told = await scene.update([unSource(server.origin)])
    expect(told.lists[0]).toMatchObject({ outcome: 'new', version: { entries: 41 }, before: { entries: 40 } })
    expect(await days()).toEqual(['2026-11-20', '2026-11-24'])
  })

  test.each([
    ['packed on the way', file(gzipSync(NEW), { 'content-encoding': 'gzip' })],
    ['packed by its publisher', file(gzipSync(NEW))],
    ['both', file(gzipSync(gzipSync(NEW)), { 'content-encoding': 'gzip' })],
  ])('is kept unpacked: %s', async (_, play) => {
    server.play('/un.xml', play)
    await scene.update([unSource(server.origin)])
    const [version] = await scene.versions()
    expect(version === undefined ? '' : readFileSync(join(folderOf(scene.cache, version), 'un.xml'), 'utf8')).toBe(NEW)
  })

  test.each([
    [{ etag: '"v1"' }, { 'if-none-match': '"v1"' }],
    [{ 'last-modified': 'Fri, 20 Nov 2026 01:00:00 GMT' }, { 'if-modified-since': 'Fri, 20 Nov 2026 01:00:00 GMT' }],
  ])('is not sent again where %j still holds', async (marks, asks) => {
    server.play('/un.xml', marked(OLD, marks))
    await scene.update([unSource(server.origin)])
    const told = await scene.update([unSource(server.origin)])
    expect(server.asked[1]?.headers).toMatchObject(asks)
    expect(told).toMatchObject({ complete: true, lists: [{ outcome: 'unchanged', version: { day: '2026-11-20' } }] })
    expect(await days()).toEqual(['2026-11-20'])
  })

  test('that is sent again and the same is no new version', async () => {
    await withOld()
    const told = await scene.update([unSource(server.origin)])
    expect(told.lists[0]?.outcome).toBe('unchanged')
    expect(await days()).toEqual(['2026-11-20'])
  })

  test('is asked for whole where somebody changed what is kept, and put right', async () => {
    server.play('/un.xml', marked(OLD, { etag: '"v1"' }))
    await scene.update([unSource(server.origin)])
    const [version] = await scene.versions()
    const path = join(version === undefined ? '' : folderOf(scene.cache, version), 'un.xml')
    writeFileSync(path, OLD.replace('HOUSE OF AALORD', 'NOBODY'))
    expect(await scene.damage()).toEqual(['un.xml was changed'])
    const told = await scene.update([unSource(server.origin)])
    expect(server.asked[1]?.headers).not.toHaveProperty('if-none-match')
    expect(told.problems).toMatchObject([{ severity: 'warning', code: 'cache-mended' }])
    expect(await scene.damage()).toEqual([])
  })

  test.each([
    ['a record that is no JSON', '{'],
    ['a record of another list', '{"schemaVersion":1}'],
  ])('replaces a version with %s', async (_, text) => {
    await withOld()
    const [version] = await scene.versions()
    writeFileSync(join(version === undefined ? '' : folderOf(scene.cache, version), 'version.json'), text)
    expect(await scene.damage()).toHaveLength(1)
    const told = await scene.update([unSource(server.origin)])
    expect(told).toMatchObject({ complete: true, lists: [{ outcome: 'new' }] })
    expect(await scene.damage()).toEqual([])
  })
})

describe('trouble that passes is waited for', () => {
  test.each<readonly [string, readonly Play[]]>([
    ['500 twice', [status(500), status(503)]],
    ['a line that is cut', [cutOff(NEW)]],
    ['a server that says nothing', [silent]],
    ['too many requests', [status(429)]],
    ['gzip that is cut off', [file(gzipSync(NEW).subarray(0, 200), { 'content-encoding': 'gzip' })]],
  ])('%s', async (_, plays) => {
    await withOld()
    server.play('/un.xml', ...plays, file(NEW))
    const told = await scene.update([unSource(server.origin)])
    expect(told).toMatchObject({ complete: true, lists: [{ outcome: 'new', version: { day: '2026-11-24' } }] })
    expect(scene.waits).toHaveLength(plays.length)
  })

  test('each time longer, by chance between half and all of it', async () => {
    server.play('/un.xml', status(502))
    await scene.update([unSource(server.origin)], { retries: 5 })
    expect(scene.waits).toHaveLength(5)
    scene.waits.forEach((ms, at) => {
      expect(ms).toBeGreaterThanOrEqual(250 * 2 ** at)
      expect(ms).toBeLessThanOrEqual(500 * 2 ** at)
    })
  })

  test.each([
    ['7', 7000],
    ['Wed, 25 Nov 2026 09:00:30 GMT', 30_000],
  ])('not before the server says: Retry-After: %s', async (retryAfter, ms) => {
    server.play('/un.xml', status(429, { 'retry-after': retryAfter, date: 'Wed, 25 Nov 2026 09:00:00 GMT' }), file(NEW))
    const told = await scene.update([unSource(server.origin)])
    expect(scene.waits).toEqual([ms])
    expect(told.complete).toBe(true)
  })

  test('but not for hours', async () => {
    await withOld()
    server.play('/un.xml', status(429, { 'retry-after': '7200' }))
    const told = await scene.update([unSource(server.origin)])
    expect(scene.waits).toEqual([])
    expect(told.problems[0]?.message).toMatch(/answers 429 \(too many requests\) and asks to come back in 7200 seconds/)
  })
})

/** What a server may do, what is said, and what a person can do about it. */
const FAILURES: readonly (readonly [what: string, play: Play, message: RegExp, hint: RegExp])[] = [
  ['slow without end', slow(NEW), /not whole after 0\.8 seconds, 3 times/, /--timeout/],
  ['silent', silent, /(?:no answer in time|not whole after 0\.8 seconds), 3 times/, /try again later/],
  ['cut off', cutOff(NEW), /cut off|not as long as/, /try again later/],
  ['403', status(403), /answers 403: the server, or a proxy on the way, refuses it/, /lists import/],
  ['404', status(404), /answers 404: there is no such file/, /"sources" in the config/],
  ['500 for good', status(500), /answers 500, 3 times/, /try again later/],
  ['204', status(204), /answers 204, and not with a file/, /moved/],
  ['304 that nobody asked for', status(304), /answers 304, and not with a file/, /moved/],
  ['redirects in a circle', redirect('/un.xml'), /redirects more than 5 times/, /moved/],
  [
    'redirects to another host',
    redirect('http://localhost:1/un.xml'),
    /redirects to http:\/\/localhost:1, which is not known/,
    /"hosts": \["localhost:1"\]/,
  ],
  ['redirects to a file', redirect('file:///etc/passwd'), /redirects to null, which is not known/, /hosts/],
  ['redirects to nowhere', status(302), /redirects to nowhere/, /moved/],
  ['longer than it says', file(NEW, { 'content-length': '1200' }), /./, /./],
  ['endless', endless, /longer than the 4 MiB that are allowed/, /--max-size/],
  [
    'a gzip bomb',
    file(gzipSync(Buffer.alloc(1 << 25)), { 'content-encoding': 'gzip' }),
    /longer than the 4 MiB that are allowed/,
    /--max-size/,
  ],
  [
    'a bomb that is packed twice',
    file(gzipSync(gzipSync(Buffer.alloc(1 << 25)))),
    /longer than|packed more densely|expected/,
    /./,
  ],
  [
    'packed by what nobody asked for',
    file(NEW, { 'content-encoding': 'br' }),
    /packed by "br", which nobody asked for/,
    /./,
  ],
  ['an HTML page with 200', file('<!DOCTYPE html><html><body>Please log in</body></html>'), /HTML/, /./],
  ['nothing at all', file(''), /the file is empty/, /./],
  ['another list', file('id,name\n1,Peleng\n'), /it is csv, and was un-xml before/, /--accept-format/],
  [
    'yesterday’s file',
    file(unList('2026-11-19', 40)),
    /it is of 2026-11-19, and the one before is of 2026-11-20/,
    /lists prune un@2026-11-20/,
  ],
  [
    'half the entries',
    file(unList('2026-11-24', 20)),
    /it has 20 entries, and had 40: more than 10 % fewer/,
    /--max-drop/,
  ],
  ['half a file', file(NEW.slice(0, NEW.length / 2)), /./, /./],
]

describe('what a server does leaves the last version standing', () => {
  test.each(FAILURES)('%s', async (_, play, message, hint) => {
    await withOld()
    server.play('/un.xml', play)
    const told = await scene.update([unSource(server.origin)])
    expect(told).toMatchObject({ complete: false, lists: [{ outcome: 'failed', version: { day: '2026-11-20' } }] })
    const errors = told.problems.filter(({ severity }) => severity === 'error')
    expect(errors.map((problem) => problem.message).join('\n')).toMatch(message)
    expect(errors.map((problem) => problem.hint ?? 'none is needed').join('\n')).toMatch(hint)
    expect(await days()).toEqual(['2026-11-20'])
    expect(await scene.damage()).toEqual([])
    expect(readdirSync(join(scene.cache, 'lists', '.new'))).toEqual([])
  })

  test('and the others go on', async () => {
    server.play('/un.xml', status(404))
    server.play('/house.csv', file('id,name,listed_on\n1,Peleng,2020-01-01\n'))
    const house: ListSource = {
      name: 'house',
      title: 'house',
      files: [{ name: 'house.csv', url: `${server.origin}/house.csv` }],
      formats: [],
      hosts: [],
    }
    const told = await scene.update([unSource(server.origin), house])
    expect(told.complete).toBe(false)
    expect(told.lists.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['un', 'failed'],
      ['house', 'new'],
    ])
  })
})

describe('a list of which there is none yet', () => {
  test('is not taken from a table that anybody could have written', async () => {
    server.play('/un.xml', file('name,country\nSomebody,RU\n'))
    const told = await scene.update([unSource(server.origin)])
    expect(told).toMatchObject({ complete: false, lists: [{ outcome: 'failed' }] })
    expect(told.problems[0]?.message).toBe('the list un is not taken: it is csv, not un-xml')
    const taken = await scene.update([unSource(server.origin)], { acceptFormat: true })
    expect(taken).toMatchObject({ complete: true, lists: [{ outcome: 'new', version: { format: 'csv' } }] })
  })
})

test('what may be secret of an address is not kept', async () => {
  server.play('/un.xml', file(NEW))
  const [source] = [unSource(server.origin)].map((each) => ({
    ...each,
    files: each.files.map(({ name, url }) => ({ name, url: `${url.replace('//', '//me:secret@')}?token=secret` })),
  }))
  if (source === undefined) throw new Error('no source')
  await scene.update([source])
  expect((await scene.versions())[0]?.files[0]?.url).toBe(`${server.origin}/un.xml`)
})

describe('a redirect', () => {
  test('is followed to a host that is known', async () => {
    const other = await startServer()
    other.play('/real.xml', file(NEW))
    server.play('/un.xml', redirect(`${other.origin}/real.xml`))
    const told = await scene.update([unSource(server.origin, [new URL(other.origin).host])])
    await other.close()
    expect(told.complete).toBe(true)
    expect((await scene.versions())[0]?.files[0]?.url).toBe(`${other.origin}/real.xml`)
  })
})

const SET = ['sdn.csv', 'alt.csv', 'add.csv', 'sdn_comments.csv']
const sdnRows = (count: number) =>
  Array.from(
    { length: count },
    (_, at) =>
      `${1000 + at},"HOUSE ${letterOf(at)}","-0- ","CUBA","-0- ","-0- ","-0- ","-0- ","-0- ","-0- ","-0- ","-0- "\r\n`,
  ).join('')
const letterOf = (at: number) => String.fromCodePoint(65 + (at % 26)) + String.fromCodePoint(65 + Math.floor(at / 26))

function playSet(rows: number, lastModified = 'Tue, 24 Nov 2026 14:00:00 GMT', version = '1'): void {
  const at = (name: string, text: string) =>
    server.play(`/${name}`, marked(text, { etag: `"${name}-${version}"`, 'last-modified': lastModified }))
  at('sdn.csv', sdnRows(rows))
  at('alt.csv', '1000,1,"aka","FIRST HOUSE","-0- "\r\n')
  at(
    'add.csv',
    Array.from({ length: rows }, (_, row) => `${1000 + row},${row},"-0- ","-0- ","-0- ","-0- "\r\n`).join(''),
  )
  at('sdn_comments.csv', '')
}

const ofac = (): ListSource => ({
  name: 'ofac-sdn',
  title: 'OFAC',
  files: SET.map((name) => ({ name, url: `${server.origin}/${name}` })),
  formats: ['ofac-sdn-csv'],
  hosts: [],
})

describe('a list of several files', () => {
  test('is one version, of the day on which its server changed it', async () => {
    playSet(30)
    const told = await scene.update([ofac()])
    expect(told.problems.filter(({ severity }) => severity === 'error')).toEqual([])
    const [version] = await scene.versions('ofac-sdn')
    expect(version).toMatchObject({ day: '2026-11-24', dayFrom: 'server', entries: 30 })
    expect(version?.files.map(({ name }) => name)).toEqual(SET)
  })

  test('is not taken without one of them', async () => {
    playSet(30)
    server.play('/alt.csv', status(404))
    const told = await scene.update([ofac()])
    expect(told.lists[0]).toEqual({ name: 'ofac-sdn', outcome: 'failed' })
    expect(await days('ofac-sdn')).toEqual([])
  })

  test('keeps those that did not change', async () => {
    playSet(30)
    await scene.update([ofac()])
    server.play('/sdn.csv', file(sdnRows(31), { 'last-modified': 'Wed, 25 Nov 2026 08:00:00 GMT' }))
    server.play(
      '/add.csv',
      file(Array.from({ length: 31 }, (_, row) => `${1000 + row},${row},"-0- ","-0- ","-0- ","-0- "\r\n`).join('')),
    )
    await scene.update([ofac()])
    expect(server.asked.slice(4).map(({ headers }) => headers['if-none-match'] !== undefined)).toEqual([
      true,
      true,
      true,
      true,
    ])
    const versions = await scene.versions('ofac-sdn')
    expect(versions.map(({ day, entries }) => [day, entries])).toEqual([
      ['2026-11-24', 30],
      ['2026-11-25', 31],
    ])
    expect(versions[1]?.files[1]).toEqual(versions[0]?.files[1])
    expect(await scene.damage()).toEqual([])
  })

  test('is all unchanged where each of them is', async () => {
    playSet(30)
    await scene.update([ofac()])
    const told = await scene.update([ofac()])
    expect(told.lists[0]).toMatchObject({ outcome: 'unchanged' })
  })

  test('that goes back to an older file is not taken, whatever day is shown', async () => {
    playSet(30, 'Mon, 23 Nov 2026 14:00:00 GMT', '1')
    await scene.update([ofac()])
    playSet(31, 'Tue, 24 Nov 2026 14:00:00 GMT', '2')
    await scene.update([ofac()])
    playSet(30, 'Mon, 23 Nov 2026 14:00:00 GMT', '3')
    const back = await scene.update([ofac()])
    expect(back.problems.map(({ code }) => code)).toContain('list-day-back')
    server.play('/sdn.csv', file(sdnRows(30)))
    const undated = await scene.update([ofac()])
    expect(undated.problems.map(({ code }) => code)).toContain('list-day-back')
    expect(await days('ofac-sdn')).toEqual(['2026-11-23', '2026-11-24'])
  })
})

/** Looks as fast as it can, from a thread of its own, whether a path is there. */
function watch(path: string): { missed(): Promise<number> } {
  const stop = new Int32Array(new SharedArrayBuffer(4))
  const look = `const { workerData, parentPort } = require('node:worker_threads')
    let missed = 0
    while (Atomics.load(workerData.stop, 0) === 0) missed += Number(!require('node:fs').existsSync(workerData.path))
    parentPort.postMessage(missed)`
  const worker = new Worker(look, { eval: true, workerData: { path, stop } })
  return {
    missed: () =>
      new Promise((resolve) => {
        worker.on('message', resolve)
        Atomics.store(stop, 0, 1)
      }),
  }
}

describe('a publisher that goes back within a day', () => {
  test('has the last word', async () => {
    const [first, second] = [unList('2026-11-20', 40), unList('2026-11-20', 41)]
    for (const text of [first, second, first]) {
      server.play('/un.xml', file(text))
      await scene.update([unSource(server.origin)])
    }
    expect((await scene.versions()).map(({ entries }) => entries)).toEqual([41, 40])
    expect(await scene.damage()).toEqual([])
  })

  test('is at no moment without the version that it goes back to', async () => {
    const [first, second] = [unList('2026-11-20', 40), unList('2026-11-20', 41)]
    server.play('/un.xml', file(first), file(second), file(first))
    await scene.update([unSource(server.origin)])
    await scene.update([unSource(server.origin)])
    const [version] = await scene.versions()
    if (version === undefined) throw new Error('no version')
    const watcher = watch(folderOf(scene.cache, version))
    await scene.update([unSource(server.origin)])
    expect((await scene.versions()).map(({ entries }) => entries)).toEqual([41, 40])
    expect(await watcher.missed()).toBe(0)
  })
})

describe('the clock', () => {
  test('set back by years changes no order and loses no version', async () => {
    await withOld()
    server.play('/un.xml', file(NEW))
    const clock = { now: () => Date.UTC(2001, 0, 1), wait: async () => undefined }
    const told = await scene.update([unSource(server.origin)], { clock })
    expect(told).toMatchObject({ complete: true, lists: [{ outcome: 'new', isNewest: true }] })
    expect((await scene.versions()).map(({ day, order }) => [day, order])).toEqual([
      ['2026-11-20', 1],
      ['2026-11-24', 2],
    ])
  })

  test('does not say which of two versions of a day is the later', async () => {
    await withOld()
    server.play('/un.xml', file(unList('2026-11-20', 42)))
    const clock = { now: () => Date.UTC(2001, 0, 1), wait: async () => undefined }
    await scene.update([unSource(server.origin)], { clock })
    expect((await scene.versions()).map(({ entries }) => entries)).toEqual([40, 42])
  })

  test('of this machine counts last: a list without a day is of that on which its server gave it', async () => {
    const house = {
      ...unSource(server.origin),
      name: 'house',
      files: [{ name: 'h.csv', url: `${server.origin}/h.csv` }],
    }
    server.play('/h.csv', file('id,name\n1,Peleng\n', { date: 'Mon, 23 Nov 2026 14:00:00 GMT' }))
    await scene.update([house])
    expect((await scene.versions('house')).map(({ day, dayFrom }) => [day, dayFrom])).toEqual([['2026-11-23', 'clock']])
  })
})

describe('a source that is not free for every use', () => {
  const terms = { text: 'free for non-commercial use only', url: 'https://example.org/terms' }

  test('is fetched only when its terms are accepted, the first time', async () => {
    server.play('/un.xml', file(OLD))
    const source = { ...unSource(server.origin), terms }
    const refused = await scene.update([source])
    expect(server.asked).toHaveLength(0)
    expect(refused).toMatchObject({ complete: false, problems: [{ code: 'terms-not-accepted' }] })
    expect(refused.problems[0]?.hint).toBe(
      'read https://example.org/terms; where you may use it: hopscreen lists update un --accept-terms',
    )
    const accepted = await scene.update([source], { acceptTerms: true })
    expect(accepted.complete).toBe(true)
    const again = await scene.update([source])
    expect(again.complete).toBe(true)
  })

  test('is not accepted by a file that could not be fetched', async () => {
    server.play('/un.xml', status(404))
    const source = { ...unSource(server.origin), terms }
    await scene.update([source], { acceptTerms: true })
    expect(existsSync(join(scene.cache, 'lists', 'un', 'terms.json'))).toBe(false)
  })
})

describe('the demands', () => {
  test('--max-drop takes what lost more', async () => {
    await withOld()
    server.play('/un.xml', file(unList('2026-11-24', 20)))
    const told = await scene.update([unSource(server.origin)], { maxDrop: 50 })
    expect(told.complete).toBe(true)
    expect(await days()).toEqual(['2026-11-20', '2026-11-24'])
  })

  test('a row that can not be read is told, and the list is taken: which names may be missing is for the screening to weigh', async () => {
    await withOld()
    server.play('/un.xml', file(NEW.replace('<REFERENCE_NUMBER>KPe.3</REFERENCE_NUMBER>', '')))
    const told = await scene.update([unSource(server.origin)])
    expect(told.lists[0]).toMatchObject({ outcome: 'new', version: { entries: 40 } })
    expect(told.complete).toBe(false)
  })
})

describe('what a process left', () => {
  test('is taken away where it is no more, and left alone where another machine made it', async () => {
    const staging = join(scene.cache, 'lists', '.new')
    const host = (await import('node:os')).hostname().replaceAll(/[^\w-]/g, '_')
    for (const name of [`999999999@${host}-0123456789ab`, `1@elsewhere-0123456789ab`])
      mkdirSync(join(staging, name), { recursive: true })
    await withOld()
    expect(readdirSync(staging)).toEqual(['1@elsewhere-0123456789ab'])
  })
})
