/** What of the engine's WebAssembly is used here: the types of Node 20 leave it to those of browsers. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array)
    static customSections(module: Module, name: string): readonly ArrayBuffer[]
  }
  class Memory {
    constructor(size: { readonly initial: number })
    grow(pages: number): number
    readonly buffer: ArrayBuffer
  }
  class Global {
    readonly value: number
  }
  class Instance {
    constructor(module: Module, imports: Readonly<Record<string, Readonly<Record<string, Memory>>>>)
    readonly exports: Readonly<Record<string, unknown>>
  }
}
