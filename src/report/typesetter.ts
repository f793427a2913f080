import type { Look } from './look.js'
import type { Typesetter } from './typeset.js'

const ASCII = /^[\x20-\x7e]*$/u

async function terminalMeasure(): Promise<Typesetter['measure']> {
  const { default: stringWidth } = await import('string-width')
  return (text) => (ASCII.test(text) ? text.length : stringWidth(text))
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
