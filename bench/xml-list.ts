import { spawnSync } from 'node:child_process'
import { Readable } from 'node:stream'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import { loadLists } from '../src/lists/load.js'
import type { Source } from '../src/sources/source.js'

// A list in XML of so many megabytes, of real entries again and again, against the parser that does nothing with it:
// node .build/bench/xml-list.js [megabytes] [un|ofac|uk] [ours|parser]
const [size = '100', which = 'un', only = ''] = process.argv.slice(2)

interface Model {
  readonly file: string
  readonly entry: string
  /** What holds the keys, so that each entry is one of its own. */
  readonly key: string
}

const MODELS: ReadonlyMap<string, Model> = new Map([
  ['un', { file: 'un-2026/UN_consolidated.xml', entry: 'INDIVIDUAL', key: 'REFERENCE_NUMBER' }],
  ['ofac', { file: 'ofac-cons-xml-2024-05-06/consolidated.xml', entry: 'sdnEntry', key: 'uid' }],
  ['uk', { file: 'uk-uksl-xml-extract-2026-09-07/UK-Sanctions-List.xml', entry: 'Designation', key: 'UniqueID' }],
])
const model = MODELS.get(which)
if (model === undefined) throw new Error(`expected one of ${[...MODELS.keys()].join(', ')}, got ${which}`)

const { file, entry, key } = model
const text = readFileSync(join(process.cwd(), '../shared/data/lists', file), 'utf8')
const open = `<${entry}>`
const close = `</${entry}>`
const first = text.indexOf(open)
const last = text.lastIndexOf(close) + close.length
const entries = text.slice(first, last)
const times = Math.ceil((Number(size) * 1_000_000) / Buffer.byteLength(entries))

const PIECE = 1 << 18
const parts = `${entries}\n`.split(`</${key}>`).map((part) => Buffer.from(part))

/** Each turn has keys of its own, as a list has. */
function* pieces(): Generator<Buffer> {
  yield Buffer.from(text.slice(0, first))
  let waiting: Buffer[] = []
  let bytes = 0
  for (let turn = 0; turn < times; turn++) {
    const behind = Buffer.from(`.${turn}</${key}>`)
    for (const [at, part] of parts.entries()) {
      const more = at + 1 < parts.length ? [part, behind] : [part]
      waiting.push(...more)
      bytes += part.length + behind.length
      if (bytes < PIECE) continue
      yield Buffer.concat(waiting)
      waiting = []
      bytes = 0
    }
  }
  yield Buffer.concat([...waiting, Buffer.from(text.slice(last))])
}

const source: Source = { path: file, open: () => Promise.resolve(Readable.from(pieces(), { objectMode: false })) }

async function parserAlone(): Promise<void> {
  const parser = new SaxesParser()
  const decoder = new TextDecoder('utf-8')
  for await (const chunk of await source.open()) parser.write(decoder.decode(chunk, { stream: true }))
  parser.close()
}

async function ours(): Promise<void> {
  const problems: string[] = []
  const lists = await loadLists([{ path: file, source }], (problem) =>
    problems.push(`${problem.severity} ${problem.code}`),
  )
  const [list] = lists
  console.log(
    `${list?.inputs[0]?.rows ?? 0} rows, ${list?.entries.length ?? 0} entries (${key} tells them apart), ${problems.join(', ')}`,
  )
}

async function timed(run: () => Promise<void>): Promise<void> {
  await run()
  const { user, system } = process.cpuUsage()
  const peak = process.resourceUsage().maxRSS / 1024
  console.log(`${((user + system) / 1e6).toFixed(2)} s of the processor, peak ${peak.toFixed(0)} MB`)
}

/** Each in a process of its own: two parsers with other handlers in one process slow each other down. */
function inItsOwn(what: string): number {
  const { stdout } = spawnSync(process.execPath, [process.argv[1] ?? '', size, which, what], { encoding: 'utf8' })
  console.log(`${what}: ${stdout.trim().replaceAll('\n', '; ')}`)
  return Number(/([\d.]+) s of the processor/.exec(stdout)?.[1] ?? Number.NaN)
}

if (only === 'parser') await timed(parserAlone)
else if (only === 'ours') await timed(ours)
else {
  const alone = inItsOwn('parser')
  console.log(`ratio ${(inItsOwn('ours') / alone).toFixed(2)}`)
}
