import type { PlacedDecision } from '../model/decision.js'
import type { Input } from '../model/report.js'
import type { Problem } from '../model/problem.js'
import { sayIssue, type SchemaIssue } from '../model/say-issue.js'
import type { Source } from '../sources/source.js'
import { readWholeFile } from '../sources/whole-file.js'
import { elementLines } from './element-lines.js'
import { decisionKey } from './key.js'
import { asDecision, decisionSchema } from './schema.js'
import { about } from './trouble.js'

/** A file of decisions as it was read. Where there is a problem none of them may be used: what was meant is not known. */
export interface Decisions {
  readonly decisions: readonly PlacedDecision[]
  readonly input: Input
  readonly problems: readonly Problem[]
  /** The text, to see whether it is in the form that `decide` writes. */
  readonly text: string
}

/** 256 MiB hold a hundred thousand decisions; whatever is longer is another file. */
const LARGEST = 1 << 28

/** Reads what `decide` wrote, or a person after it. */
export async function readDecisions(source: Source): Promise<Decisions> {
  const { text = '', sha256, bytes, problem } = await readWholeFile(source, LARGEST)
  const read = problem === undefined ? parse(text, source.path) : { decisions: [], problems: [problem] }
  const rows = read.decisions.length
  const counts = { rows, accepted: rows, rejected: 0, degraded: 0 }
  return { ...read, text, input: { role: 'decisions', path: source.path, format: 'json', sha256, bytes, ...counts } }
}

type Parsed = Pick<Decisions, 'decisions' | 'problems'>

function bad(file: string, message: string, line?: number, hint?: string): Problem {
  const place = line === undefined ? { file } : { file, line }
  return { severity: 'error', code: 'bad-decision', message, ...(hint === undefined ? {} : { hint }), ...place }
}

function parse(text: string, file: string): Parsed {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    const said = error instanceof Error ? error.message.replace(/, ".*$/s, '').replace(/ in JSON.*$/s, '') : ''
    const hint = text.includes('<<<<<<<') ? 'a merge left its marks in the file' : 'hopscreen decide writes such files'
    return { decisions: [], problems: [bad(file, `expected JSON: ${said}`, undefined, hint)] }
  }
  if (typeof json !== 'object' || json === null || !('decisions' in json) || !Array.isArray(json.decisions)) {
    return { decisions: [], problems: [bad(file, 'expected a file of decisions: an object with a list "decisions"')] }
  }
  const version: unknown = 'schemaVersion' in json ? json.schemaVersion : undefined
  if (version !== 1) {
    const message = `expected "schemaVersion" 1, got ${JSON.stringify(version) ?? 'none'}`
    const hint = 'a newer version of hopscreen may have written it'
    return { decisions: [], problems: [bad(file, message, undefined, hint)] }
  }
  return parseEach(json.decisions, elementLines(text), file)
}

function parseEach(elements: readonly unknown[], lines: readonly number[], file: string): Parsed {
  const decisions: PlacedDecision[] = []
  const problems: Problem[] = []
  const seen = new Map<string, number>()
  for (const [at, element] of elements.entries()) {
    const line = lines[at] ?? 1
    const parsed = decisionSchema.safeParse(element)
    if (!parsed.success) {
      problems.push(...parsed.error.issues.map((issue) => bad(file, tellIssue(issue, element), line)))
      continue
    }
    const decision = asDecision(parsed.data)
    const key = decisionKey(decision)
    const before = seen.get(key)
    if (before === undefined) seen.set(key, line)
    else
      problems.push(
        bad(file, `a second decision on the same: ${about(decision)}`, line, `the first is on line ${before}`),
      )
    decisions.push({ decision, line })
  }
  return { decisions, problems }
}

function tellIssue(issue: SchemaIssue, element: unknown): string {
  const where = issue.path.length === 0 ? '' : `"${issue.path.map(String).join('.')}": `
  return `broken decision: ${where}${sayIssue(issue, element)}`
}
