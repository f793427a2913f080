import type { NameSettings } from './name-settings.js'

/**
 * Every number by which a match is decided, in one table. None is law: OFAC asks for judgement, not for a score (FAQ 5). They were
 * set on labelled pairs of names so that `possible` is worth a person's look and `confirmed` needs none.
 */

export interface Thresholds {
  /** From where a name match is reported as possible. */
  readonly minScore: number
  /** From where a name match may be confirmed, when the rest of what is known allows it. */
  readonly confirmScore: number
  /**
   * What one swapped series marker or place is (`Fund III` for `Fund IV`, `… of Chile` for `… of China`): another party, which is
   * the default, or a slip of the pen, which makes a possible match.
   */
  readonly swappedMarker?: SwappedMarker
  /** Weights and words of the user's own. */
  readonly names?: NameSettings
}

export const SWAPPED_MARKERS = ['contradicts', 'slip'] as const
export type SwappedMarker = (typeof SWAPPED_MARKERS)[number]

/** Near names stay under `confirmScore`, so that by default only names equal after folding are confirmed. */
export const DEFAULT_THRESHOLDS: Thresholds = { minScore: 0.7, confirmScore: 0.95 }

/** What a word weighs by its kind; a core word's is multiplied by its rarity in the loaded lists. */
export const WORD_WEIGHTS = {
  core: 1,
  /** Names a trade: shared by many, but not by all. */
  trade: 0.45,
  generic: 0.22,
  /** A shared place is little evidence. */
  place: 0.3,
  number: 0.6,
  particle: 0.04,
  /** A single letter, or an initial. */
  mark: 0.25,
} as const

/** The weight of the commonest core word of a list, as a share of that of the rarest. */
export const COMMON_WORD_FLOOR = 0.3

export const EVIDENCE = {
  /** Two words that only the romanisation tells apart. */
  soundAlike: 0.96,
  /** Under this a Latin word is not the spelling of a word of another script. */
  leastAcross: 0.68,
  /** One Chinese word in two conventions: of so few syllables, that of one is another one in the other. */
  otherConvention: 0.85,
  /** A nickname for a given name, an initial for a name. */
  nickname: 0.85,
  initial: 0.8,
  /** The initials of all words; three letters are enough only beside an equal country. */
  acronym: 0.78,
  shortAcronym: 0.72,
  acronymAmongMany: 0.8,
  /** Words of one meaning in two languages, or a word and its abbreviation. */
  sameMeaning: 0.95,
  /** Two words joined in one. */
  joined: 0.97,
  /** Under this similarity two words are different words. */
  leastSimilar: 0.5,
  /** The same for organisations, by a quarter of the word: what differs by more is as often another coined name. */
  leastSimilarOrganisation: 0.575,
  /** The same for words of up to four letters, of which one edit makes another name. */
  leastSimilarShort: 0.62,
  /** Weight of common words that are a name together: two of them that name trade and place, three where one is generic. */
  leastTogether: 0.7,
  /** The same for the one word that differs where all others agree, by plain share of the word. */
  leastSimilarLast: 0.5,
  leastSimilarBesideOne: 0.75,
  /** The same for persons, where two other words must agree. */
  leastSimilarBrother: 0.68,
  /** What an edit costs, as a multiple of its share of the word. */
  editFactor: 1.7,
  /** Under this a word is not the other's where one of the names has yet another word of its own. */
  leastSimilarAmongOthers: 0.7,
  leastScriptAmongOthers: 0.8,
  /** What an initial weighs against a name that begins with another letter. */
  otherInitial: 0.6,
  /** What is left where `son of` stands the other way round. */
  fatherForSon: 0.65,
  /** Words left over on both sides contradict: the same weight of agreement and contradiction is no match. */
  contradiction: 1.35,
  /** What a whole word that differs on both sides leaves of a person's score, however many others agree. */
  personContradiction: 0.85,
  /** Generic words left over on both sides differ, but hardly contradict. */
  genericContradiction: 0.5,
  /** Different places or numbers: sister companies, other vintages. */
  placeContradiction: 3,
  /** Words that only one side has. A shorter name is usual. */
  omission: 0.22,
  /** A place that only one side has may be a sister company's. */
  placeOmission: 2,
  /** A number that only one side has is another vintage, plant or unit. */
  numberOmission: 2.5,
  /** What a swapped marker or place leaves where it is to be taken as a slip. */
  swappedAsSlip: 0.8,
  /** The most that a name can score which is not equal after folding. */
  nearCap: 0.94,
  /** What two legal forms of different class leave of a score. */
  formConflict: 0.9,
  /** One own word in common, where either side has others (OFAC FAQ 5, step 3): what is left by how rare and long the word is. */
  soleWordFloor: 0.3,
  /** What one word is worth that is only near, and all that two names have: enough from eight letters on. */
  nearWordFloor: 0.35,
  nearScriptFloor: 0.5,
  nearWordPerLetter: 0.075,
  /** What one shared word is worth where each side states a trade that the other does not. */
  otherTrade: 0.8,
  /** Entries that a name describes as what it leads ("management company of …"). */
  described: 0.92,
  /** The name of a bank beside a city reads as a branch that is not called one. */
  branchCap: 0.9,
} as const

/** What is added to a name's score for what else is known. Each fires only where both sides say something. */
export const QUALIFIERS = {
  countryConflict: -0.15,
  /** Two numbers of one register leave an equal name possible, and a near one nothing. */
  identifierConflict: -0.3,
  birthDateConflict: -0.25,
  foundingDateConflict: -0.1,
  /** A company against a vessel or an aircraft (OFAC FAQ 5, step 2). */
  typeConflict: -0.35,
  /** Near names only: an equal name is at 1 already. */
  birthDateEqual: 0.04,
} as const

/** A number shorter than this is held by too many parties to prove anything. */
export const SHORTEST_IDENTIFIER = 5

/**
 * How names are found inside free text (`src/mentions`). A text has many parts, and each is another chance to be like some name. Measured on
 * five thousand made-up payments against OFAC's list of 2021: with the matcher's own threshold one in a hundred was taken for a name, with
 * this score and two words of a name one in a thousand.
 */
export const MENTIONS = {
  leastScore: 0.85,
  /** Telling words of a name that a part of a text must have, where the name has so many. */
  leastWords: 2,
  /** A name is found by either of its two rarest words, so that one of them may be misspelt. */
  rarestWords: 2,
  /** Words on either side of one that some list name has for its own. A name of more is found by its middle. */
  reach: 4,
  /** A shorter word that no list has is near to too many that they have. */
  leastLetters: 6,
} as const

/** What is asked of a list before it takes the place of the one before, and what a fetch may cost. All but `keepDays` are ours. */
export const LIST_UPDATES = {
  /**
   * A list that lost more of its entries is more likely half a file than a change of policy: the largest delisting at once of the last years, that
   * of the Syria programme in June 2025, took some 3 % of the SDN list.
   */
  maxDropPercent: '10',
  /** For one file, from asking to its last byte. */
  timeoutSeconds: 300,
  /** Without a byte. */
  idleSeconds: 30,
  /** After the first try. */
  retries: 4,
  /** Of a file, unpacked. The largest official one had 126 MB in July 2026. */
  maxSizeMiB: 1024,
  /** More often than this nothing that is a list is smaller packed: XML of lists packs to a tenth or a twentieth. */
  mostPacked: 200,
  /** In milliseconds: the wait before the first new try, which doubles, and the longest that a server may ask for. */
  firstWaitMs: 500,
  longestWaitMs: 120_000,
  redirects: 5,
  /** 31 CFR 501.601: records are kept for ten years, since 12 March 2025. */
  keepDays: 3653,
} as const
