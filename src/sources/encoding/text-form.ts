import type { Problem } from '../../model/problem.js'
import { nearestWords } from '../../model/spelling.js'

/** How the bytes of a text become lines. */
export interface TextForm {
  /** As the WHATWG Encoding Standard names it, which the runtime decodes by: `utf-8`, `windows-1252`, `gb18030`. */
  readonly encoding: string
  /** CR alone ends the lines of old Mac files; everything else has an LF. */
  readonly lineEnds: 'lf' | 'cr'
}

export const PLAIN: TextForm = { encoding: 'utf-8', lineEnds: 'lf' }

/** Names that people say, to suggest to who misspelt one. Any other of the WHATWG Encoding Standard is taken as well. */
const SPOKEN = [
  'utf-8',
  'utf-16',
  'utf-16le',
  'utf-16be',
  'cp1250',
  'cp1251',
  'cp1252',
  'cp1254',
  'latin1',
  'gb18030',
  'gbk',
  'big5',
  'shift_jis',
  'euc-kr',
  'koi8-r',
  'cp866',
]

/** What IBM and Python call encodings, where the standard has no such label. */
const OTHER_LABELS: ReadonlyMap<string, string> = new Map([
  ['utf16', 'utf-16le'],
  ['utf-16', 'utf-16le'],
  ['ansi', 'windows-1252'],
  ['cp936', 'gbk'],
  ['cp950', 'big5'],
  ['cp949', 'euc-kr'],
  ['cp932', 'shift_jis'],
  ['iso8859-1', 'windows-1252'],
])

/** The standard's name of an encoding that somebody named; `undefined` where there is none such. */
export function encodingNamed(name: string): string | undefined {
  const label = name.trim().toLowerCase()
  try {
    return new TextDecoder(OTHER_LABELS.get(label) ?? label).encoding
  } catch {
    return undefined
  }
}

/** What to say of a name that is none of an encoding. */
export function unknownEncoding(name: string): Pick<Problem, 'code' | 'message' | 'hint'> {
  const [near] = nearestWords(name.toLowerCase(), SPOKEN)
  return {
    code: 'unknown-encoding',
    message: `expected the name of an encoding, got ${JSON.stringify(name)}`,
    hint: near === undefined ? `such as ${SPOKEN.join(', ')}` : `did you mean ${near}?`,
  }
}
