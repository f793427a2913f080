import { execFileSync } from 'node:child_process'
import { closeSync, createReadStream, openSync, readSync } from 'node:fs'
import { parse } from 'csv-parse'

/** What no reader of the file can be faster than, and what the usual one takes; in milliseconds. */
export interface Floors {
  readonly 'wc -l': number
  readonly 'line ends in JavaScript': number
  readonly 'csv-parse alone': number
}

const BLOCK = 1 << 20
const LF = 0x0a

function countLines(path: string): number {
  const file = openSync(path, 'r')
  const block = new Uint8Array(BLOCK)
  let lines = 0
  for (let got = readSync(file, block); got > 0; got = readSync(file, block)) {
    for (let at = 0; at < got; at++) if (block[at] === LF) lines++
  }
  closeSync(file)
  return lines
}

async function parseAll(path: string): Promise<number> {
  let rows = 0
  const parser = createReadStream(path, { highWaterMark: BLOCK }).pipe(parse())
  for await (const row of parser) if (Array.isArray(row)) rows++
  return rows
}

async function timed(work: () => unknown): Promise<number> {
  const began = performance.now()
  await work()
  return Math.round(performance.now() - began)
}

/** @param sample a smaller file of the same shape for the parser, and how many times the rows the large one has. */
export async function measureFloors(
  path: string,
  sample: { readonly path: string; readonly times: number },
): Promise<Floors> {
  return {
    'wc -l': await timed(() => execFileSync('wc', ['-l', path])),
    'line ends in JavaScript': await timed(() => countLines(path)),
    'csv-parse alone': Math.round((await timed(() => parseAll(sample.path))) * sample.times),
  }
}
