// Names by the thousand, in AssemblyScript: of a million most are read in one way alone, and words of few kinds decide them. `npm run kernel` compiles it
// into src/match/name-kernel.ts. A name that is not trivially plain is left to the readers in JavaScript, which say the same of any.

import { forget } from './known-words'
import { setUpWords } from './name-words'

export * from './name-memory'
export * from './known-words'
export * from './forms'
export * from './looks'

export function setUp(): void {
  setUpWords()
  forget()
}
