import { Readable, Writable } from 'node:stream'
import { run } from '../../src/cli/main.js'
import { NO_CACHE, type Ended } from './binary.js'

function sink(): { readonly stream: Writable; readonly text: () => string } {
  const chunks: Buffer[] = []
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      chunks.push(chunk)
      done()
    },
  })
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') }
}

/** The day of the case, so that no test depends on that on which it is run. */
const NOW = Date.UTC(2024, 6, 24)

/** One command line without a process of its own, in the working directory: for tables of many that end early. */
export async function asked(
  words: readonly string[],
  input: string | Buffer = '',
  more: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const [stdout, stderr] = [sink(), sink()]
  const status = await run(words, {
    env: { HOPSCREEN_CACHE: NO_CACHE, ...more },
    stdin: Readable.from([Buffer.from(input)]),
    stdout: stdout.stream,
    stderr: stderr.stream,
    now: () => NOW,
  })
  return { stdout: stdout.text(), stderr: stderr.text(), status }
}
