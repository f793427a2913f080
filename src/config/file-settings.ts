import type { ColumnMap, FileSettings, MapFlags } from '../model/file-settings.js'
import type { Config, ConfigFile } from './schema.js'

/** What the command line says of all files of records. */
export interface FileFlags {
  readonly encoding?: string
  readonly delimiter?: string
  readonly map?: MapFlags
}

/** What is said of a file: by the command line, else by the first entry of the config that fits its path; `undefined` where nothing is. */
export function settingsOf(path: string, config: Config | undefined, flags: FileFlags): FileSettings | undefined {
  const own = entryOf(path, config)
  const { map, ...forms } = flags
  const said: FileSettings = {
    ...(own === undefined ? {} : ofConfig(own)),
    ...forms,
    ...(map === undefined || map.columns.size === 0 ? {} : { flags: map }),
  }
  return Object.keys(said).length === 0 ? undefined : said
}

/** The entry with exactly this path, else the first whose pattern fits it. */
export function entryOf(path: string, config: Config | undefined): ConfigFile | undefined {
  const entries = Object.entries(config?.files ?? {})
  const exact = entries.find(([name]) => plainPath(name) === plainPath(path))
  return (exact ?? entries.find(([name]) => fits(name, path)))?.[1]
}

function plainPath(path: string): string {
  return path.replace(/^(?:\.\/)+/, '')
}

/** Whether a config speaks of one of the files, or of none at all. */
export function fitsSome(paths: readonly string[], config: Config | undefined): boolean {
  const isSilent = Object.keys(config?.files ?? {}).length === 0
  return isSilent || paths.some((path) => entryOf(path, config) !== undefined)
}

/** `*` and `?` stand for anything but a slash, `**` for that too; a pattern without a slash speaks of files in any folder. */
function fits(pattern: string, path: string): boolean {
  const whole = plainPath(path)
  const text = pattern.includes('/') ? whole : whole.slice(whole.lastIndexOf('/') + 1)
  const shape = plainPath(pattern).replaceAll(/\*\*\/?|\*|\?|[.+^${}()|[\]\\]/g, (sign) => {
    if (sign === '*') return '[^/]*'
    if (sign === '?') return '[^/]'
    return sign.startsWith('**') ? '.*' : `\\${sign}`
  })
  return new RegExp(`^${shape}$`, 'su').test(text)
}

function ofConfig(file: ConfigFile): FileSettings {
  const { columns, ...others } = file
  const map: ColumnMap = new Map(
    Object.entries(columns ?? {}).map(([field, names]) => [field, typeof names === 'string' ? [names] : names]),
  )
  return { ...defined(others), ...(map.size === 0 ? {} : { columns: map }) }
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** Without the keys that hold nothing: a file of which nothing is said is read the fast way. */
function defined<T extends object>(value: T): Defined<T> {
  const kept: Defined<T> = {}
  for (const key in value) {
    const its = value[key]
    if (its !== undefined) Object.assign(kept, { [key]: its })
  }
  return kept
}
