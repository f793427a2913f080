import type { PartialDate } from '../model/date.js'
import type { FileSettings } from '../model/file-settings.js'
import { parseDateFormat } from './date-format.js'
import { numberFormat, type NumberFormat } from './number-format.js'
import { badDate, badNumber, readAmount, readDate, readPercent, remembered, type Reading } from './values.js'

/** How the dates and numbers of a file are written. */
export interface ValueFormats {
  readonly date: (text: string) => Reading<PartialDate>
  readonly amount: (text: string) => Reading<string>
  readonly percent: (text: string) => Reading<string>
}

/** The forms of the contract alone. */
const PLAIN: ValueFormats = { date: remembered(readDate), amount: readAmount, percent: readPercent }

/** The forms of the contract, and those that the user said. */
export function valueFormats(said: FileSettings | undefined): ValueFormats {
  if (said === undefined) return PLAIN
  const number = numberFormat(said)
  const date = said.dateFormat === undefined ? undefined : dateReader(said.dateFormat)
  if (number === undefined && date === undefined) return PLAIN
  return {
    date: date ?? PLAIN.date,
    amount: number === undefined ? readAmount : (text) => formatted(text, number, readAmount),
    percent: number === undefined ? readPercent : (text) => formatted(text, number, readPercent),
  }
}

function dateReader(format: string): ValueFormats['date'] | undefined {
  const parse = parseDateFormat(format)
  if (parse === undefined) return undefined
  return remembered((text) => {
    const value = parse(text)
    if (value !== undefined) return { ok: true, value }
    // The forms of the contract can be taken for no other.
    const plain = readDate(text)
    return plain.ok ? plain : badDate(text, `as ${format}`)
  })
}

function formatted(text: string, format: NumberFormat, read: (text: string) => Reading<string>): Reading<string> {
  const number = format(text)
  return number === undefined ? badNumber(text) : read(number)
}
