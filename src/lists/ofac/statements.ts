import { addStated, factsOf, STATEMENT_OPENINGS, statedIn, type FoundFacts, type RemarkFacts } from './facts.js'
import { hasLabels, identifierOf, labelled } from './identifiers.js'
import { openingOf } from './opening.js'
import { readSentence, readSentences } from './remarks.js'
import type { SchemeLabel } from './schemes.js'

/** What OFAC's XML says in elements of their own, where its CSV has a sentence among the remarks. Semicolons part sentences, so none stands in it. */
export interface Statement {
  /** In the words of the remarks: `DOB`, `Tax ID No.`. */
  readonly label: string
  readonly value: string
  /** Who gave a number; empty where nobody is said. */
  readonly country: string
}

export function statement(label: string, value: string, country = ''): Statement {
  return { label: unparted(label), value: unparted(value), country: unparted(country) }
}

function unparted(text: string): string {
  return text.includes(';') ? text.replaceAll(';', ',') : text
}

/** How what stands behind a label is read. */
type Meaning =
  | { readonly kind: 'number'; readonly known: SchemeLabel }
  | { readonly kind: 'fact'; readonly word: string }
  | { readonly kind: 'sentence' }
  | { readonly kind: 'nothing' }

/** The lists have some hundred labels in tens of thousands of entries; a broken file must not fill the memory. */
const MOST_REMEMBERED = 10_000
const remembered = new Map<string, Meaning>()

function meaningOf(label: string): Meaning {
  const known = remembered.get(label)
  if (known !== undefined) return known
  const meaning = readLabel(label)
  if (remembered.size < MOST_REMEMBERED) remembered.set(label, meaning)
  return meaning
}

/** Stands behind a label as a value would. */
const SOME_VALUE = '1'

function readLabel(label: string): Meaning {
  const sentence = `${label} ${SOME_VALUE}`
  const opening = openingOf(sentence)
  const found = labelled(sentence, opening)
  if (found?.rest === SOME_VALUE) return { kind: 'number', known: found.known }
  const stated = statedIn(sentence)
  if (stated?.rest === SOME_VALUE) return { kind: 'fact', word: stated.word }
  const says = STATEMENT_OPENINGS.has(opening.word) || opening.word === 'target' || hasLabels(opening.word)
  return says || label === '' || label.includes('.k.a.') ? { kind: 'sentence' } : { kind: 'nothing' }
}

/** What stands before a number as it does before its label's. */
const BEFORE_NUMBER = /^[.\s:#]+/

function readStatement(said: Statement, found: FoundFacts): void {
  const { value, country } = said
  const meaning = meaningOf(said.label)
  switch (meaning.kind) {
    case 'number': {
      const identifier = identifierOf(meaning.known, value.replace(BEFORE_NUMBER, ''), country)
      if (identifier !== undefined) (found.identifiers ??= []).push(identifier)
      return
    }
    case 'fact':
      if (value !== '') addStated({ word: meaning.word, rest: value }, found)
      return
    case 'sentence':
      readSentence(sentenceOf(said), found)
      return
    case 'nothing':
  }
}

/** As the remarks would say it. */
function sentenceOf({ label, value, country }: Statement): string {
  return country === '' ? `${label} ${value}` : `${label} ${value} (${country})`
}

/** Statements and remarks in one text, as the CSV has them. */
export function remarksOf(statements: readonly Statement[], remarks: string): string {
  const sentences = statements.map(sentenceOf)
  if (remarks !== '') sentences.push(remarks)
  return sentences.join('; ')
}

/** Reads statements, and the remarks that stand beside them. */
export function parseStatements(statements: readonly Statement[], remarks: string): RemarkFacts {
  const found: FoundFacts = {}
  for (const each of statements) readStatement(each, found)
  if (remarks !== '') readSentences(remarks, false, found)
  return factsOf(found)
}
