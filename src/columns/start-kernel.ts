/** A compiled module of `kernel/` with a memory of its own; its types are those of its source. */
export interface Kernel {
  /** Another one after it grew. */
  readonly memory: ArrayBuffer
  /** Makes the memory at least so long. */
  grow(bytes: number): void
  readonly functionOf: (name: string) => (...numbers: readonly number[]) => number
  /** A constant. */
  readonly at: (name: string) => number
  readonly valueOf: (name: string) => () => number
}

const PAGE = 1 << 16
const compiled = new Map<string, WebAssembly.Module>()

/**
 * Memory that is never written costs nothing.
 *
 * @param module as base64.
 * @param bytes how much memory it uses.
 */
export function startKernel(module: string, bytes: number): Kernel {
  const its = compiled.get(module) ?? new WebAssembly.Module(Buffer.from(module, 'base64'))
  compiled.set(module, its)
  const memory = new WebAssembly.Memory({ initial: pagesOf(bytes) })
  const { exports } = new WebAssembly.Instance(its, { env: { memory } })
  return {
    get memory() {
      return memory.buffer
    },
    grow(wanted) {
      const more = pagesOf(wanted) - pagesOf(memory.buffer.byteLength)
      if (more > 0) memory.grow(more)
    },
    functionOf: (name) => {
      const called = exports[name]
      if (typeof called !== 'function') throw new TypeError(`the kernel has no ${name}`)
      return (...numbers) => Number(called(...numbers))
    },
    at: (name) => globalOf(exports, name).value,
    valueOf: (name) => {
      const value = globalOf(exports, name)
      return () => value.value
    },
  }
}

function pagesOf(bytes: number): number {
  return Math.ceil(bytes / PAGE)
}

function globalOf(exports: Readonly<Record<string, unknown>>, name: string): WebAssembly.Global {
  const its = exports[name]
  if (!(its instanceof WebAssembly.Global)) throw new TypeError(`the kernel has no ${name}`)
  return its
}
