import { homedir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'
import process from 'node:process'
import type { Surroundings } from './surroundings.js'

/**
 * Where the cache is: `HOPSCREEN_CACHE`, else the place for such things on the platform, on Linux that of the XDG Base Directory Specification, by
 * which a path that is not absolute does not count.
 */
export function cacheFolder(env: Surroundings['env'], platform: NodeJS.Platform = process.platform): string {
  const own = env['HOPSCREEN_CACHE'] ?? ''
  if (own !== '') return resolve(own)
  const home = env['HOME'] ?? homedir()
  if (platform === 'win32') {
    return join(env['LOCALAPPDATA'] ?? join(env['USERPROFILE'] ?? home, 'AppData', 'Local'), 'hopscreen', 'Cache')
  }
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'hopscreen')
  const xdg = env['XDG_CACHE_HOME'] ?? ''
  return join(isAbsolute(xdg) ? xdg : join(home, '.cache'), 'hopscreen')
}
