// Compiles kernel/rows.ts and writes it into src/records/row-kernel.ts, from where it is loaded without a file of its own: run it when the kernel
// changes. With `--print` it only says what it would write.
import { writeFileSync } from 'node:fs'
import asc from 'assemblyscript/asc'

const LINE = 120
const OPTIONS = '--outFile rows.wasm --runtime stub --enable simd --importMemory -O3 --noAssert'

let wasm
const { error } = await asc.main(['kernel/rows.ts', ...OPTIONS.split(' ')], {
  writeFile: (_, contents) => void (wasm = contents),
})
if (error !== null || wasm === undefined) throw new Error(`the kernel does not compile: ${error?.message}`)
const lines =
  Buffer.from(wasm)
    .toString('base64')
    .match(new RegExp(`.{1,${LINE}}`, 'g')) ?? []
const text = `// Written by scripts/kernel.js out of kernel/rows.ts, and held by a test to what that compiles to.

/** A WebAssembly module, as base64. */
export const ROW_KERNEL = \`
${lines.join('\n')}
\`
`
if (process.argv.includes('--print')) process.stdout.write(text)
else writeFileSync('src/records/row-kernel.ts', text)
