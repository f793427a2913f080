import { addStated, factsOf, STATEMENT_OPENINGS, statedIn, type FoundFacts, type RemarkFacts } from './facts.js'
import { parseIdentifierSentence } from './identifiers.js'
import { openingOf } from './opening.js'

/** Where OFAC cuts remarks off; the rest stands in the comments file. */
export const REMARKS_LIMIT = 1000

const ALIAS = /^([afn])\.k\.a\. +(.+)$/
const RELATION = /^(?:alt\.? )?(Linked To|Aircraft Operator):? +(.+)$/
const DOT = 46
const FINANCIAL = /^(?:alt\.? )?Target Type Financial Institution$/

/** An abbreviation keeps its dot where a remark ends with it (`Linked To: R D I S.A.`), which OFAC does not write twice. */
const ENDS_IN_ABBREVIATION = /(?:\.\S*|\b(?:CO|LTD|INC|CORP|BROS))\.$/i

/**
 * Reads whole remarks (the text of the main file with its continuation). `brokenOff` says that the text stops at the limit and nothing
 * continues it: its last sentence is then half of one, and is left alone.
 */
export function parseRemarks(text: string, brokenOff: boolean): RemarkFacts {
  const found: FoundFacts = {}
  if (text !== '') readSentences(text, brokenOff, found)
  return factsOf(found)
}

/** Reads one sentence, without the dot behind the last. */
export function readSentence(sentence: string, found: FoundFacts): void {
  const alias = sentence.charCodeAt(1) === DOT ? ALIAS.exec(sentence) : null
  if (alias !== null) {
    const name = unquote(alias[2] ?? '')
    const former = alias[1] === 'f' ? { former: true } : {}
    if (name !== '') (found.names ??= []).push({ text: name, strength: 'weak', ...former })
    return
  }
  const opening = openingOf(sentence)
  const identifier = parseIdentifierSentence(sentence, opening)
  if (identifier !== undefined) {
    ;(found.identifiers ??= []).push(identifier)
    return
  }
  if (opening.word === 'target') found.financialInstitution ||= FINANCIAL.test(sentence)
  if (!STATEMENT_OPENINGS.has(opening.word)) return
  const stated = statedIn(sentence)
  if (stated !== undefined) addStated(stated, found)
}

export function readSentences(text: string, brokenOff: boolean, found: FoundFacts): void {
  let from = 0
  for (let end = text.indexOf(';'); end !== -1; end = text.indexOf(';', from)) {
    readSentence(text.slice(from, end).trim(), found)
    from = end + 1
  }
  if (brokenOff) return
  const last = text.slice(from).trim()
  const keepsDot = !last.endsWith('.') || (ENDS_IN_ABBREVIATION.test(last) && RELATION.test(last))
  readSentence(keepsDot ? last : last.slice(0, -1), found)
}

/** Takes off the quotes around a weak alias, and a second pair; a name may itself hold or end in an apostrophe. */
function unquote(quoted: string): string {
  const inner = /^'(.*)'\.?$/.exec(quoted)?.[1] ?? quoted
  return (/^'([^']*)'$/.exec(inner)?.[1] ?? inner).trim()
}
