import { Worker } from 'node:worker_threads'
import type { Declined, PartRequest, ScannedPart } from './scan-part.js'
import type { ScanTask } from './scan-worker.js'

function run<T>(task: ScanTask): Promise<T> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('scan-worker.js', import.meta.url), { workerData: task })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('a thread that reads a file ended without an answer')))
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
