/** Rows that one call takes at most. */
export const MOST_ROWS: i32 = 4096
/** Columns that a file may have, and words that name a kind. */
export const MOST_CELLS: i32 = 0x20000
export const MOST_KINDS: i32 = 16
export const KIND_BYTES: i32 = 16

// Where things are in memory. In: the roles of the cells; the words of the kinds, sixteen bytes each, with their lengths and whether they are allowed.
export const CELLS: usize = 0x10000
export const KINDS: usize = CELLS + MOST_CELLS
export const KIND_LENGTHS: usize = KINDS + MOST_KINDS * KIND_BYTES
export const ALLOWED: usize = KIND_LENGTHS + MOST_KINDS
// What the words of the header begin with: see header.ts.
export const MOST_BEGINNINGS: i32 = 0x4000
export const FIRST_LETTERS: usize = ALLOWED + MOST_KINDS
export const BEGINNINGS: usize = FIRST_LETTERS + 256
// Out, by row: four bounds of the two ends (from the beginning of the block), the integers of both as far as they are known, both days of the date,
// where the row begins in the file, its kind, its flag; then the places (row times two, and one for the second) of the ends that are not known.
export const BOUNDS: usize = BEGINNINGS + MOST_BEGINNINGS * 4
export const FROM_IDS: usize = BOUNDS + MOST_ROWS * 16
export const TO_IDS: usize = FROM_IDS + MOST_ROWS * 4
export const FIRST_DAYS: usize = TO_IDS + MOST_ROWS * 4
export const LAST_DAYS: usize = FIRST_DAYS + MOST_ROWS * 4
export const OFFSETS: usize = LAST_DAYS + MOST_ROWS * 4
export const ROW_KINDS: usize = OFFSETS + MOST_ROWS * 4
export const FLAGS: usize = ROW_KINDS + MOST_ROWS
export const UNKNOWN: usize = FLAGS + MOST_ROWS
/** The numbers of the ends, in the place of those that are not known until these are. */
export const NUMBERS: usize = UNKNOWN
/** The bytes of the file, with 64 to spare behind those that are read. */
export const BLOCK: usize = 0x80000
export const BLOCK_ROOM: i32 = 0x900000
/** By the number in an id of the known form: its integer and one, 0 where it was not met. Ids of other forms have the place before, which stays 0. */
export const KNOWN: usize = BLOCK + BLOCK_ROOM + 4
export const MOST_DIGITS: i32 = 7
/** The places of the bytes of the block that end cells or open them. */
export const MARKS: usize = KNOWN + 4 * 10000000
/** The months of the years up to 9999: see dates.ts. */
export const MONTHS: usize = MARKS + BLOCK_ROOM * 4
/** The words for kinds that were met, by a hash of six bits: see kinds.ts. */
export const MET_KINDS: usize = MONTHS + 4 * 12 * 10000
/** A word, and its kind behind it. */
export const MET_KIND_BYTES: i32 = 32
/** Out, of entities: for each of their cells (see entities.ts) the bounds of all rows; for cells that are words what each is, -1 where that is not known. */
export const ENTITY_BOUNDS: usize = MET_KINDS + 64 * MET_KIND_BYTES
export const ENTITY_CELLS: i32 = 5
export const TYPES: usize = ENTITY_BOUNDS + ENTITY_CELLS * MOST_ROWS * 8
export const COUNTRIES: usize = TYPES + MOST_ROWS * 4
/** Words that were met, for types and for countries: see words.ts. */
export const MOST_MET: i32 = 1024
export const MET_BYTES: i32 = 24
export const MET_TYPES: usize = COUNTRIES + MOST_ROWS * 4
export const MET_COUNTRIES: usize = MET_TYPES + MOST_MET * MET_BYTES
/** How much memory there has to be. */
export const END: usize = MET_COUNTRIES + MOST_MET * MET_BYTES
