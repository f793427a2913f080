import type { Outlet, Surroundings } from './surroundings.js'

/**
 * Whether to colour what goes to a stream. An option decides before the environment; then `NO_COLOR` (https://no-color.org:
 * any value but the empty one), then `FORCE_COLOR` (`0` and `false` say no), then whether the stream is a terminal.
 */
export function wantsColor(option: boolean | undefined, env: Surroundings['env'], stream: Outlet): boolean {
  if (option !== undefined) return option
  const no = env['NO_COLOR']
  if (no !== undefined && no !== '') return false
  const force = env['FORCE_COLOR']
  if (force !== undefined) return force !== '0' && force !== 'false'
  return stream.isTTY === true && env['TERM'] !== 'dumb'
}

/** Columns to fit a table into; `undefined` where nobody looks at a screen, so that nothing is cut or wrapped. */
export function terminalWidth(stream: Outlet): number | undefined {
  return stream.isTTY === true && stream.columns !== undefined && stream.columns > 0 ? stream.columns : undefined
}
