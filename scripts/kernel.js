// Compiles the kernels of `kernel/` into modules of src, from where they are loaded without a file of their own: run it when one changes. With
// `--print` and the name of one it only says what it would write.
import { writeFileSync } from 'node:fs'
import asc from 'assemblyscript/asc'

const KERNELS = [
  { source: 'kernel/rows.ts', name: 'ROW_KERNEL', into: 'src/records/row-kernel.ts' },
  { source: 'kernel/names.ts', name: 'NAME_KERNEL', into: 'src/match/name-kernel.ts' },
  { source: 'kernel/ids.ts', name: 'ID_KERNEL', into: 'src/columns/id-kernel.ts' },
]
const LINE = 120
const OPTIONS = '--outFile kernel.wasm --runtime stub --enable simd --importMemory -O3 --noAssert'

async function textOf({ source, name }) {
  let wasm
  const { error } = await asc.main([source, ...OPTIONS.split(' ')], {
    writeFile: (_, contents) => void (wasm = contents),
  })
  if (error !== null || wasm === undefined) throw new Error(`${source} does not compile: ${error?.message}`)
  const lines =
    Buffer.from(wasm)
      .toString('base64')
      .match(new RegExp(`.{1,${LINE}}`, 'g')) ?? []
  return `// Written by scripts/kernel.js out of ${source}, and held by a test to what that compiles to.

/** A WebAssembly module, as base64. */
export const ${name} = \`
${lines.join('\n')}
\`
`
}

const asked = process.argv.indexOf('--print') + 1
for (const kernel of KERNELS) {
  if (asked === 0) writeFileSync(kernel.into, await textOf(kernel))
  else if (kernel.into === process.argv[asked]) process.stdout.write(await textOf(kernel))
}
