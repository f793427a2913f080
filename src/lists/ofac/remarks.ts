import type { PartialDate } from '../../model/date.js'
import type { EntryRelation, ListName } from '../../model/entry.js'
import type { Identifier } from '../../model/identifier.js'
import { ofacCountry } from './countries.js'
import { parseRemarkDate } from './dates.js'
import { parseIdentifierSentence } from './identifiers.js'
import { openingOf } from './opening.js'

/** What the sentences of an entry's remarks say, in the order in which they stand there. */
export interface RemarkFacts {
  /** All `weak`: OFAC sets weak aliases in single quotes (FAQ 122), and the legacy files hold them in the remarks alone. */
  readonly names: readonly ListName[]
  readonly identifiers: readonly Identifier[]
  readonly relations: readonly EntryRelation[]
  /** Empty where any of the dates is uncertain (`circa 1951`): the others would then contradict a record that the list does not. */
  readonly dates: readonly PartialDate[]
  /** ISO 3166 codes of nationality, citizenship and an aircraft's registration. The place of birth is none of them. */
  readonly countries: readonly string[]
  readonly birthPlaces: readonly string[]
  readonly financialInstitution: boolean
}

/** Where OFAC cuts remarks off; the rest stands in the comments file. */
export const REMARKS_LIMIT = 1000

const ALIAS = /^([afn])\.k\.a\. +(.+)$/
const RELATION = /^(?:alt\.? )?(Linked To|Aircraft Operator):? +(.+)$/
/** Statements that are read, by their first words. */
const STATEMENT =
  /^(?:alt\.? )?(Linked To|Aircraft Operator|POB|DOB|Organization Established Date|nationality of registration|nationality|citizen):? +(.+)$/i
/** The first words of these and of the next. */
const OPENINGS: ReadonlySet<string> = new Set(
  'linked aircraft pob dob organization nationality citizen target'.split(' '),
)
const DOT = 46
const FINANCIAL = /^(?:alt\.? )?Target Type Financial Institution$/

/** An abbreviation keeps its dot where a remark ends with it (`Linked To: R D I S.A.`), which OFAC does not write twice. */
const ENDS_IN_ABBREVIATION = /(?:\.\S*|\b(?:CO|LTD|INC|CORP|BROS))\.$/i

/**
 * Reads whole remarks (the text of the main file with its continuation). `brokenOff` says that the text stops at the limit and nothing
 * continues it: its last sentence is then half of one, and is left alone.
 */
export function parseRemarks(text: string, brokenOff: boolean): RemarkFacts {
  if (text === '') return SILENT
  const found: Found = {}
  readSentences(text, brokenOff, found)
  return {
    names: found.names ?? NONE,
    identifiers: found.identifiers ?? NONE,
    relations: found.relations ?? NONE,
    dates: found.uncertainDate === true ? NONE : (found.dates ?? NONE),
    countries: found.countries ?? NONE,
    birthPlaces: found.birthPlaces ?? NONE,
    financialInstitution: found.financialInstitution === true,
  }
}

/** One for all that is empty: most entries have neither relations nor weak names, and there are tens of thousands of them. */
const NONE: readonly never[] = []

const SILENT: RemarkFacts = {
  names: NONE,
  identifiers: NONE,
  relations: NONE,
  dates: NONE,
  countries: NONE,
  birthPlaces: NONE,
  financialInstitution: false,
}

interface Found {
  names?: ListName[]
  identifiers?: Identifier[]
  relations?: EntryRelation[]
  dates?: PartialDate[]
  countries?: string[]
  birthPlaces?: string[]
  uncertainDate?: boolean
  financialInstitution?: boolean
}

function readSentence(sentence: string, found: Found): void {
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
  if (!OPENINGS.has(opening.word)) return
  const [, word = '', rest = ''] = STATEMENT.exec(sentence) ?? []
  switch (word) {
    case 'Linked To':
    case 'Aircraft Operator':
      ;(found.relations ??= []).push({ kind: word, name: rest })
      return
    case 'POB':
      ;(found.birthPlaces ??= []).push(rest)
      return
    case '':
      found.financialInstitution ||= FINANCIAL.test(sentence)
      return
    default:
      readStatement(word.toLowerCase(), rest, found)
  }
}

/** Statements that OFAC writes in small letters and in capitals. */
function readStatement(word: string, rest: string, found: Found): void {
  if (word === 'dob' || word === 'organization established date') {
    const read = parseRemarkDate(rest)
    if (read === undefined) found.uncertainDate = true
    else (found.dates ??= []).push(...read)
  } else if (word.startsWith('nationality') || word === 'citizen') {
    const country = ofacCountry(rest)
    if (country !== undefined) (found.countries ??= []).push(country)
  }
}

function readSentences(text: string, brokenOff: boolean, found: Found): void {
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
