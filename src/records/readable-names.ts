import { columnOf } from './columns.js'
import type { FileShape } from './columns.js'
import { isName } from './row.js'

const PAIRS = /"([^"\\]{1,40})"\s*:\s*(\[[^\]]*\]|"[^"\\]*(?:\\.[^"\\]*)*")/g

function textsIn(json: string): readonly string[] {
  try {
    const value: unknown = JSON.parse(json)
    return (Array.isArray(value) ? value : [value]).filter((text) => typeof text === 'string')
  } catch {
    return []
  }
}

/** The names in a text that is no whole JSON, such as a line that was cut off: the values of fields that hold names. */
export function readableNames(text: string, shape: FileShape): readonly string[] {
  const holdNames = new Set<string>(shape.nameFields)
  return [...text.matchAll(PAIRS)]
    .filter(([, key = '']) => holdNames.has(columnOf(shape, key)?.field ?? ''))
    .flatMap(([, , value = '']) => textsIn(value))
    .map((name) => name.trim())
    .filter(isName)
}
