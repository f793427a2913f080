/** How a sentence of a remark begins, which tells most of them that say nothing to be read. */
export interface Opening {
  /** Its first word in lower case, without a dot behind it; that after `alt.` where it begins with this. */
  readonly word: string
  /** Where that word is. */
  readonly start: number
}

const ALTERNATIVE = /^alt\.? /i
const BLANK = /\s/
const [TAB, CARRIAGE_RETURN, SPACE, COLON, HASH] = [9, 13, 32, 58, 35]

/** The first words of remarks are a few hundred, of tens of thousands of sentences. */
const MOST_REMEMBERED = 10_000
const remembered = new Map<string, string>()

export function openingOf(sentence: string): Opening {
  const start = isAlternative(sentence) ? (ALTERNATIVE.exec(sentence)?.[0].length ?? 0) : 0
  let end = start
  while (end < sentence.length && !endsWord(sentence, end)) end++
  return { word: plain(sentence.slice(start, end)), start }
}

function isAlternative(sentence: string): boolean {
  // Any case of an `a`, as its only letters.
  return (sentence.charCodeAt(0) | 32) === 97 && (sentence.charCodeAt(1) | 32) === 108
}

function endsWord(sentence: string, at: number): boolean {
  const code = sentence.charCodeAt(at)
  if (code > 127) return BLANK.test(sentence[at] ?? '')
  return code === SPACE || code === COLON || code === HASH || (code >= TAB && code <= CARRIAGE_RETURN)
}

function plain(written: string): string {
  const known = remembered.get(written)
  if (known !== undefined) return known
  const lower = written.toLowerCase()
  const word = lower.endsWith('.') ? lower.slice(0, -1) : lower
  if (remembered.size < MOST_REMEMBERED) remembered.set(written, word)
  return word
}
