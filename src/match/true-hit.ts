import type { ListEntry } from '../model/entry.js'
import type { HitAnswer, HitQuestion } from '../model/report.js'
import { isContentIn, type Reading } from './word-likeness.js'
import type { NameCase } from './decide.js'
import type { FactEvidence, PartyFacts } from './facts.js'

/** What the questions are put to: a match by name, or by a number where `name` is absent. */
export interface HitCase {
  readonly entry: ListEntry
  readonly evidence: FactEvidence
  readonly subject: PartyFacts
  readonly listed: PartyFacts
  readonly reading: Reading
  readonly name?: Pick<NameCase, 'name' | 'branch'>
}

const QUESTIONS = [
  'Is it on a list of OFAC?',
  'Is it the same kind of party?',
  'Does more than one part of the name agree?',
  'Does the whole entry agree?',
  'Are there several similarities?',
] as const

function answered(
  number: 1 | 2 | 3 | 4 | 5,
  answer: HitAnswer,
  says: string,
  missing: readonly string[] = [],
): HitQuestion {
  return { number, question: QUESTIONS[number - 1] ?? '', answer, says, missing }
}

/** The questions by which OFAC tells a true hit from a false one, in its order (FAQ 5), and what was missing to answer them. */
export function hitQuestions(hit: HitCase): readonly HitQuestion[] {
  return [aboutList(hit.entry), aboutKind(hit), aboutParts(hit), aboutWhole(hit), aboutSimilarities(hit)]
}

/** Of an entry that nothing of the record names: what was found of the one through which it is known. */
export function hitQuestionsThrough(
  entry: ListEntry,
  through: { readonly list: string; readonly entryId: string; readonly questions?: readonly HitQuestion[] },
): readonly HitQuestion[] {
  const others = (through.questions ?? []).filter(({ number }) => number !== 1)
  const of = `of entry ${through.entryId} of ${through.list}, through which it is known`
  return [aboutList(entry), ...others.map((one) => ({ ...one, says: `${one.says} (${of})` }))]
}

function aboutList({ list, entryId }: ListEntry): HitQuestion {
  return /^OFAC\b/.test(list)
    ? answered(1, 'yes', `${list}, entry ${entryId}`)
    : answered(1, 'no', `${list}, entry ${entryId}: ask the list's own publisher what it takes for a hit`)
}

function aboutKind({ evidence, subject, listed }: HitCase): HitQuestion {
  if (evidence.type === 'agrees') {
    const says = subject.type === listed.type ? `both say ${listed.type}` : `${subject.type} and ${listed.type} agree`
    return answered(2, 'yes', says)
  }
  if (evidence.type !== 'unknown')
    return answered(2, 'no', `the record says ${subject.type} and the list ${listed.type}: no valid match`)
  return answered(2, 'open', 'the kind of party is not known on both sides', [
    ...(subject.type === 'unknown' ? ['kind of party in the record'] : []),
    ...(listed.type === 'unknown' ? ['kind of party on the list'] : []),
  ])
}

function aboutParts({ name, reading }: HitCase): HitQuestion {
  if (name === undefined) return answered(3, 'yes', 'a registered number is shared, whatever the names say')
  if (name.name.equal) return answered(3, 'yes', 'the whole name is equal after folding')
  const { pairs, leftOver, rightOver } = name.name.alignment
  const own = pairs.filter(({ left }) => left.some((word) => isContentIn(reading, word)))
  const agreeing = own.reduce((sum, { left, right }) => sum + Math.max(left.length, right.length), 0)
  const others = [leftOver, rightOver].map((words) => words.filter((word) => isContentIn(reading, word)).length)
  const parts = agreeing + Math.max(...others)
  const says = `${agreeing} of ${parts} parts of the name ${agreeing === 1 ? 'agrees' : 'agree'}`
  if (agreeing > 1 || parts === 1) return answered(3, 'yes', says)
  return answered(3, 'no', `${says}: by itself no valid match`)
}

interface Compared {
  readonly agreeing: readonly string[]
  readonly differing: readonly string[]
  readonly missing: readonly string[]
}

function compared({ evidence, subject, listed, reading, entry, name }: HitCase): Compared {
  const agreeing: string[] = []
  const differing: string[] = []
  const missing: string[] = []
  const look = (what: string, agrees: boolean, differs: boolean, mine: number, theirs: number): void => {
    if (agrees) agreeing.push(what)
    else if (differs) differing.push(what)
    else {
      if (mine === 0) missing.push(`${what} in the record`)
      if (theirs === 0) missing.push(`${what} on the list`)
    }
  }
  const { country, date, identifiers } = evidence
  const day = reading === 'person' ? 'date of birth' : 'date of founding'
  // A branch has a country of its own, which speaks neither for it nor against it.
  const isOther = country === 'different' && name?.branch === undefined
  look('country', country === 'equal', isOther, subject.countries.length, listed.countries.length)
  look(day, date === 'equal' || date === 'near', date === 'different', subject.dates.length, listed.dates.length)
  look(
    'registered number',
    identifiers.shared !== undefined,
    identifiers.conflict !== undefined,
    subject.identifiers.length,
    listed.identifiers.length,
  )
  if (entry.addresses.length === 0) missing.push('address on the list')
  return { agreeing, differing, missing }
}

function together(facts: readonly string[], one: string, several: string): string {
  return `${facts.join(' and ')} ${facts.length === 1 ? one : several}`
}

/** Addresses are for a person to compare: how they are written says little to a program. */
function aboutWhole(hit: HitCase): HitQuestion {
  const { agreeing, differing, missing } = compared(hit)
  const [address] = hit.entry.addresses
  const byEye = address === undefined ? '' : `; compare the address by eye, the list has "${address.text}"`
  if (differing.length > 0) return answered(4, 'no', `${together(differing, 'differs', 'differ')}${byEye}`, missing)
  const says =
    agreeing.length === 0 ? 'nothing beside the name could be compared' : together(agreeing, 'agrees', 'agree')
  const more = missing.length === 0 ? '' : '; get what is missing before a decision'
  return answered(4, missing.length === 0 ? 'yes' : 'open', `${says}${byEye}${more}`, missing)
}

function aboutSimilarities(hit: HitCase): HitQuestion {
  const similar = [
    ...(hit.name === undefined ? [] : ['name']),
    ...(hit.evidence.type === 'agrees' ? ['kind of party'] : []),
    ...compared(hit).agreeing,
  ]
  if (similar.length > 2 || hit.evidence.identifiers.shared !== undefined)
    return answered(5, 'yes', `${similar.join(', ')}: escalate it`)
  return answered(5, 'no', `only ${similar.length === 0 ? 'little' : similar.join(' and ')}`)
}
