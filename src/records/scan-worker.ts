import { parentPort, workerData } from 'node:worker_threads'
import { sha256Of } from '../sources/scan/stored.js'
import { scanPart, type PartRequest } from './scan-part.js'

/** What a thread is started for. */
export type ScanTask =
  | { readonly kind: 'part'; readonly request: PartRequest }
  | { readonly kind: 'hash'; readonly location: string }

// Started by `scan-thread.ts` alone, which gives it exactly this.
const task: ScanTask = workerData
parentPort?.postMessage(task.kind === 'part' ? scanPart(task.request) : sha256Of(task.location))
