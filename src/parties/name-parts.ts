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

/** Understands `Acme Ltd d/b/a Zenith`, `Acme (formerly Zenith)` and `Acme c/o Agent`: all of them are Acme, the first two also Zenith. */
export function readNameParts(text: string): NameParts {
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
