/**
 * A copy whose texts are its own. What a parser gives is a window on the quarter of a megabyte that it was read with, and one name kept from it
 * keeps all of that: a list of 100 MB then needs twice as much for a few names.
 */
export function ownCopy<T>(value: T): T {
  const copy: T = JSON.parse(JSON.stringify(value))
  return copy
}
