/** Disjoint sets over the integers from 0 to size - 1. */
export interface UnionFind {
  find(member: number): number
  union(a: number, b: number): void
}

/** The smaller member becomes the root, so that the result depends on the sets alone. */
export function createUnionFind(size: number): UnionFind {
  const parent = new Int32Array(size)
  for (let member = 0; member < size; member++) parent[member] = member

  function find(member: number): number {
    let root = member
    for (let up = parent[root] ?? root; up !== root; up = parent[root] ?? root) root = up
    for (let at = member; at !== root;) {
      const up = parent[at] ?? root
      parent[at] = root
      at = up
    }
    return root
  }

  function union(a: number, b: number): void {
    const left = find(a)
    const right = find(b)
    if (left < right) parent[right] = left
    else parent[left] = right
  }

  return { find, union }
}
