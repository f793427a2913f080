import { existsSync } from 'node:fs'
import type { Config } from '../config/schema.js'
import type { FileSettings, MapFlags } from '../model/file-settings.js'
import type { NameSettings } from '../model/name-settings.js'
import type { Problem } from '../model/problem.js'
import type { Input } from '../model/report.js'
import type { Thresholds } from '../model/thresholds.js'
import type { OpenPath } from './inputs.js'
import type { ConfigFlag, ScreenFlags } from './option-flags.js'
import { usage } from './usage.js'

export const CONFIG = 'hopscreen.config.json'

/** What a config and the options beside it say of files and of other options. */
export interface Settings {
  /** Options that the config gives, as if typed. */
  readonly flags: ScreenFlags
  /** Of a file of records, by its path as typed; `undefined` where nothing is said. */
  readonly settingsOf: (path: string) => FileSettings | undefined
  /** What there is to say of a config that speaks of files, of which none is given. */
  readonly doubtsAbout: (paths: readonly string[]) => readonly Problem[]
  readonly map?: MapFlags
  /** The user's own weights and words. */
  readonly names?: NameSettings
  /** The config as an input. */
  readonly input?: Input
  /** Paths that were read. */
  readonly paths: readonly string[]
  readonly problems: readonly Problem[]
}

const NOTHING: Settings = { flags: {}, settingsOf: () => undefined, doubtsAbout: () => [], paths: [], problems: [] }

/** Reads `--config`, or the config in the working directory, and the options that say how files are read. */
export async function readSettings(flags: ScreenFlags, open: OpenPath): Promise<Settings> {
  const { encoding, map } = flags
  const path = flags.config ?? (existsSync(CONFIG) ? CONFIG : undefined)
  if (path === undefined && encoding === undefined && map === undefined && flags.delimiter === undefined) return NOTHING
  // Only now: most runs have neither a config nor a mapping, and need not load what checks them.
  const { fitsSome, readConfig, readMapFlag, settingsOf, typedOptions } = await import('../config/config.js')
  const problems: Problem[] = []
  const read = path === undefined ? undefined : await readConfig(open(path))
  problems.push(...(read?.problems ?? []))
  const mapped = map === undefined ? undefined : readMapFlag(map)
  for (const { message, hint } of mapped?.troubles ?? []) problems.push(usage(`--map: ${message}`, hint))
  const delimiter = readDelimiter(flags.delimiter, problems)
  const config: Config | undefined = read?.config
  const said = {
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(mapped === undefined ? {} : { map: mapped.map }),
  }
  return {
    flags: config === undefined || path === undefined ? {} : typedOptions(config, path),
    settingsOf: (file) => settingsOf(file, config, said),
    doubtsAbout: (files) => (path === undefined || fitsSome(files, config) ? [] : [unused(path)]),
    ...(mapped === undefined ? {} : { map: mapped.map }),
    ...(config?.names === undefined ? {} : { names: config.names }),
    ...(read === undefined ? {} : { input: read.input }),
    paths: path === undefined ? [] : [path],
    problems,
  }
}

/** The flags by which a command without records finds its config: how a file of names is encoded is its own business. */
export function onlyConfig({ config }: ConfigFlag): ConfigFlag {
  return config === undefined ? {} : { config }
}

/** Settings without some of the options that a config may give: not every command has them all. */
export function without(settings: Settings, keys: readonly (keyof ScreenFlags)[]): Settings {
  const left = Object.entries(settings.flags).filter(([key]) => !keys.some((one) => one === key))
  return { ...settings, flags: Object.fromEntries(left) }
}

/** Options with the weights and words that the config has. */
export function withNames<T extends Thresholds>(options: T, { names }: Settings): T {
  return names === undefined ? options : { ...options, names }
}

function unused(config: string): Problem {
  return {
    severity: 'warning',
    code: 'config-unused',
    message: 'no entry of "files" fits a file that was given, so none of its settings was used',
    hint: 'an entry is a path as it is given, or a pattern such as "*.csv"',
    file: config,
  }
}

const DELIMITER_WORDS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['\\t', '\t'],
  ['comma', ','],
  ['semicolon', ';'],
  ['bar', '|'],
  ['pipe', '|'],
  ['space', ' '],
])

function readDelimiter(text: string | undefined, problems: Problem[]): string | undefined {
  if (text === undefined) return undefined
  const delimiter = DELIMITER_WORDS.get(text.toLowerCase()) ?? text
  if (delimiter.length === 1 && !/["\r\n\p{L}\p{N}]/u.test(delimiter)) return delimiter
  problems.push(usage(`--delimiter: expected one character, or "tab", got ${JSON.stringify(text)}`))
  return undefined
}
