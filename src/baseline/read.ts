import type { Input } from '../model/report.js'
import type { Problem } from '../model/problem.js'
import type { Source } from '../sources/source.js'
import { readWholeFile } from '../sources/whole-file.js'
import { comparedSchema, type ComparedFinding, type ComparedReport, type ReadReport } from './schema.js'

/** An earlier report as it was read; absent where the problems say why it can't be compared with. */
export interface Baseline {
  readonly report?: ReadReport
  readonly input: Input
  readonly problems: readonly Problem[]
}

/** As long as a text of JavaScript can be. */
const LARGEST = 1 << 29

/** Reads what `--format json` wrote. */
export async function readBaseline(source: Source): Promise<Baseline> {
  const { text = '', sha256, bytes, problem } = await readWholeFile(source, LARGEST)
  const read = problem === undefined ? parse(text, source.path) : { problems: [problem] }
  const rows = 'report' in read && read.report !== undefined ? allFindings(read.report).length : 0
  const counts = { rows, accepted: rows, rejected: 0, degraded: 0 }
  return { ...read, input: { role: 'baseline', path: source.path, format: 'json', sha256, bytes, ...counts } }
}

/** All that a report found and nobody set aside, also where it named only what was new to it. */
export function allFindings<F extends ComparedFinding>(report: ComparedReport<F>): readonly F[] {
  return [...report.findings, ...(report.baseline?.standing ?? [])]
}

function parse(text: string, file: string): Pick<Baseline, 'report' | 'problems'> {
  const bad = (
    message: string,
    hint = 'hopscreen screen --format json writes such a report',
  ): Pick<Baseline, 'problems'> => {
    return { problems: [{ severity: 'error', code: 'bad-baseline', message, hint, file }] }
  }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    const said = error instanceof Error ? error.message.replace(/, ".*$/s, '').replace(/ in JSON.*$/s, '') : ''
    return bad(`expected a report as JSON: ${said}`)
  }
  if (typeof json !== 'object' || json === null || !('tool' in json))
    return bad('expected a report of hopscreen, got other JSON')
  const name = typeof json.tool === 'object' && json.tool !== null && 'name' in json.tool ? json.tool.name : undefined
  if (name !== 'hopscreen')
    return bad(`expected a report of hopscreen, got one of ${JSON.stringify(name) ?? 'an unnamed tool'}`)
  const version = 'schemaVersion' in json ? json.schemaVersion : undefined
  if (version !== 1) {
    const newer = typeof version === 'number' && version > 1
    const hint = newer ? 'a newer version of hopscreen wrote it; compare with that version' : undefined
    return bad(`expected a report of schema version 1, got ${JSON.stringify(version) ?? 'none'}`, hint)
  }
  const parsed = comparedSchema.safeParse(json)
  if (parsed.success) return { report: parsed.data, problems: [] }
  const [issue] = parsed.error.issues
  const where = issue === undefined ? '' : `"${issue.path.map(String).join('.')}": ${issue.message}`
  return bad(`expected a whole report: ${where}`)
}
