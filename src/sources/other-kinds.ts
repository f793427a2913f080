/** Kinds of file that are no text, by the bytes that their specifications make them begin with. */
const SIGNATURES: readonly (readonly [start: string, what: string, hint?: string])[] = [
  ['\x89PNG\r\n\x1a\n', 'a PNG image'],
  ['\xff\xd8\xff', 'a JPEG image'],
  ['GIF8', 'a GIF image'],
  ['%PDF-', 'a PDF document'],
  ['PK\x03\x04', 'a ZIP archive, which an XLSX workbook is too', 'save the sheet as CSV UTF-8, or unpack the archive'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'an old Office document, such as XLS', 'save the sheet as CSV UTF-8'],
  ['BZh', 'a bzip2 archive', 'unpack it with bunzip2'],
  ['\xfd7zXZ\x00', 'an xz archive', 'unpack it with unxz'],
  ['\x28\xb5\x2f\xfd', 'a Zstandard archive', 'unpack it with unzstd'],
  ['7z\xbc\xaf\x27\x1c', 'a 7-Zip archive', 'unpack it'],
  ['PAR1', 'a Parquet file', 'write it out as CSV'],
  ['SQLite format 3\x00', 'an SQLite database', 'write the table out as CSV'],
  ['\x00\x00\xfe\xff', 'UTF-32 text', 'convert it: iconv -f UTF-32 -t UTF-8'],
  ['\xff\xfe\x00\x00', 'UTF-32 text', 'convert it: iconv -f UTF-32 -t UTF-8'],
  ['\xff\xfe', 'UTF-16 text', 'save it as CSV UTF-8, or convert it: iconv -f UTF-16 -t UTF-8'],
  ['\xfe\xff', 'UTF-16 text', 'save it as CSV UTF-8, or convert it: iconv -f UTF-16 -t UTF-8'],
]

/** Of a file that has no signature, and NUL bytes. */
export const NO_TEXT = 'bytes that are no text'

const UTF16 = 'save it as CSV UTF-8, or convert it: iconv -f UTF-16LE -t UTF-8 (or UTF-16BE)'

/** Every other byte is 0 in UTF-16 text of Latin letters. */
function looksLikeUtf16(head: Buffer): boolean {
  const sample = head.subarray(0, 512)
  const zeros = [0, 0]
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  return Math.max(even, odd) > sample.length / 4 && Math.min(even, odd) < sample.length / 16
}

/** What a file is that is no UTF-8 text, and what to do with it; nothing where it may be text. */
export function otherKind(head: Buffer): { readonly what: string; readonly hint?: string } | undefined {
  const start = head.toString('latin1', 0, 16)
  for (const [signature, what, hint] of SIGNATURES) {
    if (start.startsWith(signature)) return hint === undefined ? { what } : { what, hint }
  }
  if (!head.includes(0)) return undefined
  return looksLikeUtf16(head) ? { what: 'UTF-16 text', hint: UTF16 } : { what: NO_TEXT }
}
