import {
  CENTRAL,
  chineseBits,
  japaneseBits,
  koreanBits,
  RUSSIAN,
  traditionalBits,
  TURKISH,
  WESTERN,
  type LetterBits,
} from './letters.js'

/** An encoding that text without a mark of its own may be in. */
export interface Candidate {
  readonly encoding: string
  readonly script: 'alphabet' | 'ideographs'
  /** Whether its letters are of the Latin alphabet, among which ASCII letters are at home. */
  readonly latin: boolean
  readonly letters: () => LetterBits
  /** Bits by which it is less likely before anything is read: what office software of today writes costs nothing. */
  readonly prior: number
  /** Whether it is read without being told: the others are only named to the user. */
  readonly isTaken: boolean
}

function alphabet(encoding: string, letters: LetterBits, prior: number, isTaken: boolean): Candidate {
  return { encoding, script: 'alphabet', latin: letters !== RUSSIAN, letters: () => letters, prior, isTaken }
}

function ideographs(encoding: string, make: () => LetterBits, prior: number, isTaken: boolean): Candidate {
  let made: LetterBits | undefined
  return { encoding, script: 'ideographs', latin: false, letters: () => (made ??= make()), prior, isTaken }
}

export const CANDIDATES: readonly Candidate[] = [
  alphabet('windows-1252', WESTERN, 0, true),
  alphabet('windows-1251', RUSSIAN, 0, true),
  ideographs('gb18030', chineseBits, 0, true),
  alphabet('windows-1250', CENTRAL, 12, false),
  alphabet('windows-1254', TURKISH, 12, false),
  alphabet('koi8-r', RUSSIAN, 10, false),
  alphabet('ibm866', RUSSIAN, 10, false),
  ideographs('euc-kr', koreanBits, 10, false),
  ideographs('big5', traditionalBits, 10, false),
  ideographs('shift_jis', japaneseBits, 10, false),
]
