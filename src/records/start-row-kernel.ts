import { startKernel, type Kernel } from '../columns/start-kernel.js'
import { BLOCK_ROOM } from '../sources/scan/whole-lines.js'
import { headerWordsOf } from './header-again.js'
import { ROW_KERNEL } from './row-kernel.js'

/** What the kernel uses, up to END in kernel/memory.ts. */
const BYTES = 88_500_000

/** The compiled kernel/rows.ts. */
export const startRowKernel = (): Kernel => startKernel(ROW_KERNEL, BYTES)

/** Tells the kernel of the columns: the role of each cell, and the header that may come again. Gives where the lines have to stand. */
export function setUpCells(
  { memory, at, functionOf }: Kernel,
  cells: Uint8Array,
  headers: readonly string[],
): Uint8Array<ArrayBuffer> {
  const { firstLetters, beginnings, longest } = headerWordsOf(headers)
  checkRoom(BLOCK_ROOM, at('BLOCK_ROOM'), 'bytes')
  checkRoom(cells.length, at('MOST_CELLS'), 'columns')
  checkRoom(beginnings.size, at('MOST_BEGINNINGS'), 'columns')
  const bytes = new Uint8Array(memory)
  bytes.set(cells, at('CELLS'))
  bytes.set(firstLetters, at('FIRST_LETTERS'))
  new Int32Array(memory, at('BEGINNINGS'), beginnings.size).set([...beginnings])
  functionOf('setUpHeader')(beginnings.size, longest)
  return bytes.subarray(at('BLOCK'), at('BLOCK') + BLOCK_ROOM)
}

function checkRoom(count: number, room: number, what: string): void {
  if (count > room) throw new RangeError(`expected at most ${room} ${what}, got ${count}`)
}
