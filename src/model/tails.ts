import { createRecent } from './recent.js'

/** What was made of a step of a chain, and of those after it. */
export interface Tail<S, V> {
  readonly step: S
  readonly made: V
  readonly next: Tail<S, V> | undefined
}

/**
 * What is made of the steps of chains, kept as long as it is among what was used last. Chains that meet go on alike, by the same objects: then one
 * look-up finds the rest of the chain, however long it is.
 *
 * @param most weight of what is kept, as in `createRecent`.
 * @returns what was made of the steps from a place in the chain on; `make` is asked for those of which nothing is known.
 */
export function createTails<S extends object, V>(
  most: number,
  weightOf: (made: V) => number,
): (chain: readonly S[], from: number, make: (step: S) => V) => Tail<S, V> | undefined {
  const recent = createRecent<S, Tail<S, V>>(most, ({ made }) => weightOf(made))
  return tailOf

  function tailOf(chain: readonly S[], from: number, make: (step: S) => V): Tail<S, V> | undefined {
    const step = chain[from]
    if (step === undefined) return undefined
    const known = recent.get(step)
    if (known !== undefined && isTail(known, chain, from)) return known
    const tail = { step, made: known?.made ?? make(step), next: tailOf(chain, from + 1, make) }
    recent.set(step, tail)
    return tail
  }
}

/** Whether these are the steps of the chain from a place on, and all of them. */
function isTail<S>(tail: Tail<S, unknown>, chain: readonly S[], from: number): boolean {
  let at = from
  for (let its: Tail<S, unknown> | undefined = tail; its !== undefined; its = its.next) {
    if (its.step !== chain[at++]) return false
  }
  return at === chain.length
}
