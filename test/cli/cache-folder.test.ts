import { userInfo } from 'node:os'
import { resolve } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { cacheFolder } from '../../src/cli/cache-folder.js'

describe('the cache is', () => {
  test.each([
    ['linux', { HOME: '/home/a' }, '/home/a/.cache/hopscreen'],
    ['linux', { HOME: '/home/a', XDG_CACHE_HOME: '/var/cache/a' }, '/var/cache/a/hopscreen'],
    // The specification: a path that is not absolute is to be ignored.
    ['linux', { HOME: '/home/a', XDG_CACHE_HOME: 'cache' }, '/home/a/.cache/hopscreen'],
    ['linux', { HOME: '/home/a', XDG_CACHE_HOME: '' }, '/home/a/.cache/hopscreen'],
    ['linux', { HOME: '/home/a', HOPSCREEN_CACHE: '/srv/lists', XDG_CACHE_HOME: '/x' }, '/srv/lists'],
    ['linux', { HOME: '/home/a', HOPSCREEN_CACHE: 'lists' }, resolve('lists')],
    ['linux', { HOME: '/home/a', HOPSCREEN_CACHE: '' }, '/home/a/.cache/hopscreen'],
    // As a cleaned environment has it: never a folder below the one in which somebody happens to be.
    ['linux', { HOME: '' }, `${userInfo().homedir}/.cache/hopscreen`],
    ['darwin', { HOME: '/Users/a', XDG_CACHE_HOME: '/x' }, '/Users/a/Library/Caches/hopscreen'],
  ] as const)('on %s with %j: %s', (platform, env, folder) => {
    expect(cacheFolder(env, platform)).toBe(folder)
  })

  test('where Windows keeps such things', () => {
    expect(cacheFolder({ LOCALAPPDATA: 'L' }, 'win32')).toMatch(/^L[/\\]hopscreen[/\\]Cache$/)
    expect(cacheFolder({ USERPROFILE: 'U' }, 'win32')).toMatch(/^U[/\\]AppData[/\\]Local[/\\]hopscreen[/\\]Cache$/)
  })
})
