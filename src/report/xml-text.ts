import { visible } from './sanitise.js'

const ESCAPES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&apos;'],
])

/** Foreign text for XML 1.0, in an attribute or between tags: it may hold no control, and these two characters never. */
export function xmlText(text: string): string {
  const shown = visible(text)
    .replaceAll('\ufffe', String.raw`\u{fffe}`)
    .replaceAll('\uffff', String.raw`\u{ffff}`)
  return shown.replaceAll(/[&<>"']/gu, (found) => ESCAPES.get(found) ?? '')
}

/** ` name="value"` for each that has a value. */
export function xmlAttributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${xmlText(String(value))}"`)
    .join('')
}
