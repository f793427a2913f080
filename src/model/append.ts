/** Adds all that a list holds to another one. `push(...more)` puts each on the stack, which some hundred thousand of them overflow. */
export function append<T>(to: T[], more: Iterable<T>): void {
  for (const each of more) to.push(each)
}
