import type { Identifier } from '../../model/identifier.js'
import { ofacCountry } from './countries.js'
import { openingOf, type Opening } from './opening.js'
import { SCHEME_LABELS, type SchemeLabel } from './schemes.js'

/** A label as it is looked for: in lower case, the longest of those with one first word first. */
type Labels = readonly { readonly label: string; readonly known: SchemeLabel }[]

/** Most sentences are no numbers, which their first word tells; one pattern of all labels is tried against each of them letter by letter. */
const BY_FIRST_WORD: ReadonlyMap<string, Labels> = byFirstWord()

function byFirstWord(): ReadonlyMap<string, Labels> {
  const filed = new Map<string, Labels[number][]>()
  for (const known of SCHEME_LABELS.toSorted((a, b) => b.label.length - a.label.length)) {
    const label = known.label.toLowerCase()
    const first = firstWord(label)
    const before = filed.get(first)
    if (before === undefined) filed.set(first, [{ label, known }])
    else before.push({ label, known })
  }
  return filed
}

/** Up to the first sign that may stand behind a label. */
function firstWord(text: string): string {
  const found = /^[^\s:#]+/.exec(text)?.[0] ?? ''
  return found.endsWith('.') ? found.slice(0, -1) : found
}

/** What stands between a label and its value, the dot of an abbreviation among it. */
const BETWEEN = /^(?:[\s:#]|\.:?\s)[.\s:#]*/

export interface Labelled {
  readonly known: SchemeLabel
  readonly rest: string
}

/** The label that the sentence begins with, the longest that fits (`Passport Booklet` is not the passport `Booklet`), and what follows it. */
export function labelled(sentence: string, { word, start }: Opening): Labelled | undefined {
  const labels = BY_FIRST_WORD.get(word)
  if (labels === undefined) return undefined
  const head = sentence.slice(start, start + LONGEST_LABEL).toLowerCase()
  for (const { label, known } of labels) {
    if (!head.startsWith(label)) continue
    const behind = sentence.slice(start + label.length)
    const between = BETWEEN.exec(behind)
    if (between !== null) return { known, rest: behind.slice(between[0].length) }
  }
  return undefined
}

/** Whether labels begin with that word. */
export function hasLabels(word: string): boolean {
  return BY_FIRST_WORD.has(word)
}

const LONGEST_LABEL = Math.max(...SCHEME_LABELS.map(({ label }) => label.length))

const AFTER_VALUE = /,? (?:issued|issue date|expires|expired|expire date)\b.*$/i
const COUNTRY = /^(.*?)\s*\(([^()]*)\)$/
const PREFIX = /^(?:[A-Za-z.]{1,12}:|no\.)\s*(?=\S)/i

/** Words inside a value that say what the number is better than its label does. */
const VALUE_SCHEMES: readonly { readonly shape: RegExp; readonly scheme: string }[] = [
  { shape: /^IMO:? *(\d{7})$/i, scheme: 'imo' },
  { shape: /^ISIN:? *([A-Z]{2}[A-Z0-9]{10})$/i, scheme: 'isin' },
  { shape: /^UNP:? *(\d{9})$/i, scheme: 'tax' },
  { shape: /^RIF:? *(\S+)$/i, scheme: 'tax' },
]

/**
 * Words without a digit that a number may have (`MAT 46-47 TOMO 460 L.`); with more it is a sentence
 * (`No. 59 531 at Commercial Registry of …`).
 */
const MOST_WORDS = 3

/** Codes and marks that need no digit: `VTBRRUMM`, `EP-MNB`. */
const LETTERS_DO: ReadonlySet<string> = new Set(['swift', 'call-sign', 'aircraft-tail-number'])

/**
 * Reads one sentence of a remark as an identifier: a label of the vocabulary, a value that holds a digit, and where the list gives them the
 * country in brackets and the days of issue and expiry, which are no part of the value. `undefined` for every other sentence.
 */
export function parseIdentifierSentence(
  sentence: string,
  opening: Opening = openingOf(sentence),
): Identifier | undefined {
  const found = labelled(sentence, opening)
  return found === undefined ? undefined : identifierOf(found.known, found.rest)
}

/**
 * A number of that kind, and the country that gave it where the list says it apart; it outweighs one within the number, which is read
 * where there is no other.
 */
export function identifierOf(known: SchemeLabel, number: string, from = ''): Identifier | undefined {
  if (known.scheme === 'digital-currency-address') return walletAddress(number)
  // A single word has nothing behind it, and most numbers are one.
  const said = number.includes(' ') ? number.replace(AFTER_VALUE, '').trim() : number
  const its = ofacCountry(from)
  const { value, country } = its === undefined ? splitCountry(said) : { value: bare(said), country: its }
  if (!isNumberLike(value) && !(LETTERS_DO.has(known.scheme) && /^[A-Z0-9][A-Z0-9-]+$/.test(value))) return undefined
  return refine(known.scheme, value, country ?? known.country)
}

/** `XBT 12QtD5BF…`: the currency's code is no part of the address. */
function walletAddress(rest: string): Identifier | undefined {
  const address = /^-? *[A-Z0-9]{2,6} +([A-Za-z0-9:]{16,})$/.exec(rest)?.[1]
  return address === undefined ? undefined : { scheme: 'digital-currency-address', value: address }
}

function splitCountry(rest: string): { readonly value: string; readonly country: string | undefined } {
  const bracketed = rest.endsWith(')') ? COUNTRY.exec(rest) : null
  const country = ofacCountry(bracketed?.[2] ?? '')
  if (bracketed !== null && bracketed[1] === '') return { value: bracketed[2] ?? '', country: undefined }
  if (bracketed !== null && country !== undefined) return { value: bare(bracketed[1] ?? ''), country }
  // Most numbers have nothing behind them.
  if (!rest.includes(', ')) return { value: bare(rest), country: undefined }
  const [first = '', second = ''] = rest.split(', ')
  return { value: bare(first), country: ofacCountry(second) }
}

/**
 * Takes off a place or a remark in brackets behind the number (`HRA 738077 (Stuttgart)`; but the check digit of
 * `D489833(9)` stays), and a word that only announces it (`CNIC:`).
 */
function bare(value: string): string {
  const comma = value.indexOf(', ')
  const first = comma === -1 ? value : value.slice(0, comma)
  const number = first.endsWith(')') ? first.replace(/\s+\([^()]*\)$/, '') : first
  // Nearly all numbers announce nothing.
  if (!number.includes(':') && !number.startsWith('.', 2)) return number
  return number.replace(PREFIX, (prefix) => (/^(?:imo|isin|unp|rif)/i.test(prefix) ? prefix : ''))
}

function isNumberLike(value: string): boolean {
  if (!/\d/.test(value)) return false
  return !value.includes(' ') || value.split(' ').filter((word) => !/\d/.test(word)).length <= MOST_WORDS
}

function refine(scheme: string, value: string, country: string | undefined): Identifier {
  if (scheme === 'vessel-registration' && /^\d{7}$/.test(value)) return made('imo', value, country)
  if (!/^[IUR]/i.test(value)) return made(scheme, value, country)
  for (const { shape, scheme: better } of VALUE_SCHEMES) {
    const inner = shape.exec(value)?.[1]
    if (inner !== undefined) return made(better, inner, country)
  }
  return made(scheme, value, country)
}

function made(scheme: string, value: string, country: string | undefined): Identifier {
  return country === undefined ? { scheme, value } : { scheme, value, country }
}
