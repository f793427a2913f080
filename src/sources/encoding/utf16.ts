/** UTF-16 by its byte order mark, and not UTF-32 LE, whose mark begins alike. */
function byMark(head: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const isLittle = head[0] === 0xff && head[1] === 0xfe
  return isLittle && !(head[2] === 0 && head[3] === 0) ? 'utf-16le' : undefined
}

/** What no text of records has: NUL and other controls, halves of pairs, characters that are not assigned. */
const NO_TEXT = /\uFFFD|\p{Cn}|\p{Co}|(?![\t\r\n\v\f])\p{Cc}/u
const LINE_END = /[\r\n]/

/**
 * The byte order of UTF-16 text; `undefined` where it is none. Without a mark it is told by its line ends and by having
 * no character that text does not have: read in the wrong order, an LF is U+0A00, which is not assigned.
 */
export function utf16Order(head: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const marked = byMark(head)
  if (marked !== undefined || !head.includes(0)) return marked
  const fits = (['utf-16le', 'utf-16be'] as const).filter((encoding) => {
    const text = new TextDecoder(encoding).decode(head.subarray(0, head.length - (head.length % 2)), { stream: true })
    return LINE_END.test(text) && !NO_TEXT.test(text)
  })
  return fits.length === 1 ? fits[0] : undefined
}
