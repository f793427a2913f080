import { startKernel, type Kernel } from '../columns/start-kernel.js'
import type { IdTable } from '../columns/id-table.js'
import { NAME_KERNEL } from './name-kernel.js'

/** Hands names to kernel/names.ts, some thousands at once. */
export interface NameBatch {
  readonly kernel: Kernel
  readonly bytes: Uint8Array
  /** Of the names that are numbers of `which`, from the place `from` on, takes as many as one call can have, and gives how many: none where the first is too long. */
  take(names: IdTable, which: Int32Array, from: number): number
  /** The same for one name. */
  takeOne(bytes: Uint8Array, start: number, end: number): number
  /** Calls a function of the kernel for each of some words of small letters, with its length. @throws where the kernel can not know it. */
  tell(texts: Iterable<string>, called: string, ...further: readonly number[]): void
}

/** What the kernel uses, up to LISTS in kernel/name-memory.ts. */
const BYTES = 23_500_000

/** @param further bytes of memory behind those that the kernel uses by itself. */
export function startNameBatch(further = 0): NameBatch {
  const kernel = startKernel(NAME_KERNEL, BYTES + further)
  const { memory, at } = kernel
  kernel.functionOf('setUp')()
  const bytes = new Uint8Array(memory)
  const place = at('NAMES')
  const room = at('NAME_ROOM')
  const bounds = new Int32Array(memory, at('BOUNDS'), at('MOST_NAMES') * 2)

  return {
    kernel,
    bytes,
    take(names, which, from) {
      const first = names.startOf(which[from] ?? 0)
      const most = Math.min(which.length - from, bounds.length / 2)
      let count = 0
      let last = first
      for (; count < most; count++) {
        const name = which[from + count] ?? 0
        const [start, end] = [names.startOf(name), names.startOf(name + 1)]
        if (start < first || end - first > room) break
        bounds[count * 2] = start - first
        bounds[count * 2 + 1] = end - first
        last = Math.max(last, end)
      }
      bytes.set(names.bytes().subarray(first, last), place)
      return count
    },
    takeOne(from, start, end) {
      if (end - start > room) return 0
      bytes.set(from.subarray(start, end), place)
      bounds[0] = 0
      bounds[1] = end - start
      return 1
    },
    tell(texts, called, ...more) {
      const call = kernel.functionOf(called)
      for (const text of texts) {
        for (let letter = 0; letter < text.length; letter++) bytes[place + letter] = text.charCodeAt(letter)
        if (call(text.length, ...more) === 0) throw new RangeError(`the kernel has no room for ${text}`)
      }
    },
  }
}
