import { createUnionFind } from './union-find.js'

/**
 * Splits members into those that are one party. Where all members that hang together by compatibility fit each other, they are one; else
 * only those stay together that fit each other and contradict exactly the same others, so that nothing is guessed and the result does not
 * depend on any order. `ambiguous` are the members that fit two which contradict each other.
 */
export function partition(
  size: number,
  compatible: (a: number, b: number) => boolean,
): { readonly sets: readonly (readonly number[])[]; readonly ambiguous: readonly number[] } {
  const fits = Array.from({ length: size }, (_, a) =>
    Array.from({ length: size }, (__, b) => a === b || compatible(a, b)),
  )
  const fit = (a: number, b: number): boolean => fits[a]?.[b] ?? false
  const reach = createUnionFind(size)
  for (let a = 0; a < size; a++) for (let b = a + 1; b < size; b++) if (fit(a, b)) reach.union(a, b)

  const sets: number[][] = []
  const ambiguous: number[] = []
  for (const component of groupBy(size, (member) => reach.find(member))) {
    if (component.every((a) => component.every((b) => fit(a, b)))) {
      sets.push(component)
      continue
    }
    const against = (member: number): string => component.filter((other) => !fit(member, other)).join(' ')
    const alike = new Map<string, number[]>()
    for (const member of component) push(alike, against(member), member)
    sets.push(...alike.values())
    const torn = (member: number): boolean =>
      component.some((a) => fit(member, a) && component.some((b) => fit(member, b) && !fit(a, b)))
    ambiguous.push(...component.filter(torn))
  }
  return { sets, ambiguous }
}

function groupBy(size: number, key: (member: number) => number): Iterable<number[]> {
  const groups = new Map<number, number[]>()
  for (let member = 0; member < size; member++) push(groups, key(member), member)
  return groups.values()
}

function push<K>(groups: Map<K, number[]>, key: K, member: number): void {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, [member])
  else group.push(member)
}
