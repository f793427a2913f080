import { BOUNDS, LETTERS, LISTS, NAMES, SAID, WORD_BYTES, WORDS } from './name-memory'
import {
  BITS,
  consonantsWith,
  FURTHER,
  hashWith,
  INITIAL,
  known,
  LENGTH,
  MOST_FURTHER,
  recordOf,
  SLAVIC,
  wordOf,
} from './known-words'
import { endOf, hashAfter, hashOfWords, isOdd, mixed, SIGN, signsOf, SPACED, split, startOf } from './name-words'

// Bits of a word, as in src/match/quick-look.ts: most names are settled by them.
const TOUCHED: u32 = 1
const FORM: u32 = 2
const PARTICLE: u32 = 4
const CITY: u32 = 8
const LEADS: u32 = 16
const TRADE: u32 = 32
export const SPECIAL: u32 = 64
/** Whether the others are said. */
export const LEARNT: u32 = 128

/** What is said of a name: it meets nothing, or it is to be read with care. */
const NOTHING: u32 = 0
const CAREFUL: u32 = 1
const UNLEARNT: u32 = 2

let longest: u32 = 0
let most: i32 = 0
let shortestJoined: u32 = 0
let shortestWithSlip: u32 = 0
/** Hashes of a list, each in its bucket: where these begin, how many there are less one, and the hashes. */
let cores: usize = 0
let coresMask: u32 = 0
let coreHashes: usize = 0
let joined: usize = 0
let joinedMask: u32 = 0
let joinedHashes: usize = 0
/** A bit for any three letters with which a word of the list begins; 0 where initials are no matter. */
let openings: usize = 0
let fewestTrades: i32 = 0

export function setUpLook(longestName: i32, mostWords: i32, itsShortestJoined: i32, itsShortestWithSlip: i32): void {
  longest = longestName
  most = mostWords
  shortestJoined = itsShortestJoined
  shortestWithSlip = itsShortestWithSlip
}

/** For names of organisations alone. */
export function setUpOrganisations(itsOpenings: usize, itsFewestTrades: i32): void {
  openings = itsOpenings
  fewestTrades = itsFewestTrades
}

export function setUpCores(starts: usize, mask: u32, hashes: usize): void {
  cores = starts
  coresMask = mask
  coreHashes = hashes
}

export function setUpJoined(starts: usize, mask: u32, hashes: usize): void {
  joined = starts
  joinedMask = mask
  joinedHashes = hashes
}

/** `hasValue` of src/match/hash-lists.ts. */
function has(starts: usize, mask: u32, hashes: usize, hash: u32): bool {
  const bucket = starts + ((mixed(hash) & mask) << 2)
  const end = hashes + (load<u32>(bucket, 4) << 2)
  for (let place = hashes + (load<u32>(bucket) << 2); place < end; place += 4) if (load<u32>(place) == hash) return true
  return false
}

function wordAt(place: i32): usize {
  return load<u32>(WORDS + place * 4)
}

function bitsOf(word: usize): u32 {
  return load<u8>(word, BITS)
}

/** Whether two words may be one of the list. */
function mayBeOne(place: i32, next: i32): bool {
  const word = wordAt(place)
  const other = wordAt(next)
  const length = <u32>load<u8>(word, LENGTH) + load<u8>(other, LENGTH)
  if (length < shortestJoined) return false
  const start = startOf(next)
  if (has(joined, joinedMask, joinedHashes, hashWith(word, LETTERS + start, <i32>(endOf(next) - start)))) return true
  if (length < shortestWithSlip) return false
  if (load<u8>(other, FURTHER) > <u8>MOST_FURTHER) return true
  return has(joined, joinedMask, joinedHashes, consonantsWith(word, other))
}

/** A form between two words parts no word from its neighbour. */
function meetsJoined(count: i32): bool {
  let beforeForms = -1
  for (let place = 0; place < count; place++) {
    if (place > 0 && mayBeOne(place - 1, place)) return true
    if ((bitsOf(wordAt(place)) & FORM) != 0) continue
    if (beforeForms != -1 && beforeForms != place - 1 && mayBeOne(beforeForms, place)) return true
    beforeForms = place
  }
  return false
}

/** Any core is of the first words, whatever forms may follow them. */
function meetsCore(count: i32): bool {
  for (let place = 0; place < count; place++) if (has(cores, coresMask, coreHashes, hashAfter(place))) return true
  return false
}

function opens(first: u32, second: u32, third: u32): bool {
  return ((load<u8>(openings + (((first << 7) | second) << 4) + (third >> 3)) >> (third & 7)) & 1) != 0
}

/** As `opensAcronym` of src/match/quick-look.ts. */
function opensAcronym(count: i32): bool {
  let first: usize = 0
  let second: usize = 0
  for (let place = 0; place < count && second == 0; place++) {
    const word = wordAt(place)
    if ((bitsOf(word) & (FORM | PARTICLE)) != 0) continue
    if (first == 0) first = word
    else second = word
  }
  if (first == 0) return count > 1
  if (second == 0) return false
  const a: u32 = load<u8>(first, INITIAL)
  const b: u32 = load<u8>(second, INITIAL)
  const slavicA: u32 = load<u8>(first, SLAVIC)
  const slavicB: u32 = load<u8>(second, SLAVIC)
  for (let place = 0; place < count; place++) {
    const word = wordAt(place)
    const initial: u32 = load<u8>(word, INITIAL)
    const slavic: u32 = load<u8>(word, SLAVIC)
    if (opens(a, b, initial) || opens(a, b, slavic)) return true
    if (opens(slavicA, slavicB, initial) || opens(slavicA, slavicB, slavic)) return true
  }
  return false
}

function hasFrame(count: i32): bool {
  let trades = 0
  for (let place = 0; place < count; place++) if ((bitsOf(wordAt(place)) & TRADE) != 0) trades++
  return trades >= fewestTrades
}

/** Whether words that no space parts make one together that is special: `fil-ial`. */
function isSpecialRun(from: i32, to: i32): bool {
  const start = startOf(from)
  const length = startOf(to) - start
  if (length > <usize>WORD_BYTES) return false
  const word = wordOf(hashOfWords(from, to), LETTERS + start, length, false)
  return word != -1 && (bitsOf(recordOf(word)) & SPECIAL) != 0
}

/** Whether letters stand one by one, or words are too long, or some are special together. */
function isHard(count: i32): bool {
  let singles = 0
  let run = 0
  for (let place = 0; place < count; place++) {
    const length = endOf(place) - startOf(place)
    const signs = signsOf(place)
    if (length > <usize>WORD_BYTES) return true
    if ((signs & SIGN) == 0) singles = length == 1 ? singles + 1 : 0
    if (singles > 1) return true
    if ((signs & SPACED) == 0) continue
    if (place - run > 1 && isSpecialRun(run, place)) return true
    run = place
  }
  return count - run > 1 && isSpecialRun(run, count)
}

function say(from: usize, to: usize): u32 {
  if (to - from > longest) return CAREFUL
  const count = split(from, to, LETTERS)
  if (count <= 0 || isOdd || count > most || isHard(count)) return CAREFUL
  let all: u32 = 0
  let areLearnt = true
  for (let place = 0; place < count; place++) {
    const start = startOf(place)
    const word = wordOf(hashOfWords(place, place + 1), LETTERS + start, endOf(place) - start, true)
    if (word == -1) return CAREFUL
    const record = recordOf(word)
    const bits = bitsOf(record)
    all |= bits
    if ((bits & LEARNT) == 0) areLearnt = false
    store<u32>(WORDS + place * 4, <u32>record)
  }
  if ((all & (TOUCHED | SPECIAL)) != 0) return CAREFUL
  if (!areLearnt) return UNLEARNT
  if ((bitsOf(wordAt(0)) & LEADS) != 0) return CAREFUL
  // A bank beside a city is read as its branch.
  if (openings != 0 && (bitsOf(wordAt(count - 1)) & CITY) != 0) return CAREFUL
  if (meetsCore(count) || meetsJoined(count)) return CAREFUL
  return openings != 0 && (hasFrame(count) || opensAcronym(count)) ? CAREFUL : NOTHING
}

/** Knows the word of small letters that stands where names do as special; whether it could. */
export function knowSpecial(length: i32): bool {
  if (split(NAMES, NAMES + length, LETTERS) != 1 || length > WORD_BYTES) return false
  const word = wordOf(hashOfWords(0, 1), LETTERS, length, true)
  if (word != -1) store<u8>(recordOf(word), <u8>(LEARNT | SPECIAL), BITS)
  return word != -1
}

/** Says of names whether they meet anything, up to the first with words that are to be learnt; where it stopped. */
export function look(first: i32, count: i32): i32 {
  for (let name = first; name < count; name++) {
    const bounds = BOUNDS + name * 8
    const said = say(NAMES + <usize>load<u32>(bounds), NAMES + <usize>load<u32>(bounds, 4))
    if (said == UNLEARNT) return name
    store<u8>(SAID + name, <u8>said)
  }
  return count
}
