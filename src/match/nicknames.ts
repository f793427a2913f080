import { NICKNAMES } from './tables/nicknames.js'

function buildGroups(): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  NICKNAMES.forEach((line, group) => {
    for (const name of line.split(' ')) groups.set(name, [...(groups.get(name) ?? []), group])
  })
  return groups
}

const groupsOf: ReadonlyMap<string, readonly number[]> = buildGroups()

/** Whether two given names are forms of one, as `bob` and `robert`. */
export function sameNickname(a: string, b: string): boolean {
  const groups = groupsOf.get(a)
  if (groups === undefined) return false
  const others = groupsOf.get(b)
  return others !== undefined && groups.some((group) => others.includes(group))
}
