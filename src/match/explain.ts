import type { ListEntry } from '../model/entry.js'
import type { Identifier } from '../model/identifier.js'
import { countryName } from '../model/country.js'
import type { Thresholds } from '../model/thresholds.js'
import type { WordPair } from './align.js'
import { classIn, type Agreement, type Reading } from './word-likeness.js'
import type { Aside } from './asides.js'
import type { BranchReading } from './branch.js'
import type { Doubt, Judgement, NameCase } from './decide.js'
import { sameAfterFolding } from './fold.js'
import type { FactEvidence, PartyFacts } from './facts.js'
import type { PreparedName, Token } from './tokens.js'

// Words of a foreign hand stand between these; whoever prints an explanation escapes it as any other text.
const quote = (text: string): string => `"${text}"`

const HOW: Readonly<Record<Agreement, string>> = {
  same: 'the same',
  script: 'spelt so in Latin letters',
  sound: 'the same in another romanisation',
  spelling: 'spelt nearly the same',
  meaning: 'of the same meaning',
  joined: 'the same, written apart',
  initial: 'an initial of it',
  acronym: 'its initials',
  nickname: 'a short form of it',
}

const DOUBTS: Readonly<Record<Doubt, string>> = {
  score: 'the names are near, not equal after folding',
  country: 'the countries differ',
  type: 'the kinds of party differ',
  date: 'the dates differ',
  identifier: 'the registered numbers differ',
  person: 'the name of a person confirms only together with an equal birth date',
  'weak-name': 'the list itself calls this alias weak',
  described: 'the list only describes the entry as the head of what the record names',
  'city-only': 'the record does not say that it is a branch',
  'not-distinctive': 'the name has no word of its own',
  'told-apart': 'the config says that these two are not the same',
  'one-word': 'a name of one word confirms only with an equal country or a shared identifier',
}

/** An identifier as its side wrote it. */
export function written(identifier: Identifier): string {
  return `${identifier.scheme}:${identifier.value}`
}

/** What the two names have and have not in common, in sentences. */
export function explainNames(
  input: Omit<NameCase, 'facts' | 'strength'>,
  sides: readonly [string, string],
): readonly string[] {
  const { query, listed, name, reading, branch } = input
  const sentences: string[] = []
  if (branch !== undefined) sentences.push(explainBranch(branch))
  if (name.equal)
    sentences.push(
      `The names ${quote(query.raw)} and ${quote(listed.raw)} are equal after folding (case, spacing, punctuation, script, legal form).`,
    )
  else sentences.push(...explainAlignment(input, sides))
  sentences.push(
    ...explainScripts(query, listed),
    ...explainForms(query, listed, reading),
    ...explainAsides(query, listed),
  )
  if (name.formConflict) sentences.push('The legal forms are of different classes.')
  return sentences
}

function explainBranch({ words, kind }: BranchReading): string {
  return kind === 'stated'
    ? `The words ${quote(words)} name a branch, which is the same legal person as its head office.`
    : `Without the city ${quote(words)} it may be a branch, which is the same legal person as its head office.`
}

function explainAlignment(
  { query, listed, name, reading }: Omit<NameCase, 'facts' | 'strength'>,
  [left, right]: readonly [string, string],
): string[] {
  const { pairs, leftOver, rightOver } = name.alignment
  const sentences = [`The names ${quote(query.raw)} and ${quote(listed.raw)} are near.`]
  if (pairs.length > 0) sentences.push(`Agreeing: ${pairs.map(explainPair).join('; ')}.`)
  if (leftOver.length > 0) sentences.push(`Only ${left}: ${list(leftOver)}.`)
  if (rightOver.length > 0) sentences.push(`Only ${right}: ${list(rightOver)}.`)
  const clash = clashing(leftOver, reading).length > 0 && clashing(rightOver, reading).length > 0
  if (clash)
    sentences.push(
      `Speaking against it: ${list(clashing(leftOver, reading))} stands where the other has ${list(clashing(rightOver, reading))}.`,
    )
  return sentences
}

/** Why names score nothing at all. */
export function explainNothing({
  query,
  listed,
  name,
  reading,
}: Pick<NameCase, 'query' | 'listed' | 'name' | 'reading'>): string {
  if (sameAfterFolding(query.folded, listed.folded))
    return 'The names are equal and say nothing of their own: many parties could go by them.'
  const { pairs } = name.alignment
  if (pairs.length === 0) return 'The names have no word in common.'
  const common = pairs.map(explainPair).join('; ')
  return reading === 'person'
    ? `The names have in common: ${common}. That is too little of a name to be one.`
    : `The names have in common only what many names have: ${common}.`
}

function list(words: readonly Token[]): string {
  return words.map((word) => quote(word.text)).join(', ')
}

function clashing(words: readonly Token[], reading: Reading): Token[] {
  return words.filter((word) => !['generic', 'particle', 'mark'].includes(classIn(reading, word).kind))
}

function explainPair({ left, right, how, similarity }: WordPair): string {
  const a = left.map((word) => word.text).join(' ')
  const b = right.map((word) => word.text).join(' ')
  return a === b
    ? quote(a)
    : `${quote(a)} for ${quote(b)} (${HOW[how]}${how === 'spelling' ? `, ${Math.round(similarity * 100)} %` : ''})`
}

function explainScripts(query: PreparedName, listed: PreparedName): string[] {
  return [query, listed]
    .filter(({ script }) => script !== '')
    .map(({ raw, script }) => `${quote(raw)} was romanised${script === 'other' ? '' : ` from ${script} letters`}.`)
}

/** What each kind of aside is, beside the name. */
export const ASIDES: Readonly<Record<Aside['kind'], string>> = {
  number: "a ship's number",
  'former-name': 'a former name',
  'later-name': 'the name that came after this one',
  address: 'Messrs',
  state: 'the state that a company is in',
}

function explainAsides(query: PreparedName, listed: PreparedName): string[] {
  const asides = [...query.asides, ...listed.asides].map(({ kind, text }) => `${quote(text)} (${ASIDES[kind]})`)
  return asides.length === 0 ? [] : [`Set aside, as no part of the name: ${[...new Set(asides)].join(', ')}.`]
}

function explainForms(query: PreparedName, listed: PreparedName, reading: Reading): string[] {
  if (reading === 'person') return []
  const forms = [...new Set([query.setAside.join(' '), listed.setAside.join(' ')])].filter((form) => form !== '')
  return forms.length === 0 ? [] : [`Set aside as legal form: ${forms.map(quote).join(', ')}.`]
}

const names = (codes: readonly string[]): string => codes.map(countryName).join(', ')

/** The points of OFAC FAQ 5 beyond the name: kind, country, dates, identifiers; what is missing is said as well. */
export function explainFacts(
  evidence: FactEvidence,
  subject: PartyFacts,
  entry: PartyFacts,
  reading: Reading,
): readonly string[] {
  return [
    explainType(evidence, subject, entry),
    explainCountry(evidence, subject, entry),
    explainDate(evidence, subject, entry, reading),
    explainIdentifiers(evidence, subject, entry),
  ]
}

function explainType({ type }: FactEvidence, subject: PartyFacts, entry: PartyFacts): string {
  if (type === 'unknown')
    return `Kind of party: not known on ${subject.type === 'unknown' ? 'the record' : 'the list'}.`
  return type === 'agrees'
    ? 'Kind of party: agrees.'
    : `Kind of party: differs (record ${subject.type}, list ${entry.type}).`
}

function explainCountry({ country }: FactEvidence, subject: PartyFacts, entry: PartyFacts): string {
  if (country === 'equal')
    return `Country: equal (${names(subject.countries.filter((code) => entry.countries.includes(code)))}).`
  if (country === 'different')
    return `Country: differs (record ${names(subject.countries)}; list ${names(entry.countries)}).`
  if (country === 'perhaps')
    return `Country: may be one (record ${names(subject.countries)}; list ${names(entry.countries)}).`
  return `Country: not known on ${missing(subject.countries, entry.countries)}.`
}

function missing(subject: readonly unknown[], entry: readonly unknown[]): string {
  if (subject.length === 0) return entry.length === 0 ? 'either side' : 'the record'
  return 'the list'
}

function explainDate({ date }: FactEvidence, subject: PartyFacts, entry: PartyFacts, reading: Reading): string {
  const what = reading === 'person' ? 'Birth date' : 'Founding date'
  if (date === 'unknown') return `${what}: not known on ${missing(subject.dates, entry.dates)}.`
  const days = `record ${subject.dates.map(({ text }) => text).join(', ')}; list ${entry.dates.map(({ text }) => text).join(', ')}`
  const word = date === 'equal' ? 'equal' : date === 'near' ? 'may be the same' : 'differs'
  return `${what}: ${word} (${days}).`
}

function explainIdentifiers({ identifiers }: FactEvidence, subject: PartyFacts, entry: PartyFacts): string {
  const { shared, conflict } = identifiers
  if (shared !== undefined)
    return `Identifiers: ${quote(written(shared.subject))} is the list's ${quote(written(shared.entry))}.`
  if (conflict !== undefined)
    return `Identifiers: differ (record ${quote(written(conflict.subject))}; list ${quote(written(conflict.entry))}).`
  if (subject.identifiers.length > 0 && entry.identifiers.length > 0)
    return 'Identifiers: none of a kind that both sides have.'
  return `Identifiers: none on ${missing(subject.identifiers, entry.identifiers)}.`
}

export function explainEntry(entry: ListEntry): string {
  const programs =
    entry.programs.length === 0
      ? ''
      : `, ${entry.programs.length === 1 ? 'programme' : 'programmes'} ${entry.programs.join(', ')}`
  return `List: ${entry.list}, entry ${entry.entryId}${programs}.`
}

/** Why it came out as it did. */
export function explainVerdict({ confidence, doubt, score }: Judgement, thresholds: Thresholds): string {
  if (confidence === 'confirmed') return 'Confirmed: nothing contradicts.'
  if (confidence === 'possible' && doubt !== undefined) return `Possible, not confirmed: ${DOUBTS[doubt]}.`
  return doubt !== 'score' && doubt !== undefined
    ? `No match: ${DOUBTS[doubt]}.`
    : `No match: ${score.toFixed(2)} is under the threshold of ${thresholds.minScore}.`
}
