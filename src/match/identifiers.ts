import { mayBeOneCountry } from '../model/former-country.js'
import type { Identifier } from '../model/identifier.js'
import { SHORTEST_IDENTIFIER } from '../model/thresholds.js'
import { ONE_NUMBER_COUNTRIES, SCHEMES, SINGLE_SCHEMES, WORLD_SCHEMES } from './tables/identifier-schemes.js'

/** An identifier in the form in which it is compared. */
export interface NormalIdentifier {
  /** The scheme's family: that of one register, whatever word named it. */
  readonly scheme: string
  readonly value: string
  readonly country?: string
  readonly written: Identifier
}

const SEPARATORS = /[^\p{L}\p{N}]+/gu
const SCHEME_ENDING = /-(?:numbers?|nos?|nr|num|codes?|ids?|identifier)$/
const COUNTRY_PREFIX = /^([a-z]{2})-(.+)$/
const EMPTY_WORDS: ReadonlySet<string> = new Set([
  'UNKNOWN',
  'NOTKNOWN',
  'NOTAVAILABLE',
  'NOTAPPLICABLE',
  'PENDING',
  'UNDEFINED',
  'APPLIEDFOR',
  'NUMBER',
])
const NOTHING = /^[0X]*$/
const SHAPES: ReadonlyMap<string, RegExp> = new Map([
  ['lei', /^[A-Z0-9]{20}$/],
  ['swift', /^[A-Z0-9]{8}(?:[A-Z0-9]{3})?$/],
  ['imo', /^\d{7}$/],
  ['mmsi', /^\d{9}$/],
])

/** Reads an identifier for comparison; `undefined` where the value proves nothing (too short, zeros, `unknown`, not of the scheme's shape). */
export function normaliseIdentifier(identifier: Identifier): NormalIdentifier | undefined {
  const { scheme, country } = readScheme(identifier.scheme)
  const from = identifier.country ?? country
  const value = readValue(scheme, identifier.value.toUpperCase().normalize('NFKC').replace(SEPARATORS, ''))
  if (value.length < SHORTEST_IDENTIFIER || NOTHING.test(value) || EMPTY_WORDS.has(value)) return undefined
  if (SHAPES.get(scheme)?.test(value) === false) return undefined
  const vat = scheme === 'tax' && /vat/.test(identifier.scheme) ? /^([A-Z]{2})(\w{5,})$/.exec(value) : null
  if (vat?.[2] !== undefined) return made(scheme, vat[2], from ?? vat[1], identifier)
  return made(scheme, value, from, identifier)
}

function made(scheme: string, value: string, country: string | undefined, written: Identifier): NormalIdentifier {
  const family = country !== undefined && ONE_NUMBER_COUNTRIES.has(country) && isNationalNumber(scheme) ? 'tax' : scheme
  return country === undefined ? { scheme: family, value, written } : { scheme: family, value, country, written }
}

function isNationalNumber(scheme: string): boolean {
  return scheme === 'registration' || scheme === 'uscc' || scheme === 'tax'
}

function readScheme(text: string): { readonly scheme: string; readonly country?: string } {
  const word = text
    .toLowerCase()
    .trim()
    .replace(/[\s_./]+/g, '-')
    .replace(/^-+|-+$/g, '')
  const short = word.replace(SCHEME_ENDING, '').replace(SCHEME_ENDING, '')
  const known = SCHEMES.get(word) ?? SCHEMES.get(short)
  if (known !== undefined) return known
  const prefixed = COUNTRY_PREFIX.exec(short)
  const national = prefixed === null ? undefined : SCHEMES.get(prefixed[2] ?? '')
  if (prefixed !== null && national !== undefined)
    return { scheme: national.scheme, country: (prefixed[1] ?? '').toUpperCase() }
  return { scheme: short }
}

/** `VTBRRUMMXXX` is the head office of `VTBRRUMM`, and a branch is its bank; ships' numbers come with and without `IMO`. */
function readValue(scheme: string, value: string): string {
  if (scheme === 'swift') return value.length === 11 ? value.slice(0, 8) : value
  if (scheme === 'imo') return value.replace(/^IMO(?:NO|NUMBER)?/, '')
  if (scheme === 'lei') return value.replace(/^LEI/, '')
  return value
}

/** Whether two identifiers are one and the same. `countries` are those of the first one's holder, which speak where it names none itself. */
export function sameIdentifier(a: NormalIdentifier, b: NormalIdentifier, countries: readonly string[] = []): boolean {
  if (a.value !== b.value) return false
  if (WORLD_SCHEMES.has(a.scheme)) return a.scheme === b.scheme
  return sameRegister(a, b, countries)
}

function sameRegister(a: NormalIdentifier, b: NormalIdentifier, countries: readonly string[]): boolean {
  const schemes = a.scheme === b.scheme || oneNumber(a, b)
  if (!schemes) return false
  const register = b.country
  if (a.country !== undefined && register !== undefined) return a.country === register
  if (register === undefined || countries.length === 0 || a.country !== undefined) return true
  return countries.some((country) => mayBeOneCountry(country, register))
}

/** A record that says only `registration` may mean the one number that its country gives. */
function oneNumber(a: NormalIdentifier, b: NormalIdentifier): boolean {
  const country = a.country ?? b.country
  return (
    country !== undefined &&
    ONE_NUMBER_COUNTRIES.has(country) &&
    isNationalNumber(a.scheme) &&
    isNationalNumber(b.scheme)
  )
}

export interface IdentifierEvidence {
  readonly shared?: { readonly subject: Identifier; readonly entry: Identifier }
  /** Two values of one register, where none is shared. */
  readonly conflict?: { readonly subject: Identifier; readonly entry: Identifier }
}

/** Holds two sets of identifiers against each other. A conflict counts only where the two parties share none. */
export function compareIdentifiers(
  subject: readonly NormalIdentifier[],
  entry: readonly NormalIdentifier[],
  countries: readonly string[] = [],
): IdentifierEvidence {
  let conflict: IdentifierEvidence['conflict']
  for (const a of subject) {
    for (const b of entry) {
      if (sameIdentifier(a, b, countries)) return { shared: { subject: a.written, entry: b.written } }
      conflict ??= inConflict(a, b) ? { subject: a.written, entry: b.written } : undefined
    }
  }
  return conflict === undefined ? {} : { conflict }
}

function inConflict(a: NormalIdentifier, b: NormalIdentifier): boolean {
  if (a.value === b.value || a.scheme !== b.scheme || !SINGLE_SCHEMES.has(a.scheme)) return false
  if (WORLD_SCHEMES.has(a.scheme)) return true
  return a.country !== undefined && a.country === b.country
}
