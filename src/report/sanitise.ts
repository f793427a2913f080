// Controls, format characters (bidi overrides, zero-width), lone surrogates, line and paragraph separators, private use,
// and the letters that Unicode draws as nothing: each of them lets a name look like what it is not.
const UNSAFE = String.raw`\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0`
// Persian and the Indic scripts spell with the joiners, and emoji are put together with one: there they belong to the text.
const JOINING = [
  'Arabic',
  'Syriac',
  'Mongolian',
  'Devanagari',
  'Bengali',
  'Gurmukhi',
  'Gujarati',
  'Oriya',
  'Tamil',
  'Telugu',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Khmer',
  'Myanmar',
]
  .map((script) => String.raw`\p{Script=${script}}`)
  .join('')
const SPELLED = String.raw`(?<=[${JOINING}]\p{M}*)[\u200c\u200d](?=[${JOINING}])`
const EMOJI = String.raw`(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d(?=\p{Extended_Pictographic})`

// Most texts are such, and are told by it in a fraction of the time.
const SAFE = /^[ -~À-ÿ\u0400-\u04ff·–—…←→─]*$/
const HAS_UNSAFE = new RegExp(`[${UNSAFE}]`, 'u')
const EACH_UNSAFE = new RegExp(`(?<kept>${SPELLED}|${EMOJI})|[${UNSAFE}]`, 'gu')

const SHORT = new Map([
  ['\n', String.raw`\n`],
  ['\r', String.raw`\r`],
  ['\t', String.raw`\t`],
])

function escapeSequence(character: string): string {
  return SHORT.get(character) ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
}

/**
 * Foreign text as one line that a terminal may be given: what would move the cursor, break the line, turn the direction of
 * writing or be invisible stands there as an escape such as `\u{202e}`. All else is left as it is.
 */
export function visible(text: string): string {
  if (SAFE.test(text) || !HAS_UNSAFE.test(text)) return text
  return text.replace(EACH_UNSAFE, (found: string, kept: string | undefined) => kept ?? escapeSequence(found))
}

// OWASP "CSV Injection": these at the beginning of a cell make it a formula, the full-width forms in East Asian versions
// of the spreadsheets; blanks before them are trimmed by some.
const FORMULA = /^[\s\t\r\n]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20\u2212\ufe63\ufe62\ufe66\ufe6b]/u
const NEEDS_QUOTES = /[",;\t']|^\s|\s$/u

/**
 * A CSV cell (RFC 4180) of foreign text: made visible as for a terminal, with an apostrophe before what a spreadsheet
 * would run, and quoted where a reader might split it.
 */
export function csvCell(text: string): string {
  const shown = visible(text)
  const harmless = FORMULA.test(text) || FORMULA.test(shown) ? `'${shown}` : shown
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

// The joiners stay: they are harmless, and JSON is the place where names keep their exact characters.
const RAW_IN_JSON =
  /[\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu

function jsonEscape(character: string): string {
  return Array.from({ length: character.length }, (_, at) => {
    return `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`
  }).join('')
}

/** Serialised JSON that means the same and that can be shown: `JSON.stringify` leaves C1 controls and bidi marks raw. */
export function jsonSafe(json: string): string {
  return json.replace(RAW_IN_JSON, jsonEscape)
}
