/**
 * The code of an error of the system, such as `ENOENT`; empty where it has none. An error of another realm is none of ours by `instanceof`, so it is
 * told by what it holds.
 */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}

/** The call that failed, such as `open`; empty where none of the system's did. */
export function callOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'syscall' in error ? String(error.syscall) : ''
}

export function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error)
}
