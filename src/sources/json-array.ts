import type { Problem } from '../model/problem.js'

export interface ArraySplitter {
  line(this: void, text: string, line: number): void
  /** After the last line: why the array is not whole, or nothing. */
  end(): Pick<Problem, 'message' | 'line'> | undefined
}

const QUOTE = 0x22
const COMMA = 0x2c
const OPEN_BRACKET = 0x5b
const BACKSLASH = 0x5c
const CLOSE_BRACKET = 0x5d
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d

/**
 * Splits the text of a JSON array, line by line, into the texts of its elements with the line on which each begins.
 *
 * @param onAfter takes what follows the array, where something may; else nothing may.
 */
export function createArraySplitter(
  onElement: (text: string, line: number) => void,
  onAfter?: (text: string, line: number) => void,
): ArraySplitter {
  let depth = 0
  let inString = false
  let escaped = false
  let ended = false
  let afterEnd: number | undefined
  let parts: string[] = []
  let elementLine = 0
  let lastLine = 0
  let elements = 0

  /** An empty element is a doubled comma, or one before the end; only an empty array may have it. */
  function giveElement(isLast: boolean): void {
    const text = parts.join('\n').trim()
    parts = []
    if (text !== '' || elements > 0 || !isLast) onElement(text, text === '' ? lastLine : elementLine)
    elements++
  }

  /** The element's text in this line, up to `until`; the element begins on the first line where it has any. */
  function keep(text: string, start: number, until: number): void {
    const part = text.slice(start, until)
    if (parts.length === 0 && part.trim() === '') return
    if (parts.length === 0) elementLine = lastLine
    parts.push(part)
  }

  function line(text: string, at: number): void {
    lastLine = at
    let start = 0
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index)
      if (escaped) escaped = false
      else if (inString) {
        if (code === BACKSLASH) escaped = true
        else if (code === QUOTE) inString = false
      } else if (ended) {
        const after = text.slice(index)
        if (onAfter !== undefined) onAfter(after, at)
        else if (after.trim() !== '') afterEnd ??= at
        return
      } else if (code === QUOTE) inString = true
      else if (code === OPEN_BRACKET || code === OPEN_BRACE) {
        depth++
        if (depth === 1) start = index + 1
      } else if (code === CLOSE_BRACKET || code === CLOSE_BRACE) {
        depth--
        if (depth === 0) {
          keep(text, start, index)
          giveElement(true)
          ended = true
        }
      } else if (code === COMMA && depth === 1) {
        keep(text, start, index)
        giveElement(false)
        start = index + 1
      }
    }
    if (!ended && depth > 0) keep(text, start, text.length)
  }

  function end(): Pick<Problem, 'message' | 'line'> | undefined {
    if (afterEnd !== undefined) return { message: 'expected nothing after the end of the JSON array', line: afterEnd }
    if (ended) return undefined
    if (parts.length > 0) {
      const begun = elementLine
      giveElement(true)
      return { message: 'the JSON array is broken off in the record that begins here', line: begun }
    }
    return { message: 'the JSON array is broken off: its closing bracket is missing', line: lastLine }
  }

  return { line, end }
}
