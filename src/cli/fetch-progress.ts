import type { Progress } from './progress.js'

const BAR = 20

/** One line for all files that are fetched at once: a bar where their lengths are known, the bytes that came, and whose files they are. */
export function fetchProgress({ tell }: Pick<Progress, 'tell'>): (name: string, bytes: number, of?: number) => void {
  const files = new Map<string, { readonly bytes: number; readonly of: number | undefined }>()
  return (name, bytes, of) => {
    files.set(name, { bytes, of })
    tell(progressText(files))
  }
}

type Files = ReadonlyMap<string, { readonly bytes: number; readonly of: number | undefined }>

export function progressText(files: Files): string {
  const all = [...files.values()]
  const came = all.reduce((sum, { bytes }) => sum + bytes, 0)
  const whole = all.reduce((sum, { bytes, of }) => sum + Math.max(of ?? bytes, bytes), 0)
  const share = whole === 0 ? 0 : came / whole
  const isKnown = all.every(({ of }) => of !== undefined)
  const bar = isKnown
    ? `[${'#'.repeat(Math.floor(share * BAR)).padEnd(BAR, '-')}] ${Math.floor(share * 100)} % of `
    : ''
  const open = [...files].filter(([, { bytes, of }]) => of === undefined || bytes < of).map(([name]) => name)
  return `${bar}${megabytes(isKnown ? whole : came)} MB${open.length === 0 ? '' : `, ${open.slice(-3).join(', ')}`}`
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1)
