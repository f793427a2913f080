import type { Change, Since, Stand } from '../model/baseline.js'
import { each, inOrder, type KeyOrder } from './key-order.js'
import { arrangeFinding } from './report-order.js'

const arrangeNamed = inOrder<Change['party']>({ id: true, name: true })
const arrangeStand = inOrder<Stand>({ hops: true, confidence: true, afterDesignation: true })

const arrangeChange = inOrder<Change>({
  change: true,
  id: true,
  kind: true,
  party: arrangeNamed,
  target: arrangeNamed,
  was: arrangeStand,
  now: arrangeStand,
  why: true,
})

const told: KeyOrder<Omit<Since, 'standing'>> = {
  asOf: true,
  version: true,
  complete: true,
  changes: each(arrangeChange),
}

/** What `diff` answers. */
export const arrangeTold = inOrder<Omit<Since, 'standing'>>(told)

export const arrangeSince = inOrder<Since>({ ...told, standing: each(arrangeFinding) })
