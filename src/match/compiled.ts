import type { ListEntry } from '../model/entry.js'
import type { NameSettings } from '../model/name-settings.js'
import type { EntryTable } from './entry-table.js'
import { factsOf } from './facts.js'
import { collectHashLists, hashText, type HashLists } from './hash-lists.js'
import { flattenNames } from './file-names.js'
import type { FlatNames } from './name-index.js'
import { keysOf } from './same-party.js'

/**
 * All that a matcher needs of the entries that it searches, worked out once: `createCompiledMatcher` answers with it, `serialise` writes it,
 * `restore` reads it back.
 *
 * How rare a word is depends on all lists together, so that what is compiled is the whole set of entries in use, in their order, and not one
 * list: a cache keeps it under the hashes of all lists and under whatever else chose their entries, such as the day, and under the user's own words and weights, which the matcher must be given too.
 */
export interface CompiledEntries {
  readonly entries: EntryTable
  readonly names: FlatNames
  /**
   * Entries by the value of a registered number, and by the keys that lists write of each other's entries. Made when they are first asked for: names
   * alone need no numbers, and a list alone no keys of others.
   */
  readonly byIdentifier: () => HashLists
  readonly byKey: () => HashLists
  /** Whether they are of more than one list. */
  readonly severalLists: boolean
}

/** Takes time linear in the letters of the entries, which are not copied and must not change. */
export function compileEntries(entries: readonly ListEntry[], settings?: NameSettings): CompiledEntries {
  const [first] = entries
  return {
    entries,
    names: flattenNames(entries, settings),
    byIdentifier: filedOnce(entries, (entry) => factsOf(entry).identifiers.map(({ value }) => value)),
    byKey: filedOnce(entries, (entry) => keysOf(entry).map(([key]) => key)),
    severalLists: entries.some(({ list }) => list !== first?.list),
  }
}

function filedOnce(entries: readonly ListEntry[], textsOf: (entry: ListEntry) => readonly string[]): () => HashLists {
  let filed: HashLists | undefined
  const file = (): HashLists => {
    const lists = collectHashLists()
    entries.forEach((entry, number) => {
      for (const text of textsOf(entry)) lists.add(hashText(text), number)
    })
    return lists.make()
  }
  return () => (filed ??= file())
}
