import type { Config } from '../config/schema.js'
import { LIST_SOURCES, type ListSource } from '../lists/sources.js'
import { usage } from './usage.js'
import { nearestWords } from '../model/spelling.js'
import type { Problem } from '../model/problem.js'

type ConfigSources = NonNullable<Config['sources']>

/** The table of sources with what the config says of each, and the sources that stand in the config alone. */
export function knownSources(configured: ConfigSources = {}): readonly ListSource[] {
  const given = new Map(Object.entries(configured))
  const changed = LIST_SOURCES.map((source) => overridden(source, given.get(source.name)))
  const own = [...given].filter(([name]) => !LIST_SOURCES.some((source) => source.name === name))
  return [
    ...changed,
    ...own.map(([name, said]) => overridden({ name, title: name, files: [], formats: [], hosts: [] }, said)),
  ]
}

function overridden(source: ListSource, said: ConfigSources[string] | undefined): ListSource {
  if (said === undefined) return source
  const files =
    said.files === undefined ? source.files : Object.entries(said.files).map(([name, url]) => ({ name, url }))
  return { ...source, files, hosts: [...source.hosts, ...(said.hosts ?? [])] }
}

export interface ChosenSources {
  readonly sources: readonly ListSource[]
  readonly problems: readonly Problem[]
}

/** The sources that are named; all that may be used by anybody, and those that the cache holds already, where none is. */
export function chooseSources(
  known: readonly ListSource[],
  names: readonly string[],
  held: ReadonlySet<string>,
): ChosenSources {
  if (names.length === 0) {
    return { sources: known.filter(({ name, terms }) => terms === undefined || held.has(name)), problems: [] }
  }
  const words = known.map(({ name }) => name)
  const problems = names
    .filter((name) => !words.includes(name))
    .map((name) => {
      const [near] = nearestWords(name.toLowerCase(), words)
      return usage(
        `unknown list ${JSON.stringify(name)}`,
        near === undefined
          ? `known are ${words.join(', ')}; others by "sources" in the config`
          : `did you mean ${near}?`,
      )
    })
  return { sources: known.filter(({ name }) => names.includes(name)), problems }
}
