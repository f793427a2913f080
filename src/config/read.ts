import type { Input } from '../model/report.js'
import type { Problem } from '../model/problem.js'
import { sayIssue, type SchemaIssue } from '../model/say-issue.js'
import { nearestWords } from '../model/spelling.js'
import { nameSettingsSchema, nameWeightsSchema } from '../model/name-settings-schema.js'
import { readBytes } from '../sources/bytes.js'
import type { Source } from '../sources/source.js'
import { checkFiles } from './check-files.js'
import { type Config, configSchema, fileSchema, sourceSchema } from './schema.js'

export interface ReadConfig {
  /** Absent where it can't be used; then the problems say why. */
  readonly config?: Config
  readonly input: Input
  readonly problems: readonly Problem[]
}

/** A config is written by hand; whatever is longer is another file. */
const LARGEST = 1 << 22

/** Reads a config. Whatever in it is not understood is an error: a misspelt word must not be a setting that is silently not there. */
export async function readConfig(source: Source): Promise<ReadConfig> {
  const chunks: Buffer[] = []
  let size = 0
  const { facts, failure } = await readBytes(source, {
    write(chunk) {
      size += chunk.length
      if (size > LARGEST)
        return {
          severity: 'error',
          code: 'bad-config',
          message: 'expected a config, got more than 4 MiB',
          file: source.path,
        }
      chunks.push(chunk)
      return undefined
    },
    end: () => undefined,
  })
  const { sha256, bytes } = facts
  const input: Input = { role: 'config', path: source.path, format: 'json', sha256, bytes, ...NO_ROWS }
  if (failure !== undefined) return { input, problems: [failure] }
  const text = Buffer.concat(chunks)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
  return { input, ...parseConfig(text, source.path) }
}

const NO_ROWS = { rows: 0, accepted: 0, rejected: 0, degraded: 0 }

function parseConfig(text: string, file: string): Pick<ReadConfig, 'config' | 'problems'> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return { problems: [notJson(text, file, error)] }
  }
  const parsed = configSchema.safeParse(json)
  const say = (problem: Omit<Problem, 'severity' | 'code' | 'file'>): Problem => ({
    severity: 'error',
    code: 'bad-config',
    ...problem,
    file,
  })
  if (!parsed.success)
    return { problems: parsed.error.issues.flatMap((issue) => tellIssue(issue, json, text).map(say)) }
  const wrong = checkFiles(parsed.data).map(({ key, ...problem }) => say({ ...problem, ...lineOf(text, key) }))
  return wrong.length === 0 ? { config: parsed.data, problems: [] } : { problems: wrong }
}

/** V8 says `at position 17` or, in newer versions, `(line 3 column 5)`. */
function notJson(text: string, file: string, error: unknown): Problem {
  const said = error instanceof Error ? error.message : String(error)
  const position = /at position (\d+)/.exec(said)?.[1]
  const at = position === undefined ? text.trimEnd().length : Number(position)
  const line = Number(/\(line (\d+)/.exec(said)?.[1] ?? lineAt(text, at))
  const message = `expected JSON: ${said.replace(/ in JSON.*$/, '').replace(/, ".*$/s, '')}`
  return { severity: 'error', code: 'bad-config', message, file, line }
}

function lineAt(text: string, position: number): number {
  return text.slice(0, position).split('\n').length
}

/** Where a key stands; keys of one name are rare in a config, and the first is near enough. */
function lineOf(text: string, key: string | undefined): { readonly line?: number } {
  const at = key === undefined ? -1 : text.indexOf(JSON.stringify(key))
  return at === -1 ? {} : { line: lineAt(text, at) }
}

function tellIssue(
  issue: SchemaIssue,
  json: unknown,
  text: string,
): readonly Omit<Problem, 'severity' | 'code' | 'file'>[] {
  const path = issue.path.map(String)
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(shapeAt(path))
    return issue.keys.map((key) => ({ ...unknownKey(key, path, known), ...lineOf(text, key) }))
  }
  const where = path.length === 0 ? 'the config' : JSON.stringify(path.join('.'))
  const last = path.findLast((part) => !/^\d+$/.test(part))
  return [{ message: `${where}: ${sayIssue(issue, json)}`, ...lineOf(text, last) }]
}

function shapeAt([key, setting]: readonly string[]): object {
  if (key === 'files') return fileSchema.shape
  if (key === 'names') return setting === 'weights' ? nameWeightsSchema.shape : nameSettingsSchema.shape
  return key === 'sources' ? sourceSchema.shape : configSchema.shape
}

function unknownKey(key: string, path: readonly string[], known: readonly string[]): Pick<Problem, 'message' | 'hint'> {
  const folded = new Map(known.map((name) => [name.toLowerCase(), name]))
  const [near] = nearestWords(key.toLowerCase().replaceAll(/[-_]/g, ''), folded.keys())
  const where = path.length === 0 ? '' : ` in ${JSON.stringify(path.join('.'))}`
  const meant = near === undefined ? undefined : folded.get(near)
  return {
    message: `unknown key ${JSON.stringify(key)}${where}`,
    hint: meant === undefined ? `known are ${known.join(', ')}` : `did you mean ${JSON.stringify(meant)}?`,
  }
}
