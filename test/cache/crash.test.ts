import { randomInt } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { start, startProcess, updateWords } from './binary-scene.js'
import { BINARY } from '../cli/binary.js'
import { file, startServer, type ListServer, type Play } from './list-server.js'
import { makeCache, unList, type CacheScene } from './scene.js'

/** More of them for a bench: a hundred take a minute. */
const KILLS = Number(process.env['KILLS'] ?? 8)
/** Longer than an update takes after its first request. */
const UPDATE_MS = 120

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

const dayOf = (at: number) => new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10)
const env = () => ({ HOPSCREEN_CACHE: scene.cache })

describe('an update that is killed', () => {
  test(
    `at ${KILLS} random moments leaves the cache whole, and no version is lost`,
    async () => {
      const words = updateWords(scene.cache, server.origin)
      let known: readonly string[] = []
      let [killed, whole] = [0, 0]
      for (let at = 0; at < KILLS; at++) {
        const list = unList(dayOf(at), 200 + at)
        let kill: () => void = () => undefined
        const playAndKill: Play = (request, response) => {
          setTimeout(() => kill(), randomInt(UPDATE_MS))
          file(list)(request, response)
        }
        server.play('/un.xml', playAndKill)
        const running = start(words, env())
        kill = running.kill
        const { status } = await running.ended
        if (status === null) killed++
        else whole++
        const hashes = (await scene.versions()).map(({ hash }) => hash)
        expect(await scene.damage()).toEqual([])
        expect(hashes.slice(0, known.length)).toEqual(known)
        known = hashes
      }
      expect(killed + whole).toBe(KILLS)
      expect(killed).toBeGreaterThan(0)
      server.play('/un.xml', file(unList(dayOf(KILLS), 200 + KILLS)))
      const { status, stderr } = await start(words, env()).ended
      expect([status, stderr]).toEqual([0, ''])
      expect(readdirSync(join(scene.cache, 'lists', '.new'))).toEqual([])
      expect((await scene.versions()).at(-1)?.day).toBe(dayOf(KILLS))
    },
    15_000 + KILLS * 2000,
  )
})

describe('two updates at once', () => {
  test('of the same file make one version', async () => {
    server.play('/un.xml', file(unList(dayOf(1), 300)))
    const words = updateWords(scene.cache, server.origin)
    const both = await Promise.all([start(words, env()).ended, start(words, env()).ended])
    expect(both.map(({ status, stderr }) => [status, stderr])).toEqual([
      [0, ''],
      [0, ''],
    ])
    expect((await scene.versions()).map(({ day }) => day)).toEqual([dayOf(1)])
    expect(await scene.damage()).toEqual([])
  })

  test('of files that differ keep both where neither is older than what is there, and the newer is the newest', async () => {
    server.play('/un.xml', file(unList(dayOf(1), 300)), file(unList(dayOf(2), 301)))
    const words = updateWords(scene.cache, server.origin)
    const both = await Promise.all([start(words, env()).ended, start(words, env()).ended])
    const versions = await scene.versions()
    // Which comes first is chance: then the older one is either kept or told to be older.
    expect(both.filter(({ status }) => status === 0)).toHaveLength(versions.length)
    expect(versions.at(-1)?.day).toBe(dayOf(2))
    expect(await scene.damage()).toEqual([])
  })
})

const canMount = spawnSync('unshare', ['--mount', 'sh', '-c', 'mount -t tmpfs -o size=16k none /mnt']).status === 0
const onOtherDisk = canMount ? test : test.skip

/** Runs words of a shell on a file system that is there for it alone. */
const onDisk = (mount: string, script: string) =>
  startProcess(
    'unshare',
    ['--mount', 'sh', '-c', `mkdir -p "$DISK" && mount -t tmpfs -o ${mount} none "$DISK" && ${script}`],
    {
      DISK: join(scene.cache, 'disk'),
      HOPSCREEN_CACHE: join(scene.cache, 'disk', 'cache'),
      NODE: process.execPath,
      BINARY,
    },
  ).ended

const quoted = (words: readonly string[]) => words.map((word) => `'${word}'`).join(' ')

describe('a disk (skipped where no file system may be mounted)', () => {
  onOtherDisk('that is full keeps what it has, says so, and has room for the next try', async () => {
    server.play('/un.xml', file(unList(dayOf(1), 300)), file(unList(dayOf(2), 3000)), file(unList(dayOf(3), 305)))
    const update = `"$NODE" "$BINARY" ${quoted(updateWords(scene.cache, server.origin))} -f json`
    const status = '"$NODE" "$BINARY" lists status --all'
    const { stdout, stderr } = await onDisk(
      'size=640k',
      `${update} > /dev/null && echo first; ${update} > /dev/null; echo second $?; ${status} | grep -c intact; ls "$HOPSCREEN_CACHE/lists/.new" | wc -l; ${update} > /dev/null; echo third $?; ${status} | grep -c intact`,
    )
    expect(stderr).toMatch(/error: the list un can't be written: no space left on device\nhint: make room on that disk/)
    expect(stdout).toBe('first\nsecond 2\n1\n0\nthird 0\n2\n')
  })

  onOtherDisk('that is read only is read from, and an update of it says so', async () => {
    server.play('/un.xml', file(unList(dayOf(1), 300)))
    const update = `"$NODE" "$BINARY" ${quoted(updateWords(scene.cache, server.origin))} -q`
    const { stdout, stderr } = await onDisk(
      'size=4m',
      `${update} > /dev/null && mount -o remount,ro "$DISK" && { ${update}; echo update $?; "$NODE" "$BINARY" lists status -q > /dev/null; echo status $?; "$NODE" "$BINARY" match 'House of Aalord' -q > /dev/null; echo match $?; "$NODE" "$BINARY" lists prune un@${dayOf(1)}; echo prune $?; }`,
    )
    expect(stdout).toMatch(/un +failed +2026-01-02 stays[^]*update 2\nstatus 0\nmatch 1\nprune 2\n$/)
    expect(stderr).toMatch(
      /read-only file system\nhint: that file system is read only: put the cache somewhere else with HOPSCREEN_CACHE/,
    )
  })
})

const isRoot = process.getuid?.() === 0
const asUser = isRoot || process.platform === 'win32' ? test.skip : test

describe('a folder', () => {
  asUser('that may not be written into (skipped for root, who may write everywhere) is told', async () => {
    mkdirSync(join(scene.cache, 'lists'))
    chmodSync(join(scene.cache, 'lists'), 0o500)
    server.play('/un.xml', file(unList(dayOf(1), 300)))
    const { status, stderr } = await start(updateWords(scene.cache, server.origin), env()).ended
    chmodSync(join(scene.cache, 'lists'), 0o700)
    expect(status).toBe(2)
    expect(stderr).toMatch(/permission denied\nhint: let this user write there/)
  })

  test('that is a file is told', async () => {
    const words = updateWords(scene.cache, server.origin)
    const { status, stderr } = await start(words, { HOPSCREEN_CACHE: words.at(-1) ?? '' }).ended
    expect(status).toBe(2)
    expect(stderr).toMatch(/^error: .*not a directory/)
    expect(existsSync(join(scene.cache, 'lists'))).toBe(false)
  })
})
