/** Marks of parties: a byte each where most of a register may be marked, a set where one person owns a few. */
export interface Marks {
  has(party: number): boolean
  add(party: number): void
}

export function createMarks(partyCount: number, isMany: boolean): Marks {
  if (!isMany) return new Set<number>()
  const marks = new Uint8Array(partyCount)
  return { has: (party) => marks[party] === 1, add: (party) => void (marks[party] = 1) }
}

/** What blocked owners have of the parties by shares, or by votes: percent, nearly, and whether some of it is of unknown size. */
export interface Tally {
  add(party: number, percent: number, isUnknown: boolean): void
  nearly(party: number): number
  isOpen(party: number): boolean
}

/** In columns where most of a register may be held: an object for each party cost more than all the sums. */
export function createTally(partyCount: number, isMany: boolean): Tally {
  const open = createMarks(partyCount, isMany)
  if (!isMany) {
    const sums = new Map<number, number>()
    return {
      add(party, percent, isUnknown) {
        sums.set(party, (sums.get(party) ?? 0) + percent)
        if (isUnknown) open.add(party)
      },
      nearly: (party) => sums.get(party) ?? 0,
      isOpen: (party) => open.has(party),
    }
  }
  const sums = new Float64Array(partyCount)
  return {
    add(party, percent, isUnknown) {
      sums[party] = (sums[party] ?? 0) + percent
      if (isUnknown) open.add(party)
    },
    nearly: (party) => sums[party] ?? 0,
    isOpen: (party) => open.has(party),
  }
}
