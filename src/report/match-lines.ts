import type { Match } from '../model/report.js'
import { dotted, line } from './line.js'
import type { Line } from './line.js'
import type { ListDays } from './list-days.js'
import type { Look } from './look.js'
import { LIST_KIND_TEXT, scoreText } from './wording.js'

// In lines of the terminal. A text is only cut where that makes it shorter by more than the notice that says so.
const EXPLANATION = { most: 3, cutTo: 2 }

function since(match: Match, days: ListDays): string {
  if (match.listedOn !== undefined) return `listed ${match.listedOn}`
  const day = days(match.list)
  return day === undefined ? 'no date of listing' : `on the list of ${day}`
}

function comparison(match: Match): string {
  if (match.alone === 'none') return 'By an entry of another list.'
  if (match.basis === 'identifier') return `By identifier ${match.recordName}.`
  const strength = match.nameStrength === 'primary' ? 'its primary name' : `a ${match.nameStrength} alias`
  return `By name: "${match.recordName}" and "${match.matchedName}", ${strength}.`
}

// Only a terminal makes a long explanation a burden; into a file or a pipe it goes whole.
function shortened(text: string, look: Look): string {
  if (look.verbose || look.width === undefined || text.length <= look.width * EXPLANATION.most) return text
  const end = text.lastIndexOf(' ', look.width * EXPLANATION.cutTo)
  return `${text.slice(0, end)} … (--verbose shows all of it)`
}

/** The questions of OFAC FAQ 5 with their answers, and what was missing. */
export function hitLines({ questions = [] }: Pick<Match, 'questions'>, indent: number): Line[] {
  return questions.map(({ number, question, answer, says, missing }) => {
    const lacks = missing.length === 0 ? '' : ` Missing: ${missing.join(', ')}.`
    const tone = answer === 'yes' ? undefined : 'caution'
    return line(
      indent,
      [
        { text: `${number}. ${question}` },
        { text: answer, tone },
        { text: `— ${says}.${lacks}`, tone: 'faint', flows: true },
      ],
      indent + 3,
    )
  })
}

/** One match: which entry of which list, under what programme, since when, how sure, and why. */
export function matchLines(match: Match, days: ListDays, look: Look, indent: number): Line[] {
  const tone = match.confidence === 'confirmed' ? undefined : 'caution'
  const facts = dotted([
    { text: match.list, tone: 'strong' },
    { text: LIST_KIND_TEXT[match.listKind] },
    { text: `entry ${match.entryId} "${match.entryName}"` },
    { text: match.programs.join(', ') },
    { text: since(match, days) },
    { text: `${match.confidence}, score ${scoreText(match.score)}`, tone },
    { text: look.verbose ? (match.url ?? '') : '', tone: 'faint' },
  ])
  if (look.quiet) return [line(indent, facts)]
  const why = shortened(`${comparison(match)} ${match.explanation}`, look)
  return [line(indent, facts), line(indent + 2, [{ text: why, tone: 'faint', flows: true }], indent + 2)]
}
