import { createRecent } from '../model/recent.js'
import { createTails } from '../model/tails.js'
import { arrayText, deeper, isPlain, jsonText, writeArray, type Margin } from './json-text.js'
import type { Write } from './sheet.js'

/** Puts a value in order, and writes the same as JSON at once, without making it in between: there may be a million. */
export interface Arrange<T, A = unknown> {
  (value: T): A
  readonly writerAt?: (margin: Margin) => Write<T>
}

/** Of an object, which may also begin with more than its brace. */
export interface ArrangeObject<T> extends Arrange<T, Readonly<Record<string, unknown>>> {
  readonly writerAt: (margin: Margin, opening?: string) => Write<T>
}

/** For every field of `T`, in the order in which it is written: `true`, or how its own value is put in order. */
export type KeyOrder<T> = { readonly [K in keyof T]-?: true | Arrange<NonNullable<T[K]>> }

function arrangedField<T>(order: KeyOrder<T>, from: T, key: keyof T): unknown {
  const value = from[key]
  const arrange = order[key]
  return arrange === true || value === undefined || value === null ? value : arrange(value)
}

/** How a value that is arranged so is written as JSON: the bytes that `JSON.stringify` gives of what is arranged. */
export function writerOf<T>(arrange: Arrange<T>, margin: Margin): Write<T> {
  return arrange.writerAt?.(margin) ?? ((value, sheet) => sheet.text(jsonText(arrange(value), margin)))
}

/** What stands before a field's value: as the first field, after a text whose quote is still open, or after another value. */
interface Labels {
  readonly first: string
  readonly afterText: string
  readonly afterOther: string
}

interface FieldText<T> {
  readonly key: keyof T
  /** Before a text, whose opening quote is part of it, and before any other value. */
  readonly text: Labels
  readonly other: Labels
  /** Of a value that is arranged; absent where it is written as it is. */
  readonly write: Write<T> | undefined
}

function labels(label: string, opening: string): Labels {
  return { first: `${opening}${label}`, afterText: `",${label}`, afterOther: `,${label}` }
}

function fieldText<T>(order: KeyOrder<T>, key: keyof T & string, margin: Margin, opening: string): FieldText<T> {
  const label = margin === undefined ? `"${key}":` : `\n${margin}"${key}": `
  const arrange: true | Arrange<NonNullable<T[keyof T & string]>> = order[key]
  const arranged = arrange === true ? undefined : writerOf(arrange, margin)
  const write: Write<T> = (from, sheet) => {
    const value = from[key]
    if (arranged === undefined || value === undefined || value === null) sheet.text('null')
    else arranged(value, sheet)
  }
  const [text, other] = [labels(`${label}"`, opening), labels(label, opening)]
  return { key, text, other, write: arranged === undefined ? undefined : write }
}

/**
 * One sum of few pieces an object: for each field what stands before it, with the quotes of the texts around it, and its value. At a million
 * findings the number of pieces is what takes the time.
 */
function objectWriter<T>(
  order: KeyOrder<T>,
  keys: readonly (keyof T & string)[],
  margin: Margin,
  opening = '{',
): Write<T> {
  const inner = deeper(margin)
  const fields = keys.map((key) => fieldText(order, key, inner, opening))
  const close = margin === undefined ? '}' : `\n${margin}}`
  return (from, sheet) => {
    let text = ''
    let before: keyof Labels = 'first'
    for (const { key, text: ofText, other, write } of fields) {
      const value = from[key]
      if (value === undefined) continue
      if (typeof value === 'string' && write === undefined && isPlain(value)) {
        text = text + ofText[before] + value
        before = 'afterText'
        continue
      }
      text += other[before]
      before = 'afterOther'
      if (write === undefined) {
        text += jsonText(value, inner)
        continue
      }
      sheet.text(text)
      text = ''
      write(from, sheet)
    }
    if (before === 'first') sheet.text('{}')
    else sheet.text(text + (before === 'afterText' ? `"${close}` : close))
  }
}

/**
 * The fields of a value in a fixed order, and none without a value: stages may build their objects in any order, and the
 * report is the same bytes. That no field is forgotten, the type of `order` holds.
 */
export function inOrder<T extends object>(order: KeyOrder<T>): ArrangeObject<T> {
  // The keys are written in this code, so none can come from a file.
  const keys = Object.keys(order).filter((key): key is keyof T & string => Object.hasOwn(order, key))
  const arrange = (value: T) => {
    const arranged: Record<string, unknown> = {}
    for (const key of keys) {
      const field = arrangedField(order, value, key)
      if (field !== undefined) arranged[key] = field
    }
    return arranged
  }
  return Object.assign(arrange, {
    writerAt: (margin: Margin, opening?: string) => objectWriter(order, keys, margin, opening),
  })
}

export function each<T>(arrange: Arrange<T>): Arrange<readonly T[], unknown[]> {
  const all = (values: readonly T[]) => values.map((value) => arrange(value))
  return Object.assign(all, {
    writerAt(margin: Margin): Write<readonly T[]> {
      const write = writerOf(arrange, deeper(margin))
      const text = arrayText(margin)
      return (values, sheet) => writeArray(values, write, text, sheet)
    },
  })
}

/** Bytes that are remembered in one place of a report. */
const REMEMBERED = 1 << 24

/**
 * A chain, whose first step is its own: those after it others have as well, and their bytes are made once as long as they are
 * remembered.
 */
export function eachOfChain<T extends object>(arrange: Arrange<T>): Arrange<readonly T[], unknown[]> {
  return Object.assign(each(arrange), {
    writerAt(margin: Margin): Write<readonly T[]> {
      const write = writerOf(arrange, deeper(margin))
      const text = arrayText(margin)
      const remembered = createTails<T, Uint8Array>(REMEMBERED, weightOf)
      return (values, sheet) => {
        const [first] = values
        if (first === undefined) return sheet.text('[]')
        sheet.text(text.open)
        write(first, sheet)
        const make = (value: T): Uint8Array => {
          const from = sheet.size()
          sheet.text(text.between)
          write(value, sheet)
          return sheet.cut(from)
        }
        for (let rest = remembered(values, 1, make); rest !== undefined; rest = rest.next) sheet.bytes(rest.made)
        sheet.text(text.close)
      }
    },
  })
}

/** What many others hold: its bytes are made once as long as they are remembered. */
export function shared<T extends object>(arrange: Arrange<T>): Arrange<T> {
  return Object.assign((value: T) => arrange(value), {
    writerAt(margin: Margin): Write<T> {
      const write = writerOf(arrange, margin)
      const made = createRecent<T, Uint8Array>(REMEMBERED, weightOf)
      return (value, sheet) => {
        const known = made.get(value)
        if (known !== undefined) return sheet.bytes(known)
        const from = sheet.size()
        write(value, sheet)
        const fresh = sheet.cut(from)
        made.set(value, fresh)
        sheet.bytes(fresh)
      }
    },
  })
}

/** With what the object itself takes. */
function weightOf({ length }: Uint8Array): number {
  return length + 200
}
