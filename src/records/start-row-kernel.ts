import { BLOCK_ROOM } from '../sources/scan/whole-lines.js'
import { headerWordsOf } from './header-again.js'
import { ROW_KERNEL } from './row-kernel.js'

/** The compiled kernel/rows.ts with a memory of its own; its types are those of its source. */
export interface RowKernel {
  readonly memory: ArrayBuffer
  readonly functionOf: (name: string) => (...numbers: readonly number[]) => number
  /** A constant. */
  readonly at: (name: string) => number
  readonly valueOf: (name: string) => () => number
}

const PAGE = 1 << 16
/** What the kernel uses, up to END in kernel/memory.ts. */
const PAGES = Math.ceil(88_400_000 / PAGE)
let compiled: WebAssembly.Module | undefined

/** Memory that is never written costs nothing. */
export function startRowKernel(): RowKernel {
  compiled ??= new WebAssembly.Module(Buffer.from(ROW_KERNEL, 'base64'))
  const memory = new WebAssembly.Memory({ initial: PAGES })
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory } })
  return {
    memory: memory.buffer,
    functionOf: (name) => {
      const its = exports[name]
      if (typeof its !== 'function') throw new TypeError(`the kernel has no ${name}`)
      return (...numbers) => Number(its(...numbers))
    },
    at: (name) => globalOf(exports, name).value,
    valueOf: (name) => {
      const its = globalOf(exports, name)
      return () => its.value
    },
  }
}

/** Tells the kernel of the columns: the role of each cell, and the header that may come again. Gives where the lines have to stand. */
export function setUpCells(
  { memory, at, functionOf }: RowKernel,
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

function globalOf(exports: Readonly<Record<string, unknown>>, name: string): WebAssembly.Global {
  const its = exports[name]
  if (!(its instanceof WebAssembly.Global)) throw new TypeError(`the kernel has no ${name}`)
  return its
}
