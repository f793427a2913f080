import { visible } from './sanitise.js'

/** Marks that CommonMark or GitHub's and GitLab's own additions read anywhere, each of which a backslash makes a letter; a dot may make an address. */
const MARKS = /[\\`*_{}[\]#!|~$^=]|(?<=\S)\.(?=\p{L})/gu
/** What begins a list, a quotation or a line of another kind where it stands first. */
const BEGINNINGS = /^(\d{0,9})([-+.):])/u
const ENTITIES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
])

/**
 * A comment that shows nothing and parts a text. GitHub and GitLab look for mentions (`@name`), references (`#1`, `!1`, `~label`)
 * and addresses after the marks have been read, so that a backslash does not keep them from it.
 */
const APART = '<!-- -->'
const LIVE = /[@#!~$%&](?=[\w~"[])|^\/|:(?=\/\/)|www(?=\.)|GH(?=-\d)|(?<=[\w.])@/giu

/** Foreign text as text, in a paragraph, a heading or a cell: nothing of it is markup, a link, an image or a mention. */
export function markdownText(text: string): string {
  const parts = visible(text)
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(LIVE, (found) => `${found}\0`)
    .split('\0')
  const escaped = parts.map((part) =>
    part.replaceAll(/[&<>"]/gu, (found) => ENTITIES.get(found) ?? '').replaceAll(MARKS, (mark) => `\\${mark}`),
  )
  return escaped.join(APART).replace(BEGINNINGS, '$1\\$2')
}

/** Foreign text inside HTML of ours, such as a summary: marks mean nothing there, and in `code` nothing else does. */
export function markdownHtml(text: string): string {
  const escaped = visible(text).replaceAll(/[&<>"]/gu, (found) => ENTITIES.get(found) ?? '')
  return `<code>${escaped.replaceAll(/\s+/gu, ' ')}</code>`
}

/** A short foreign word as code, such as an id or a place; also in a cell of a table, where a bar would end it. */
export function markdownCode(text: string): string {
  const shown = visible(text).replaceAll(/\s+/gu, ' ').trim()
  const longest = Math.max(0, ...[...shown.matchAll(/`+/gu)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const padded = shown.startsWith('`') || shown.endsWith('`') || shown === '' ? ` ${shown} ` : shown
  return `${fence}${padded.replaceAll('|', '\\|')}${fence}`
}
