import type { ListEntry } from '../model/entry.js'
import type { NameSettings } from '../model/name-settings.js'
import { foldName, sameAfterFolding, type FoldedName } from './fold.js'

/** Whether the user has said that a name is not that of a listed party, by any of its names or by its id. */
export type ToldApart = (name: string, entry: Pick<ListEntry, 'entryId' | 'names'>) => boolean

interface Side {
  readonly text: string
  readonly folded: FoldedName
}

/** Reads the pairs once. A name that is in none costs one look into a map. */
export function createToldApart(settings: NameSettings | undefined): ToldApart {
  const others = new Map<string, Side[]>()
  for (const [a, b] of settings?.notTheSame ?? []) {
    const [one, other] = [a, b].map((text): Side => ({ text, folded: foldName(text) }))
    if (one === undefined || other === undefined) continue
    others.set(one.folded.core, [...(others.get(one.folded.core) ?? []), other])
    others.set(other.folded.core, [...(others.get(other.folded.core) ?? []), one])
  }
  if (others.size === 0) return () => false
  return (name, entry) => {
    const folded = foldName(name)
    const told = [folded.core, ...folded.alternates].flatMap((core) => others.get(core) ?? [])
    return told.some(
      ({ text, folded: other }) =>
        text === entry.entryId || entry.names.some((listed) => sameAfterFolding(foldName(listed.text), other)),
    )
  }
}
