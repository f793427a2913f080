/** `ENOSPC: no space left on device, write` as `no space left on device`; an error that is none of the system's is a bug, and goes on. */
export function writeTrouble(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('syscall' in error) || !('message' in error)) throw error
  return String(error.message)
    .replace(/^[A-Z]+: /, '')
    .replace(/, \w+.*$/, '')
}
