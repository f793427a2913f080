import { createArraySplitter, type ArraySplitter } from './json-array.js'

const QUOTE = 0x22
const OPEN_BRACKET = 0x5b
const BACKSLASH = 0x5c
const CLOSE_BRACKET = 0x5d
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d

export interface WithinSplitter extends ArraySplitter {
  /** After the end: the object around the array, as text, with an empty array in its place. */
  around(this: void): string
  /** Whether the array has begun. */
  found(this: void): boolean
}

/** Of a name, a colon and the blanks between. */
const LONGEST_NAME = 128

/** What stands before the array of that name, as the last of an object's text. */
const nameBefore = (field: string): RegExp => new RegExp(`"${field}"\\s*:\\s*$`)

/**
 * Splits an array that is a field of one object, as answers of web services are, into the texts of its elements. Memory is that of the
 * largest element, beside what stands around the array.
 */
export function createWithinSplitter(field: string, onElement: (text: string, line: number) => void): WithinSplitter {
  const name = nameBefore(field)
  let around = ''
  let depth = 0
  let inString = false
  let escaped = false
  let found = false
  let closed = false
  let again: number | undefined
  let lastLine = 0
  const array = createArraySplitter(onElement, (text, line) => {
    if (!closed) around += ']'
    closed = true
    outside(text, line)
  })

  /** Text outside of the array: up to where it begins, and what follows it. */
  function outside(text: string, line: number): void {
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index)
      if (escaped) escaped = false
      else if (inString) {
        if (code === BACKSLASH) escaped = true
        else if (code === QUOTE) inString = false
      } else if (code === QUOTE) inString = true
      else if (code === OPEN_BRACE) depth++
      else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth--
      else if (code === OPEN_BRACKET) {
        const isIt = depth === 1 && name.test((around + text.slice(0, index)).slice(-LONGEST_NAME))
        if (isIt && !found) {
          found = true
          around += text.slice(0, index + 1)
          array.line(text.slice(index), line)
          return
        }
        if (isIt) again ??= line
        depth++
      }
    }
    around += `${text}\n`
  }

  return {
    line(text, line) {
      lastLine = line
      if (found) array.line(text, line)
      else outside(text, line)
    },
    end() {
      if (again !== undefined) return { message: `expected one array "${field}", got another`, line: again }
      if (found) return array.end()
      return { message: `expected an object with the array "${field}", got one without`, line: lastLine }
    },
    around: () => around,
    found: () => found,
  }
}

/** Whether a text begins as such an object does, by what is there of it. */
export function isWithin(field: string, head: string): boolean {
  if (!/^\s*\{/.test(head) || !head.includes(`"${field}"`)) return false
  const splitter = createWithinSplitter(field, () => undefined)
  head.split('\n').forEach((text, at) => splitter.line(text, at + 1))
  return splitter.found()
}
