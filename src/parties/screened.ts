import { compareCodePoints } from '../model/order.js'
import type { Screened, ScreenedParty } from '../model/screened.js'
import type { Parties } from './parties.js'

/**
 * The parties that a screening reports on, by id in code-point order. Nothing but their order is made before they are
 * read, and that each time anew: nobody who does not ask pays for millions of them.
 *
 * @param chosen those of `--only`; all where it is absent.
 */
export function screenedParties(parties: Parties, chosen: ReadonlySet<number> | undefined): Screened {
  return {
    *[Symbol.iterator](): Generator<ScreenedParty> {
      const all = chosen === undefined ? Array.from({ length: parties.count }, (_, party) => party) : [...chosen]
      const byId = all.toSorted((a, b) => compareCodePoints(parties.idOf(a), parties.idOf(b)))
      for (const party of byId) {
        const country = parties.recordsOf(party).find((record) => record.country !== undefined)?.country
        yield { id: parties.idOf(party), name: parties.nameOf(party), ...(country === undefined ? {} : { country }) }
      }
    },
  }
}
