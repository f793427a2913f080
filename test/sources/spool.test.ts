import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { Readable } from 'node:stream'
import { describe, expect, test } from '@jest/globals'
import { keepStream } from '../../src/sources/scan/spool.js'
import { readAt, withFile } from '../../src/sources/scan/stored.js'

async function read(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

const leftBehind = (): number => readdirSync(tmpdir()).filter((name) => name.startsWith('hopscreen-')).length

describe('a stream that can be read but once', () => {
  test('is read again from memory where it is short', async () => {
    const kept = await keepStream(Readable.from([Buffer.from('a,b\n'), Buffer.from('1,2\n')]))
    expect(kept.location).toBeUndefined()
    for (let time = 0; time < 2; time++) expect((await read(kept.open())).toString()).toBe('a,b\n1,2\n')
  })

  test('is read again from a file without a name where it is long', async () => {
    const before = leftBehind()
    const chunks = Array.from({ length: 9 }, (_, at) => Buffer.alloc(1 << 20, 0x61 + at))
    const kept = await keepStream(Readable.from(chunks))
    expect(leftBehind()).toBe(before)
    for (let time = 0; time < 2; time++) expect((await read(kept.open())).equals(Buffer.concat(chunks))).toBe(true)
    for await (const chunk of kept.open()) if (chunk.length > 0) break
    expect((await read(kept.open())).length).toBe(9 << 20)
    const middle = withFile(kept.location ?? '', (file) => readAt(file, (3 << 20) - 1, 2))
    expect(middle.toString()).toBe('cd')
  })
})
