const TOO_MANY = 'ERR_TOO_MANY'

/**
 * What is thrown where the columns can hold no more: from there on they would give wrong answers. Its code goes with it from one thread to another,
 * as its class would not.
 */
export function tooMany(what: string): RangeError {
  return Object.assign(new RangeError(`expected at most ${what} in all files, got more: screen them in parts`), {
    code: TOO_MANY,
  })
}

export function isTooMany(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === TOO_MANY
}
