/** Where what is said of a document begins, behind its number: days and places, whose figures are none of it. */
const SAID = /\b(?:issued?|expir\w*|date|place|valid|revoked)\b/iu
/** Words that say that a number follows. */
const ANNOUNCED = /\b(?:no|nos|number|id|ni|nic|ssn)\b[.: ]*/giu
/** Marks before each of several numbers in one phrase: `Passport No: (a) 472320665 (…), (b) 563120356`. */
const MARK = /\s*\((?:[a-z]|\d)\)\s*/iu
/** Letters of its own, then figures, with the marks and blanks that part them: `OP 0024910`, `TR-M842033`, `96 03 464086`. */
const NUMBER =
  /(?<![\p{L}\p{N}])(?:[A-Z]{1,3}-)?(?:[A-Z]{1,6}[-/]?|[A-Z]{1,2} |[a-z])?\d[\dA-Z./-]*(?: \d[\dA-Z./-]*)*/u
/** A shorter one is taken where the phrase begins with it; elsewhere it is the number of a page or a house, or a year. */
const LEAST = 5

/**
 * The numbers in a phrase, such as `Passport No: 592667 (Qatari passport issued on 3 May 2007).`, `284173, expires 21 Aug 2005 (Iraq)`, `Yemen 04796738`;
 * none where none can be told from the words around it.
 */
export function documentNumbers(phrase: string): readonly string[] {
  return phrase.split(MARK).flatMap((part) => {
    const at = part.search(SAID)
    const before = (at === -1 ? part : part.slice(0, at)).replace(ANNOUNCED, ' ').replaceAll(/\s+/g, ' ').trim()
    const found = NUMBER.exec(before)
    const number = found?.[0].replace(/[.,/-]+$/, '') ?? ''
    return number !== '' && (found?.index === 0 || number.replaceAll(/\W/g, '').length >= LEAST) ? [number] : []
  })
}
