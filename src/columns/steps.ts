import { widenUint32 } from './widen.js'

/**
 * A column of whole numbers under 2^32 that mostly grow with their places, such as the rows of a file, or mostly stay as they are, such as the file: only
 * the places where they do otherwise are kept. Ten million lines of links are then a few bytes.
 */
export interface StepColumn {
  /** Sets the value of a place after all those set before. */
  put(place: number, value: number): void
  at(place: number): number
  /** Puts a packed column behind the others, its place 0 at `place` and each of its values more by `by`. */
  append(packed: PackedSteps, place: number, by: number): void
  /** Takes away what stands at this place and after it. */
  cut(place: number): void
  packed(): PackedSteps
}

/** A column as it goes from one thread to another: where each run begins, and what its values are more than their places, times the slope. */
export interface PackedSteps {
  readonly places: Uint32Array
  readonly excess: Uint32Array
}

/** @param slope by how much a value grows from one place to the next where nothing is kept. */
export function createSteps(slope: 0 | 1): StepColumn {
  let places: Uint32Array = new Uint32Array(8)
  let excess: Uint32Array = new Uint32Array(8)
  let count = 0

  function add(place: number, its: number): void {
    if (count > 0 && excess[count - 1] === its) return
    if (count === places.length) {
      places = widenUint32(places, count * 2)
      excess = widenUint32(excess, count * 2)
    }
    places[count] = place
    excess[count] = its
    count++
  }

  /** The run that the place is in; -1 where it comes before all. */
  function runOf(place: number): number {
    let low = 0
    let high = count
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((places[middle] ?? 0) <= place) low = middle + 1
      else high = middle
    }
    return low - 1
  }

  return {
    put: (place, value) => add(place, (value - place * slope) >>> 0),
    at: (place) => ((excess[runOf(place)] ?? 0) + place * slope) >>> 0,
    append(packed, place, by) {
      packed.places.forEach((start, run) => add(start + place, ((packed.excess[run] ?? 0) + by - place * slope) >>> 0))
    },
    cut(place) {
      count = runOf(place - 1) + 1
    },
    packed: () => ({ places: places.slice(0, count), excess: excess.slice(0, count) }),
  }
}
