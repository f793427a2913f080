import { isCountryCode } from './country.js'

/** A number that a register gave to a party, such as `by-unp:100185185` or `lei:253400V1H6ART1UQ0N98`. */
export interface Identifier {
  /** The scheme as the record names it, in lower case: any word is taken. */
  readonly scheme: string
  /** The value as written, trimmed. */
  readonly value: string
  /** ISO 3166 alpha-2 code of the country whose register gave it, where that is known. */
  readonly country?: string
}

const SHAPE = /^\s*(\p{L}[^:]*?)\s*:\s*(\S.*?)\s*$/su

/** The country that a scheme such as `by-unp` or `cn-uscc` begins with. */
export function schemeCountry(scheme: string): string | undefined {
  const code = /^([a-z]{2})-./.exec(scheme)?.[1]?.toUpperCase()
  return code !== undefined && isCountryCode(code) ? code : undefined
}

/** Reads `scheme:value`; `undefined` where either is missing. */
export function parseIdentifier(text: string): Identifier | undefined {
  const found = SHAPE.exec(text)
  if (found?.[1] === undefined || found[2] === undefined) return undefined
  const scheme = found[1].toLowerCase()
  const country = schemeCountry(scheme)
  return { scheme, value: found[2], ...(country === undefined ? {} : { country }) }
}
