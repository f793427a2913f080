import type { IdTable } from '../columns/id-table.js'
import { createOpenings } from './acronym-openings.js'
import { BRANCH_TEXTS } from './branch.js'
import { FEWEST_TRADES } from './frame.js'
import { hasValue } from './hash-lists.js'
import { createHalves } from './joined-words.js'
import { mayLead } from './legal-forms.js'
import type { NamesInReading } from './name-index.js'
import { createNameLooks, type LookedWord, type NameLooks } from './name-looks.js'
import { ALSO_WORDS } from './name-parts.js'
import { createPlainWords, LONGEST_PLAIN, MOST_REMEMBERED, MOST_WORDS } from './plain-words.js'
import { isRenderedWord } from './renderings.js'
import type { Token, Vocabulary } from './tokens.js'
import { isForm } from './split-name.js'
import { createTouchedLook } from './touched-look.js'
import { slavicInitialOf } from './words.js'

/** What a word is, as bits: most names are settled by those of their words. kernel/looks.ts has the same. */
const TOUCHED = 1
const FORM = 2
const PARTICLE = 4
const CITY = 8
/** May be the first word of a legal form before the name. */
const LEADS = 16
const TRADE = 32
/** Meets nothing in the list. */
const UNMET = 64

export interface QuickLook {
  /** Whether the name that `bytes[start..end)` are certainly finds nothing. */
  ofBytes(bytes: Uint8Array, start: number, end: number, least: number): boolean
  ofText(name: string, least: number): boolean
  /** Of names of a table, by their numbers, in ascending order: 1 for each that certainly finds nothing. */
  ofMany(names: IdTable, which: Int32Array, least: number): Uint8Array
}

/** What looks at so many at once takes as long to start as it saves. */
const MANY = 1000

/**
 * Whether a name certainly finds nothing of a reading's names: what almost every name of a million does. It is decided from its words,
 * each of which is looked up once. `false` says nothing: such a name is read with care. Names that are read in several ways (branches,
 * brackets, other scripts, letters one by one) are always among these, so that what is found is the same with and without this look.
 */
export function createQuickLook(names: NamesInReading, vocabulary: Vocabulary): QuickLook {
  const { reading, flat, words: ofList } = names
  const isPerson = reading === 'person'
  const tokens: Token[] = []
  const bits = new Uint8Array(MOST_REMEMBERED + MOST_WORDS)
  /** The codes of a word's first letter and of that of its Russian word, of which initials are made. */
  const initial = new Uint16Array(MOST_REMEMBERED + MOST_WORDS)
  const slavic = new Uint16Array(MOST_REMEMBERED + MOST_WORDS)
  const halves = createHalves()
  const branches = isPerson ? NO_WORDS : BRANCH_TEXTS
  const learn = (text: string, word: number): boolean => {
    const token = vocabulary.token(text)
    const { concept, kind, city } = token.asOrganisation
    tokens[word] = token
    const isUnmet = ofList.meetsNothing(token)
    bits[word] =
      (isUnmet ? UNMET : ofList.factsOf(token).untouched ? 0 : TOUCHED) |
      (isForm(text) ? FORM : 0) |
      (kind === 'particle' ? PARTICLE : 0) |
      (city ? CITY : 0) |
      (kind === 'trade' ? TRADE : 0) |
      (mayLead(text) ? LEADS : 0)
    initial[word] = text.charCodeAt(0)
    slavic[word] = (slavicInitialOf(concept) || text).charCodeAt(0)
    halves.put(word, token.text, token.sound)
    return isRenderedWord(text) || ALSO_WORDS.has(text) || branches.has(text)
  }
  const plain = createPlainWords({ learn, isSpecialRun: (text) => branches.has(text) })
  const { words, ends, hashes, letters } = plain
  const bitsAt = (place: number): number => bits[words[place] ?? 0] ?? 0

  /** A name without a form before it is filed under its first words, whatever forms may follow them. */
  const meetsCore = (): boolean => {
    for (let at = 0; at < plain.count; at++) if (hasValue(flat.cores, hashes[at] ?? 0)) return true
    return false
  }
  const mayBeOne = (at: number, next: number): boolean =>
    halves.mayBeOne(flat.asJoined, words[at] ?? 0, words[next] ?? 0, letters, ends[next - 1] ?? 0, ends[next] ?? 0)
  /** A form between two words parts no word from its neighbour. */
  const meetsJoined = (): boolean => {
    let beforeForms = -1
    for (let at = 0; at < plain.count; at++) {
      if (at > 0 && mayBeOne(at - 1, at)) return true
      if ((bitsAt(at) & FORM) !== 0) continue
      if (beforeForms !== -1 && beforeForms !== at - 1 && mayBeOne(beforeForms, at)) return true
      beforeForms = at
    }
    return false
  }
  const openings = createOpenings(flat.texts)
  const { opens } = openings
  /**
   * Whether the initials may be a word of the list: whether any begins with those of the first two words, and then that of any other, which may be
   * a legal form. Of names without a legal form before them only.
   */
  const opensAcronym = (): boolean => {
    let [a, b] = [-1, -1]
    for (let at = 0; at < plain.count && b === -1; at++) {
      if ((bitsAt(at) & (FORM | PARTICLE)) !== 0) continue
      if (a === -1) a = words[at] ?? 0
      else b = words[at] ?? 0
    }
    // All its words are forms, and then its name.
    if (a === -1) return plain.count > 1
    if (b === -1) return false
    for (let at = 0; at < plain.count; at++) {
      const word = words[at] ?? 0
      const third = initial[word] ?? 0
      const russian = slavic[word] ?? 0
      if (opens(initial[a] ?? 0, initial[b] ?? 0, third) || opens(initial[a] ?? 0, initial[b] ?? 0, russian))
        return true
      if (opens(slavic[a] ?? 0, slavic[b] ?? 0, third) || opens(slavic[a] ?? 0, slavic[b] ?? 0, russian)) return true
    }
    return false
  }
  /** Of names with a legal form before them the first words are not known here. */
  const mayOpenAcronym = (): boolean => !isPerson && ((bitsAt(0) & LEADS) !== 0 || opensAcronym())
  /** Whether the name may have a frame. */
  const hasFrame = (): boolean => {
    let trades = 0
    for (let at = 0; at < plain.count; at++) if ((bitsAt(at) & TRADE) !== 0) trades++
    return trades >= FEWEST_TRADES
  }
  const touches = (): boolean => {
    for (let at = 0; at < plain.count; at++) if ((bitsAt(at) & TOUCHED) !== 0) return true
    return (bitsAt(0) & LEADS) !== 0 || meetsCore() || meetsJoined() || (!isPerson && (hasFrame() || opensAcronym()))
  }
  const look = createTouchedLook(names, {
    tokenAt: (place) => tokens[words[place] ?? 0],
    wordAt: (place) => words[place] ?? 0,
    isUnmet: (place) => (bitsAt(place) & UNMET) !== 0,
    meetsJoined,
    mayOpenAcronym,
    hasFrame,
  })
  const findsNothing = (least: number): boolean => look(plain.count, least)
  const ofBytes = (bytes: Uint8Array, start: number, end: number, least: number): boolean => {
    if (!plain.read(bytes, start, end)) return false
    // A bank beside a city is read as its branch.
    if (!isPerson && (bitsAt(plain.count - 1) & CITY) !== 0) return false
    return !touches() || findsNothing(least)
  }
  const wordOf = (text: string): LookedWord => {
    const word = plain.numberOf(text)
    return {
      bits: bits[word] ?? 0,
      isSpecial: plain.isSpecial(word),
      half: halves.of(word),
      initial: initial[word] ?? 0,
      slavicInitial: slavic[word] ?? 0,
    }
  }
  let looks: NameLooks | undefined
  const startLooks = (): NameLooks =>
    createNameLooks({ ...flat, runs: branches, openings: isPerson ? undefined : openings.bits(), learn: wordOf })
  const ofMany = (table: IdTable, which: Int32Array, least: number): Uint8Array => {
    if (which.length >= MANY) looks ??= startLooks()
    const settled = looks?.look(table, which) ?? new Uint8Array(which.length)
    const bytes = table.bytes()
    which.forEach((name, at) => {
      if (settled[at] === 0 && ofBytes(bytes, table.startOf(name), table.startOf(name + 1), least)) settled[at] = 1
    })
    return settled
  }
  const scratch = Buffer.alloc(LONGEST_PLAIN)
  return {
    ofBytes,
    ofMany,
    ofText(name, least) {
      if (name.length > LONGEST_PLAIN) return false
      for (let at = 0; at < name.length; at++) {
        const code = name.charCodeAt(at)
        if (code > LAST_ASCII) return false
        scratch[at] = code
      }
      return ofBytes(scratch, 0, name.length, least)
    },
  }
}

const LAST_ASCII = 127
const NO_WORDS: ReadonlySet<string> = new Set()
