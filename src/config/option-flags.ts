import { dirname, isAbsolute, join } from 'node:path'
import type { Config } from './schema.js'

/** Options of a command line, as a person would have typed them. */
export type TypedOptions = Readonly<Record<string, string | boolean | readonly string[]>>

/** What the config says of options, as if it had been typed, so that there is one reader for both. */
export function typedOptions(config: Config, path: string): TypedOptions {
  const { $schema: _, files: __, sources: ___, names: ____, lists, kinds, decisions, baseline, ...options } = config
  const typed = Object.entries(options).flatMap(([name, value]): [string, string | boolean][] =>
    value === undefined ? [] : [[name, typeof value === 'boolean' ? value : String(value)]],
  )
  return {
    ...Object.fromEntries(typed),
    ...(kinds === undefined ? {} : { kinds: kinds.join(',') }),
    ...(lists === undefined ? {} : { list: lists.map((list) => fromFolder(list, path)) }),
    ...(decisions === undefined ? {} : { decisions: fromFolder(decisions, path) }),
    ...(baseline === undefined ? {} : { baseline: fromFolder(baseline, path) }),
  }
}

/** A path in a config is meant from the folder in which the config stands; `cache:` is no path. */
function fromFolder(path: string, config: string): string {
  return config === '-' || isAbsolute(path) || path.startsWith('cache:') ? path : join(dirname(config), path)
}
