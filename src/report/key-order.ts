import { createRecent } from '../model/recent.js'
import { arrayText, deeper, isPlain, jsonText, type Margin } from './json-text.js'

type AsText<T> = (value: T) => string

/** Puts a value in order, and says the same as JSON at once, without making it in between: there may be a million. */
export interface Arrange<T, A = unknown> {
  (value: T): A
  readonly textAt?: (margin: Margin) => AsText<T>
}

/** For every field of `T`, in the order in which it is written: `true`, or how its own value is put in order. */
export type KeyOrder<T> = { readonly [K in keyof T]-?: true | Arrange<NonNullable<T[K]>> }

function arrangedField<T>(order: KeyOrder<T>, from: T, key: keyof T): unknown {
  const value = from[key]
  const arrange = order[key]
  return arrange === true || value === undefined || value === null ? value : arrange(value)
}

/** How a value that is arranged so is written as JSON: the bytes that `JSON.stringify` gives of what is arranged. */
export function textOf<T>(arrange: Arrange<T>, margin: Margin): AsText<T> {
  return arrange.textAt?.(margin) ?? ((value) => jsonText(arrange(value), margin))
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
  readonly write: AsText<T> | undefined
}

function labels(label: string): Labels {
  return { first: `{${label}`, afterText: `",${label}`, afterOther: `,${label}` }
}

function fieldText<T>(order: KeyOrder<T>, key: keyof T & string, margin: Margin): FieldText<T> {
  const label = margin === undefined ? `"${key}":` : `\n${margin}"${key}": `
  const arrange: true | Arrange<NonNullable<T[keyof T & string]>> = order[key]
  const arranged = arrange === true ? undefined : textOf(arrange, margin)
  const write = (from: T): string => {
    const value = from[key]
    return arranged === undefined || value === undefined || value === null ? 'null' : arranged(value)
  }
  return { key, text: labels(`${label}"`), other: labels(label), write: arranged === undefined ? undefined : write }
}

/**
 * One sum of few pieces an object: for each field what stands before it, with the quotes of the texts around it, and its value. At a million
 * findings the number of pieces is what takes the time.
 */
function objectText<T>(order: KeyOrder<T>, keys: readonly (keyof T & string)[], margin: Margin): AsText<T> {
  const inner = deeper(margin)
  const fields = keys.map((key) => fieldText(order, key, inner))
  const close = margin === undefined ? '}' : `\n${margin}}`
  return (from) => {
    let text = ''
    let before: keyof Labels = 'first'
    for (const { key, text: ofText, other, write } of fields) {
      const value = from[key]
      if (value === undefined) continue
      if (typeof value === 'string' && write === undefined && isPlain(value)) {
        text = text + ofText[before] + value
        before = 'afterText'
      } else {
        text = text + other[before] + (write === undefined ? jsonText(value, inner) : write(from))
        before = 'afterOther'
      }
    }
    if (before === 'first') return '{}'
    return text + (before === 'afterText' ? `"${close}` : close)
  }
}

/**
 * The fields of a value in a fixed order, and none without a value: stages may build their objects in any order, and the
 * report is the same bytes. That no field is forgotten, the type of `order` holds.
 */
export function inOrder<T extends object>(order: KeyOrder<T>): Arrange<T, Readonly<Record<string, unknown>>> {
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
  return Object.assign(arrange, { textAt: (margin: Margin) => objectText(order, keys, margin) })
}

export function each<T>(arrange: Arrange<T>): Arrange<readonly T[], unknown[]> {
  const all = (values: readonly T[]) => values.map((value) => arrange(value))
  return Object.assign(all, {
    textAt(margin: Margin): AsText<readonly T[]> {
      const write = textOf(arrange, deeper(margin))
      return (values) => arrayText(values, write, margin)
    },
  })
}

/** Characters of the texts that are remembered in one place of a report. */
const REMEMBERED = 1 << 24

/**
 * A chain, whose first step is its own: those after it others have as well, and their texts are made once as long as they are
 * remembered.
 */
export function eachOfChain<T extends object>(arrange: Arrange<T>): Arrange<readonly T[], unknown[]> {
  return Object.assign(each(arrange), {
    textAt(margin: Margin): AsText<readonly T[]> {
      const writeOwn = textOf(arrange, deeper(margin))
      const writeShared = remembering(writeOwn)
      const write = (value: T, at: number): string => (at === 0 ? writeOwn(value) : writeShared(value))
      return (values) => arrayText(values, write, margin)
    },
  })
}

/** What many others hold: its text is made once as long as it is remembered. */
export function shared<T extends object>(arrange: Arrange<T>): Arrange<T> {
  return Object.assign((value: T) => arrange(value), {
    textAt: (margin: Margin): AsText<T> => remembering(textOf(arrange, margin)),
  })
}

function remembering<T extends object>(write: AsText<T>): AsText<T> {
  const made = createRecent<T, string>(REMEMBERED, (text) => text.length)
  return (value) => {
    const known = made.get(value)
    if (known !== undefined) return known
    const text = inOnePiece(write(value))
    made.set(value, text)
    return text
  }
}

/** A sum of texts stays a tree of its pieces, to be gone through at each use, until one of its characters is asked for. */
function inOnePiece(text: string): string {
  return text.charCodeAt(0) >= 0 ? text : ''
}
