/** Names that one call takes at most, and their bytes. */
export const MOST_NAMES: i32 = 4096
export const NAME_ROOM: i32 = 0x40000
/** As in src/match/normalise.ts. */
export const MOST_WORDS: i32 = 64
export const MOST_LETTERS: i32 = 2000
/** Of the longest word of names that is known, and of pieces of legal forms. */
export const WORD_BYTES: i32 = 32
export const MOST_KNOWN: i32 = 0x40000
export const MOST_FORMS: i32 = 2048

// What each byte is, and by the number of letters before a word what takes these out of its sum: see name-words.ts.
export const MEANINGS: usize = 0x10000
export const INVERSES: usize = MEANINGS + 256
export const MOST_SUMMED: i32 = MOST_LETTERS * 3
/** As many bytes that are all set as a word has, and as many that are not. */
export const MASKS: usize = INVERSES + <usize>(MOST_SUMMED + 1) * 4
// In: the bytes of names, and where each begins and ends there. Out: what is said of each, and the bounds of its core among the letters of all.
export const NAMES: usize = MASKS + WORD_BYTES * 2
export const BOUNDS: usize = NAMES + NAME_ROOM + 64
export const SAID: usize = BOUNDS + MOST_NAMES * 8
export const CORES: usize = SAID + MOST_NAMES
export const LETTERS: usize = CORES + MOST_NAMES * 8
// Of the name at hand, by word: see name-words.ts.
export const ENDS: usize = LETTERS + NAME_ROOM * 3 + 64
export const SUMS: usize = ENDS + (MOST_WORDS + 2) * 4
export const HASHES: usize = SUMS + (MOST_WORDS + 2) * 4
export const BREAKS: usize = HASHES + (MOST_WORDS + 2) * 4
export const SIGNS: usize = BREAKS + (MOST_WORDS + 2) * 4
export const WORDS: usize = SIGNS + (MOST_WORDS + 2) * 4
// Of legal forms: see forms.ts.
export const FORM_SLOTS: usize = WORDS + (MOST_WORDS + 2) * 4
export const FORM_TEXTS: usize = FORM_SLOTS + MOST_FORMS * 2 * 16
export const FORM_ROOM: i32 = 0x10000
// Of words that are known: see known-words.ts.
export const WORD_SLOTS: usize = (FORM_TEXTS + FORM_ROOM + 63) & ~63
export const RECORDS: usize = WORD_SLOTS + MOST_KNOWN * 2 * 8
export const RECORD_BYTES: i32 = 64
/** What of a list is asked begins here: as much as there is. */
export const LISTS: usize = RECORDS + MOST_KNOWN * RECORD_BYTES
