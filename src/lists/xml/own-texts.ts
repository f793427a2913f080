/** As long as texts are that stand in many entries: names of countries and programmes, but also statements of reasons and legal bases. */
const LONGEST_SHARED = 2000
const SHARED = 1 << 14
/** Texts up to this are compared by bytes that stand side by side; letters of strings are spread over the memory. */
const SHORT = 32
const ALL_HASHED = 32

export type TextOf = (bytes: Buffer, from: number, to: number, isAscii: boolean) => string

/**
 * Makes texts out of the bytes of a document. Each is its own, and no window on what was read around it; those of ASCII that were met
 * before are the same text again, so that a hundred thousand entries hold the name of a country once.
 */
export function createOwnTexts(): TextOf {
  const shared: string[] = Array.from({ length: SHARED }, () => '')
  const hashes = new Int32Array(SHARED)
  const shorts = new Uint8Array(SHARED * SHORT)

  function isShort(place: number, bytes: Buffer, from: number, length: number): boolean {
    const start = place * SHORT
    for (let at = 0; at < length; at++) if (shorts[start + at] !== bytes[from + at]) return false
    return true
  }

  return (bytes, from, to, isAscii) => {
    if (!isAscii) return bytes.toString('utf8', from, to)
    const length = to - from
    if (length > LONGEST_SHARED) return bytes.toString('latin1', from, to)
    let hash = length
    // Of a long text some letters tell it from others well enough to find where it would be.
    const step = length > ALL_HASHED ? Math.ceil(length / ALL_HASHED) : 1
    for (let at = from; at < to; at += step) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0
    const place = (hash ^ (hash >>> 14)) & (SHARED - 1)
    if (hashes[place] === hash) {
      const known = shared[place] ?? ''
      const isSame = length <= SHORT ? isShort(place, bytes, from, length) : isText(known, bytes, from)
      if (known.length === length && isSame) return known
    }
    const text = bytes.toString('latin1', from, to)
    hashes[place] = hash
    shared[place] = text
    if (length <= SHORT) for (let at = 0; at < length; at++) shorts[place * SHORT + at] = bytes[from + at] ?? 0
    return text
  }
}

function isText(text: string, bytes: Buffer, from: number): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) !== bytes[from + at]) return false
  return true
}
