import type { Look } from './look.js'
import type { Typesetter } from './typeset.js'

// ASCII, Latin and Cyrillic letters, and the signs of the table's own: one column each, a hundred times faster than to ask.
const ONE_COLUMN = /^[ -~\u00c0-\u024f\u0410-\u044f·─→←■…—]*$/u

async function terminalMeasure(): Promise<Typesetter['measure']> {
  const { default: stringWidth } = await import('string-width')
  return (text) => (ONE_COLUMN.test(text) ? text.length : stringWidth(text))
}

/**
 * The typesetter for a look. The two packages are loaded only where they are needed: string-width costs 20 ms, chalk 7,
 * and a report into a pipe or a file needs neither.
 */
export async function typesetterFor(look: Look): Promise<Typesetter> {
  const measure = look.width === undefined ? (text: string) => text.length : await terminalMeasure()
  const paint = look.color ? (await import('./palette.js')).COLOURED : (text: string) => text
  return { width: look.width, measure, paint }
}
