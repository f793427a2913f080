import { parsePartialDate } from '../model/date.js'
import type { PartialDate } from '../model/date.js'
import { monthOf } from './month-names.js'

/** The parts of a date format: `DD.MM.YYYY`, `M/D/YY`, `MMM DD, YYYY`, `YYYYMMDD`, `MM.YYYY`. */
const PARTS = /YYYY|YY|MMMM|MMM|MM|M|DD|D/g
/** What may follow the date: a time of day, which is not kept. */
const TIME = '(?:[T\\s]+\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?:\\s*[AaPp][Mm])?)?'
/** POSIX: years of two digits from 69 on are of the last century. */
const PIVOT = 69

export type DateFormat = (text: string) => PartialDate | undefined

interface Part {
  readonly token: string
  readonly pattern: string
}

/** Reads dates of a stated form; `undefined` where the form is none: it needs a year, and a month where it has a day. */
export function parseDateFormat(format: string): DateFormat | undefined {
  const tokens = [...format.matchAll(PARTS)]
  const letters = tokens.map(([token]) => (token[0] ?? '').toUpperCase())
  const once = new Set(letters).size === letters.length
  if (!once || !letters.includes('Y') || (letters.includes('D') && !letters.includes('M'))) return undefined
  if (/[A-Za-z]/.test(format.replaceAll(PARTS, ''))) return undefined
  const parts = patternsOf(format, tokens)
  const pattern = new RegExp(`^${parts.map((part) => part.pattern).join('')}${TIME}$`, 'u')
  const names = parts.filter((part) => part.token !== '').map((part) => part.token)
  return (text) => {
    const found = pattern.exec(text.trim())
    if (found === null) return undefined
    const values = new Map(names.map((name, at) => [name[0] ?? '', found[at + 1] ?? '']))
    return build(values, names)
  }
}

function patternsOf(format: string, tokens: readonly RegExpExecArray[]): readonly Part[] {
  const parts: Part[] = []
  let at = 0
  for (const [number, token] of tokens.entries()) {
    if (token.index > at) parts.push({ token: '', pattern: literal(format.slice(at, token.index)) })
    const end = token.index + token[0].length
    // Digits that touch other digits are told apart by their number alone.
    const touches = tokens[number + 1]?.index === end || (number > 0 && token.index === at)
    parts.push({ token: token[0], pattern: patternOf(token[0], touches) })
    at = end
  }
  if (at < format.length) parts.push({ token: '', pattern: literal(format.slice(at)) })
  return parts
}

function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(/\s+/g, '\\s+')
}

function patternOf(token: string, touches: boolean): string {
  if (token === 'YYYY') return '(\\d{4})'
  if (token === 'YY') return '(\\d{2})'
  if (token.startsWith('MMM')) return '(\\p{L}{3,})\\.?'
  return touches ? '(\\d{2})' : '(\\d{1,2})'
}

function build(values: ReadonlyMap<string, string>, tokens: readonly string[]): PartialDate | undefined {
  const written = values.get('Y') ?? ''
  const year = tokens.includes('YY') ? `${Number(written) < PIVOT ? '20' : '19'}${written}` : written
  const month = values.get('M')
  const number = month === undefined ? undefined : /^\d/.test(month) ? Number(month) : monthOf(month)
  if (month !== undefined && number === undefined) return undefined
  const rest = [number, values.get('D')].filter((part) => part !== undefined)
  return parsePartialDate([year, ...rest.map((part) => String(part).padStart(2, '0'))].join('-'))
}
