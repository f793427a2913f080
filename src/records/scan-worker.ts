import { parentPort, workerData } from 'node:worker_threads'
import { sha256Of } from '../sources/scan/stored.js'
import { scanPart, type PartRequest } from './scan-part.js'

/** What a thread is started for. */
export type ScanTask =
  | { readonly kind: 'part'; readonly request: PartRequest }
  | { readonly kind: 'hash'; readonly location: string }

// Started by `scan-thread.ts` alone, which gives it exactly this.
const task: ScanTask = workerData
if (task.kind === 'hash') parentPort?.postMessage(sha256Of(task.location))
else {
  const part = scanPart(task.request)
  // Given away rather than copied: the table of ids alone is tens of megabytes.
  const given = part.kind === 'scanned' ? [part.ends.slots, part.ends.arena, part.ends.starts, part.endLines] : []
  parentPort?.postMessage(
    part,
    given.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : [])),
  )
}
