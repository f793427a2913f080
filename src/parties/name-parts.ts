import { createIdTable, SPARE, type IdTable } from '../columns/id-table.js'

/** What one cell says of names: the party's own, and others by which it goes or went. */
export interface NameParts {
  readonly name: string
  readonly others: readonly string[]
}

/** Words after which another name of the same party stands. */
const ALSO =
  /[\s,;(]+(?:d\/?b\/?a|doing business as|t\/a|trading as|a\/?k\/?a|a\.k\.a\.?|also known as|f\/?k\/?a|f\.k\.a\.?|n\/?k\/?a|now known as|formerly(?: known as)?|previously(?: known as)?|ex-name|vormals|ehemals|anciennement|ранее|бывш(?:ий|ая|ее|\.)?|曾用名)[\s:,.]+/giu

/** Words after which somebody else stands, who takes the post. */
const CARE_OF = /[\s,;(]+(?:c\/o|care of|z\.\s?hd\.?|attn\.?:?)\s.*$/iu

/**
 * What is in every cell that is more than a name as it stands: the words above, a mark at its end, a bracket; and the two letters that are an `s` and a `k`
 * to the patterns above, which know all letters and are slow to start.
 */
const MARKS =
  /[\u017f\u212a]|^[\s,;:]|[\s,;:]$|\)|[\s,;(](?:d\/?b|doing|t\/|trading as|a\/?k|a\.k|also|f\/?k|f\.k|n\/?k|now|formerly|previously|ex-name|vormals|ehemals|anciennement|ранее|бывш|曾用名|c\/o|care of|z\.|attn)/i
const NONE: readonly never[] = []

/** Understands `Acme Ltd d/b/a Zenith`, `Acme (formerly Zenith)` and `Acme c/o Agent`: all of them are Acme, the first two also Zenith. */
export function readNameParts(text: string): NameParts {
  // Most cells are one name: that is settled by one look.
  if (!MARKS.test(text)) return { name: text, others: NONE }
  const [first = '', ...others] = text.replace(CARE_OF, '').split(ALSO).map(trimmed)
  const name = first === '' ? text : first
  return { name, others: first === '' ? [] : others.filter((other) => other !== '') }
}

/** Without the bracket that the cut left open, and the marks beside it. */
function trimmed(part: string): string {
  const open = part.split('(').length - part.split(')').length
  const closed = open < 0 ? part.replace(/\)\s*$/u, '') : part
  return closed.replace(/^[\s,;:]+|[\s,;:]+$/gu, '')
}

/** What the words above begin with, as far as they are ASCII letters alone; `trading` parts a cell before an `as` alone. */
export const PARTING_WORDS: readonly string[] =
  'a ak aka also anciennement attn c care d db dba doing ehemals ex f fk fka formerly n nk nka now previously t trading vormals z'.split(
    ' ',
  )

let beginnings: IdTable | undefined
function tableOfBeginnings(): IdTable {
  if (beginnings !== undefined) return beginnings
  beginnings = createIdTable()
  for (const word of PARTING_WORDS) beginnings.internText(word)
  return beginnings
}

/** 1 for a letter with which one begins, small or not: most words are settled by it. */
const INITIAL = Uint8Array.from({ length: 256 }, (_, byte) =>
  PARTING_WORDS.some((word) => word.charCodeAt(0) === (byte | 0x20)) ? 1 : 0,
)

const TRADING = PARTING_WORDS.indexOf('trading')
const AS = Buffer.from(' as')

function isLetter(byte: number): boolean {
  const small = byte | 0x20
  return small >= 0x61 && small <= 0x7a
}

/** Whether a name of ASCII without brackets and words that part it begins or ends in a mark, which is no part of the name. */
export function hasMarkAtEnd(bytes: Uint8Array, start: number, end: number): boolean {
  return isMark(bytes[start] ?? 0) || isMark(bytes[end - 1] ?? 0)
}

function isMark(byte: number): boolean {
  return byte <= BLANK || byte === COMMA || byte === SEMICOLON || byte === COLON
}

/** Whether a name of ASCII may be more than itself for `readNameParts`; a false alarm costs only time. */
export function mayHaveParts(bytes: Uint8Array, start: number, end: number): boolean {
  const table = tableOfBeginnings()
  for (let at = start + 1; at < end; at++) {
    const before = bytes[at - 1] ?? 0
    if (before !== BLANK && before !== COMMA && before !== SEMICOLON && before !== BRACKET) continue
    if (INITIAL[bytes[at] ?? 0] === 0) continue
    let length = 0
    for (; at + length < end && isLetter(bytes[at + length] ?? 0) && length < LONGEST; length++) {
      word[length] = (bytes[at + length] ?? 0) | 0x20
    }
    const found = table.find(word, wordView, 0, length)
    if (found === -1) continue
    // Many firms trade, few of them as somebody.
    if (found !== TRADING || isFollowedBy(bytes, at + length, end, AS)) return true
  }
  return false
}

const [BLANK, COMMA, SEMICOLON, COLON, BRACKET] = [0x20, 0x2c, 0x3b, 0x3a, 0x28]
/** Longer than any beginning. */
const LONGEST = 16
const word = new Uint8Array(LONGEST + SPARE)
const wordView = new DataView(word.buffer)

function isFollowedBy(bytes: Uint8Array, at: number, end: number, small: Uint8Array): boolean {
  if (at + small.length > end) return false
  return small.every((byte, i) => ((bytes[at + i] ?? 0) | 0x20) === byte)
}
