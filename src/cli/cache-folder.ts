import { userInfo } from 'node:os'
import { isAbsolute, join, parse, resolve } from 'node:path'
import process from 'node:process'
import type { Surroundings } from './surroundings.js'

/**
 * Where the cache is: `HOPSCREEN_CACHE`, else the place for such things on the platform, on Linux that of the XDG Base Directory Specification, by
 * which a path that is not absolute does not count.
 */
export function cacheFolder(env: Surroundings['env'], platform: NodeJS.Platform = process.platform): string {
  const own = env['HOPSCREEN_CACHE'] ?? ''
  if (own !== '') return resolve(own)
  const home = env['HOME'] || homeOfUser()
  if (platform === 'win32') {
    return join(env['LOCALAPPDATA'] || join(env['USERPROFILE'] || home, 'AppData', 'Local'), 'hopscreen', 'Cache')
  }
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'hopscreen')
  const xdg = env['XDG_CACHE_HOME'] ?? ''
  return join(isAbsolute(xdg) ? xdg : join(home, '.cache'), 'hopscreen')
}

/** Of a user that the system does not know, as in many a container, that of its root: so it is there, too, that a cache is missed. */
function homeOfUser(): string {
  try {
    return userInfo().homedir
  } catch {
    return parse(process.cwd()).root
  }
}
