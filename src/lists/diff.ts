import type { ListEntry } from '../model/entry.js'
import type { ChangedEntry, EntryRef, ListChanges, ListSide } from '../model/list-diff.js'
import { compareCodePoints } from '../model/order.js'
import { entryChanges } from './entry-changes.js'
import type { LoadedList } from './loaded.js'

/** The entries of one list that came, went or changed, beside what is said of them. */
export interface DiffedEntries {
  readonly added: readonly ListEntry[]
  readonly removed: readonly ListEntry[]
  readonly changed: readonly { readonly before: ListEntry; readonly now: ListEntry }[]
}

export interface ListDiff {
  readonly said: ListChanges
  readonly entries: DiffedEntries
}

/** Compares lists by their names and entries by their publisher's keys; a file may hold entries of several lists. */
export function diffLists(old: readonly LoadedList[], fresh: readonly LoadedList[]): readonly ListDiff[] {
  const [before, now] = [byList(old), byList(fresh)]
  const names = [...new Set([...before.keys(), ...now.keys()])].sort(compareCodePoints)
  return names.map((list) => diffOne(list, before.get(list), now.get(list)))
}

interface Side {
  readonly entries: Map<string, ListEntry>
  readonly sides: Set<LoadedList>
}

function byList(lists: readonly LoadedList[]): ReadonlyMap<string, Side> {
  const sides = new Map<string, Side>()
  for (const loaded of lists) {
    for (const entry of loaded.entries) {
      const side: Side = sides.get(entry.list) ?? { entries: new Map(), sides: new Set() }
      sides.set(entry.list, side)
      side.entries.set(entry.entryId, entry)
      side.sides.add(loaded)
    }
  }
  return sides
}

const NOTHING: ReadonlyMap<string, ListEntry> = new Map()

function diffOne(list: string, old: Side | undefined, fresh: Side | undefined): ListDiff {
  const [before, now] = [old?.entries ?? NOTHING, fresh?.entries ?? NOTHING]
  const keys = (entries: ReadonlyMap<string, ListEntry>) => [...entries.keys()].sort(compareCodePoints)
  const added = keys(now).flatMap((key) => (before.has(key) ? [] : (now.get(key) ?? [])))
  const removed = keys(before).flatMap((key) => (now.has(key) ? [] : (before.get(key) ?? [])))
  const changed: { before: ListEntry; now: ListEntry }[] = []
  const told: ChangedEntry[] = []
  for (const key of keys(now)) {
    const [was, is] = [before.get(key), now.get(key)]
    if (was === undefined || is === undefined) continue
    const changes = entryChanges(was, is)
    if (changes.length === 0) continue
    changed.push({ before: was, now: is })
    told.push({ ...refOf(is), changes })
  }
  const said: ListChanges = {
    list,
    old: [...(old?.sides ?? [])].flatMap(sideOf),
    new: [...(fresh?.sides ?? [])].flatMap(sideOf),
    added: added.map(refOf),
    removed: removed.map(refOf),
    changed: told,
  }
  return { said, entries: { added, removed, changed } }
}

function sideOf({ inputs, day }: LoadedList): readonly ListSide[] {
  const [main] = inputs
  if (main === undefined) return []
  const { path, sha256, entries = 0 } = main
  return [{ path, ...(day === undefined ? {} : { day: day.text }), sha256, entries }]
}

function refOf({ entryId, names, type, programs, listedOn }: ListEntry): EntryRef {
  const dated = listedOn === undefined ? {} : { listedOn: listedOn.text }
  return { entryId, name: names[0]?.text ?? entryId, type, programs, ...dated }
}
