import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from '@jest/globals'
import { fileSource, stdinSource } from '../../src/sources/file.js'
import type { Source } from '../../src/sources/source.js'

async function textOf(source: Source): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of await source.open()) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString()
}

test('a file can be opened as often as it is wanted', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sources-'))
  const path = join(folder, 'x.csv')
  await writeFile(path, 'name\nPeleng\n')
  const source = fileSource(path)
  expect(source.path).toBe(path)
  expect(await textOf(source)).toBe(await textOf(source))
  await rm(folder, { recursive: true })
})

test.each([
  ['grows', async (path: string) => appendFile(path, 'x')],
  ['shrinks', async (path: string) => writeFile(path, 'x')],
])('a file that %s while it is read is an error, and is not read for ever', async (_, change) => {
  const folder = await mkdtemp(join(tmpdir(), 'sources-'))
  const path = join(folder, 'x.csv')
  await writeFile(path, 'x'.repeat(1 << 21))
  let read = 0
  const reading = async () => {
    for await (const chunk of await fileSource(path).open()) {
      read += Buffer.from(chunk).length
      await change(path)
    }
  }
  await expect(reading()).rejects.toThrow('it changed while it was read')
  expect(read).toBeLessThanOrEqual(1 << 21)
  await rm(folder, { recursive: true })
})

test('a sheet of a workbook is named after a mark, unless there is a file of that name', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sources-'))
  const [book, other] = [join(folder, 'book.xlsx'), join(folder, 'a!b.csv')]
  await writeFile(book, 'x')
  await writeFile(other, 'y')
  expect(fileSource(`${book}!Sheet 1`)).toMatchObject({ path: `${book}!Sheet 1`, location: book, sheet: 'Sheet 1' })
  expect(await textOf(fileSource(`${book}!Sheet 1`))).toBe('x')
  expect(fileSource(other).sheet).toBeUndefined()
  await expect(fileSource(`${folder}/no.xlsx!Sheet 1`).open()).rejects.toThrow('no such file')
  await rm(folder, { recursive: true })
})

test('no file and a folder reject with a sentence', async () => {
  await expect(fileSource('no/such/file').open()).rejects.toThrow('no such file')
  await expect(fileSource('.').open()).rejects.toThrow('expected a file, got a folder')
})

test('standard input is read once and kept', async () => {
  let reads = 0
  const source = stdinSource(
    Readable.from(
      (async function* () {
        reads++
        yield Buffer.from('name\n')
        yield Buffer.from('Peleng\n')
      })(),
    ),
  )
  expect(source.path).toBe('-')
  const [first, second] = await Promise.all([textOf(source), textOf(source)])
  expect([first, second, await textOf(source), reads]).toEqual([
    'name\nPeleng\n',
    'name\nPeleng\n',
    'name\nPeleng\n',
    1,
  ])
})
