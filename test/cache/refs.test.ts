import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { findVersions } from '../../src/cache/refs.js'
import { file, startServer, type ListServer } from './list-server.js'
import { makeCache, NOW, unList, unSource, type CacheScene } from './scene.js'

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

const HOUR_MS = 3_600_000

describe('a moment stands for what the cache held then', () => {
  const found = async (text: string) => {
    const { versions, problems } = await findVersions(scene.cache, text)
    return [versions.map(({ day }) => day), problems.map(({ code }) => code)]
  }

  test('since a list may come days after the day that it is of', async () => {
    for (const [at, text] of [unList('2026-11-20', 40), unList('2026-11-24', 41)].entries()) {
      server.play('/un.xml', file(text))
      const clock = { now: () => NOW + at * HOUR_MS, wait: async () => undefined }
      await scene.update([unSource(server.origin)], { clock })
    }
    // By its day the newer is that of both, however late it came.
    expect(await found('2026-11-24')).toEqual([['2026-11-24'], []])
    expect(await found('2026-11-25')).toEqual([['2026-11-24'], []])
    expect(await found('2026-11-25T10:00:00Z')).toEqual([['2026-11-20'], []])
    expect(await found('cache:2026-11-25T10:00:00.001Z')).toEqual([['2026-11-24'], []])
    // What was not there yet is all new.
    expect(await found('2026-11-25T09:00Z')).toEqual([[], []])
    expect(await found('2026-11-25T25:00Z')).toEqual([[], ['list-unknown']])
  })

  test('but nothing is not compared', async () => {
    expect(await found('2026-11-25T09:00Z')).toEqual([[], ['cache-empty']])
  })
})
