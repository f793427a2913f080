import type { PartialDate } from '../../model/date.js'
import type { EntryRelation, ListName } from '../../model/entry.js'
import type { Identifier } from '../../model/identifier.js'
import { ofacCountry } from './countries.js'
import { parseRemarkDate } from './dates.js'
import { parseIdentifierSentence } from './identifiers.js'

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
const DATE = /^(?:alt\.? )?(?:DOB|Organization Established Date):? +(.+)$/i
const COUNTRY = /^(?:alt\.? )?(?:nationality of registration|nationality|citizen):? +(.+)$/i
const BIRTH_PLACE = /^(?:alt\.? )?POB:? +(.+)$/
const FINANCIAL = /^(?:alt\.? )?Target Type Financial Institution$/

/** An abbreviation keeps its dot where a remark ends with it (`Linked To: R D I S.A.`), which OFAC does not write twice. */
const ENDS_IN_ABBREVIATION = /(?:\.\S*|\b(?:CO|LTD|INC|CORP|BROS))\.$/i

/**
 * Reads whole remarks (the text of the main file with its continuation). `brokenOff` says that the text stops at the limit and nothing
 * continues it: its last sentence is then half of one, and is left alone.
 */
export function parseRemarks(text: string, brokenOff: boolean): RemarkFacts {
  const names: ListName[] = []
  const identifiers: Identifier[] = []
  const relations: EntryRelation[] = []
  const dates: PartialDate[] = []
  const countries: string[] = []
  const birthPlaces: string[] = []
  let uncertainDate = false
  let financialInstitution = false

  for (const sentence of sentences(text, brokenOff)) {
    const alias = ALIAS.exec(sentence)
    if (alias !== null) {
      const name = unquote(alias[2] ?? '')
      if (name !== '') names.push({ text: name, strength: 'weak', ...(alias[1] === 'f' ? { former: true } : {}) })
      continue
    }
    const identifier = parseIdentifierSentence(sentence)
    if (identifier !== undefined) {
      identifiers.push(identifier)
      continue
    }
    const relation = RELATION.exec(sentence)
    if (relation !== null) relations.push({ kind: relation[1] ?? '', name: relation[2] ?? '' })
    const dated = DATE.exec(sentence)?.[1]
    if (dated !== undefined) {
      const read = parseRemarkDate(dated)
      if (read === undefined) uncertainDate = true
      else dates.push(...read)
    }
    const country = ofacCountry(COUNTRY.exec(sentence)?.[1] ?? '')
    if (country !== undefined) countries.push(country)
    const birthPlace = BIRTH_PLACE.exec(sentence)?.[1]
    if (birthPlace !== undefined) birthPlaces.push(birthPlace)
    financialInstitution ||= FINANCIAL.test(sentence)
  }
  return {
    names,
    identifiers,
    relations,
    dates: uncertainDate ? [] : dates,
    countries,
    birthPlaces,
    financialInstitution,
  }
}

function sentences(text: string, brokenOff: boolean): readonly string[] {
  const parts = text.split(';').map((part) => part.trim())
  const last = parts.pop() ?? ''
  if (brokenOff) return parts
  const keepsDot = RELATION.test(last) && ENDS_IN_ABBREVIATION.test(last)
  parts.push(last.endsWith('.') && !keepsDot ? last.slice(0, -1) : last)
  return parts
}

/** Takes off the quotes around a weak alias, and a second pair; a name may itself hold or end in an apostrophe. */
function unquote(quoted: string): string {
  const inner = /^'(.*)'\.?$/.exec(quoted)?.[1] ?? quoted
  return (/^'([^']*)'$/.exec(inner)?.[1] ?? inner).trim()
}
