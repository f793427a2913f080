/** Edit distance (insert, delete, replace, swap of neighbours), or `limit + 1` as soon as it must be more than `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      row.push(cost)
      least = Math.min(least, cost)
    }
    if (least > limit) return limit + 1
    before = last
    last = row
  }
  return last[b.length] ?? limit + 1
}

/** How many slips are taken for a misspelling: none in the shortest words, where every other word is near. */
function tolerance(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2
}

/**
 * The candidates nearest to a misspelt word, all at the same smallest distance; none where nothing is near enough
 * for a hint. Case is the caller's to fold.
 */
export function nearestWords(word: string, candidates: Iterable<string>): readonly string[] {
  let limit = tolerance(word.length)
  let found: string[] = []
  if (limit === 0) return found
  for (const candidate of candidates) {
    const apart = distance(word, candidate, limit)
    if (apart > limit) continue
    if (apart < limit) found = []
    limit = apart
    found.push(candidate)
  }
  return found
}
