import { soundOf } from './sound.js'
import { NICKNAMES } from './tables/nicknames.js'
import { OWN_NICKNAMES } from './tables/own-nicknames.js'

function buildGroups(): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  ;[...NICKNAMES, ...OWN_NICKNAMES].forEach((line, group) => {
    for (const name of line.split(' ').map(soundOf)) groups.set(name, [...(groups.get(name) ?? []), group])
  })
  return groups
}

let built: ReadonlyMap<string, readonly number[]> | undefined
/** Made when the first person is met. */
function groupsOf(): ReadonlyMap<string, readonly number[]> {
  return (built ??= buildGroups())
}

const NONE: readonly number[] = []

/** Numbers of the groups of forms that a sound is in. */
export function nicknameGroups(sound: string): readonly number[] {
  return groupsOf().get(sound) ?? NONE
}

/** Whether two given names, by the groups that they are in, are forms of one: `bob` and `robert`. */
export function sameNickname(a: readonly number[], b: readonly number[]): boolean {
  return a.some((group) => b.includes(group))
}
