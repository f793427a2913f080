import { spawnSync } from 'node:child_process'
import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import { loadLists } from '../src/lists/load.js'
import { fileSource } from '../src/sources/file.js'
import { XML_MODELS, type XmlModel } from './xml-models.js'

// Lists in XML of so many megabytes, of real entries again and again, against the parser that does nothing with them. Both read the same
// file; what is measured is the reading alone, without the start of the process:
// node .build/bench/xml-list.js [megabytes] [list]
const [size = '100', which = '', only = '', path = ''] = process.argv.slice(2)

/** One write for so many bytes. */
const PIECE = 1 << 20

/** Writes the repeated part of each section until the whole has the size; each turn has keys of its own, as a list has. */
async function write(model: XmlModel, to: FileHandle, bytes: number): Promise<void> {
  const { sections, end } = model.document()
  const once = sections.reduce((sum, { repeated }) => sum + Buffer.byteLength(repeated), 0)
  const times = Math.ceil(bytes / once)
  for (const { before, repeated } of sections) {
    await to.write(before)
    const parts = repeated.split(model.keys)
    let waiting = ''
    for (let turn = 0; turn < times; turn++) {
      waiting += parts.join(`.${turn}`)
      if (waiting.length < PIECE) continue
      await to.write(waiting)
      waiting = ''
    }
    await to.write(waiting)
  }
  await to.write(end)
}

async function parserAlone(file: string): Promise<string> {
  const parser = new SaxesParser()
  const decoder = new TextDecoder('utf-8')
  for await (const chunk of createReadStream(file)) {
    if (Buffer.isBuffer(chunk)) parser.write(decoder.decode(chunk, { stream: true }))
  }
  parser.close()
  return 'nothing'
}

async function ours(file: string): Promise<string> {
  const problems: string[] = []
  const [list] = await loadLists([{ path: file, source: fileSource(file) }], ({ severity, code }) =>
    problems.push(`${severity} ${code}`),
  )
  return `${list?.inputs[0]?.format ?? 'no list'}, ${list?.entries.length ?? 0} entries of ${list?.inputs[0]?.rows ?? 0} ${problems.join(', ')}`
}

async function timed(run: (file: string) => Promise<string>): Promise<void> {
  const before = process.cpuUsage()
  const what = await run(path)
  const { user, system } = process.cpuUsage(before)
  const peak = process.resourceUsage().maxRSS / 1024
  console.log(`${((user + system) / 1e6).toFixed(2)} s of the processor, peak ${peak.toFixed(0)} MB: ${what}`)
}

/** Each in a process of its own: two parsers with other handlers in one process slow each other down. */
function inItsOwn(what: string, list: string, file: string): number {
  const { stdout } = spawnSync(process.execPath, [process.argv[1] ?? '', size, list, what, file], { encoding: 'utf8' })
  console.log(`  ${what}: ${stdout.trim()}`)
  return Number(/([\d.]+) s of the processor/.exec(stdout)?.[1] ?? Number.NaN)
}

async function compare(name: string, model: XmlModel, folder: string): Promise<void> {
  const file = join(folder, `${name}.xml`)
  const handle = await open(file, 'w')
  await write(model, handle, Number(size) * 1_000_000)
  await handle.close()
  console.log(name)
  const alone = inItsOwn('parser', name, file)
  console.log(`  ratio ${(inItsOwn('ours', name, file) / alone).toFixed(2)}`)
  rmSync(file)
}

if (only === 'parser') await timed(parserAlone)
else if (only === 'ours') await timed(ours)
else {
  const chosen = [...XML_MODELS].filter(([name]) => which === '' || name === which)
  if (chosen.length === 0) throw new Error(`expected one of ${[...XML_MODELS.keys()].join(', ')}, got ${which}`)
  const folder = mkdtempSync(join(tmpdir(), 'hopscreen-xml-'))
  try {
    for (const [name, model] of chosen) await compare(name, model, folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
