import { Worker } from 'node:worker_threads'
import type { Declined, PartRequest, ScannedPart } from './scan-part.js'
import type { ScanTask } from './scan-worker.js'

function run<T>(task: ScanTask): Promise<T> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('scan-worker.js', import.meta.url), { workerData: task })
    // Each a little later: what goes on within a listener keeps its message until all is done, which is 70 MB of ten million rows.
    worker.once('message', (answer: T) => void setImmediate(resolve, answer))
    worker.once('error', reject)
    const without = new Error('a thread that reads a file ended without an answer')
    worker.once('exit', () => void setImmediate(reject, without))
  })
}

/** Scans a part in a thread of its own. */
export function scanPartInThread(request: PartRequest): Promise<ScannedPart | Declined> {
  return run({ kind: 'part', request })
}

/** Hashes a file in a thread of its own. */
export function hashInThread(location: string): Promise<string> {
  return run({ kind: 'hash', location })
}
