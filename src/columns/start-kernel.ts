/** A compiled module of `kernel/` with a memory of its own; its types are those of its source. */
export interface Kernel {
  readonly memory: ArrayBuffer
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
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) })
  const { exports } = new WebAssembly.Instance(its, { env: { memory } })
  return {
    memory: memory.buffer,
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

function globalOf(exports: Readonly<Record<string, unknown>>, name: string): WebAssembly.Global {
  const its = exports[name]
  if (!(its instanceof WebAssembly.Global)) throw new TypeError(`the kernel has no ${name}`)
  return its
}
