import { mkdtempSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { planOutputs } from '../../src/cli/outputs.js'
import { writeFileWhole } from '../../src/cli/write.js'

const FORMATS = ['table', 'json', 'jsonl', 'csv'] as const

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hopscreen-outputs-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const plan = (texts: readonly string[], inputs: readonly string[] = []) => planOutputs(texts, FORMATS, inputs)

describe('what a --output means', () => {
  test.each([
    ['r.json', 'json'],
    ['r.JSON', 'json'],
    ['r.jsonl', 'jsonl'],
    ['r.ndjson', 'jsonl'],
    ['r.csv', 'csv'],
    ['r.txt', 'table'],
  ])('the extension of %s says %s', (name, format) => {
    const path = join(folder, name)
    expect(plan([path])).toEqual({ files: [{ path, format }], problems: [] })
  })

  test('a format before the file wins over the extension', () => {
    const path = join(folder, 'r.txt')
    expect(plan([`json=${path}`])).toEqual({ files: [{ path, format: 'json' }], problems: [] })
  })

  test('a path may hold an equals sign where no word of letters stands before it', () => {
    const path = join(folder, 'a=b.json')
    expect(plan([path]).files).toEqual([{ path, format: 'json' }])
  })
})

describe('what is refused before any work', () => {
  test.each([
    ['an extension that tells nothing', 'report', 'the extension tells no format'],
    ['a format that is not known', 'sarif=r.json', 'unknown format "sarif"'],
    ['a misspelt format', 'jsonn=r.json', 'unknown format "jsonn"'],
    ['no file', 'json=', 'expected a file'],
    ['standard output', '-', 'expected a file'],
    ['a folder that is not there', 'nowhere/r.json', 'there is no folder nowhere'],
  ])('%s', (_, text, message) => {
    const { files, problems } = plan([text])
    expect(files).toEqual([])
    expect(problems.map((problem) => problem.message).join()).toContain(message)
  })

  test('a folder', () => {
    mkdirSync(join(folder, 'r.json'))
    expect(plan([join(folder, 'r.json')]).problems[0]?.message).toContain('it is a folder')
  })

  test('two reports into one file, however its path is written', () => {
    symlinkSync(folder, join(folder, 'again'))
    const linked = plan([join(folder, 'r.json'), join(folder, 'again', 'r.json')])
    expect(linked.problems.map((problem) => problem.message)).toEqual([
      expect.stringContaining('another report goes there'),
    ])
  })

  test('a file that is read', () => {
    const path = join(folder, 'vendors.csv')
    writeFileSync(path, 'name\nA\n')
    expect(plan([path], [path]).problems[0]?.message).toContain('it is read as an input')
  })
})

describe('a file is written whole or not at all', () => {
  test('it replaces what was there', async () => {
    const path = join(folder, 'r.json')
    writeFileSync(path, 'old')
    await writeFileWhole(path, ['a', 'b'])
    expect(readFileSync(path, 'utf8')).toBe('ab')
    expect(readdirSync(folder)).toEqual(['r.json'])
  })

  test('a failure on the way leaves the old one and nothing beside it', async () => {
    const path = join(folder, 'r.json')
    writeFileSync(path, 'old')
    const broken = function* () {
      yield 'half'
      throw new Error('broken')
    }
    await expect(writeFileWhole(path, broken())).rejects.toThrow('broken')
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['r.json'])
  })

  test('the file that a link stands for is replaced, and not the link', async () => {
    writeFileSync(join(folder, 'real.json'), 'old')
    symlinkSync(join(folder, 'real.json'), join(folder, 'r.json'))
    await writeFileWhole(join(folder, 'r.json'), ['new'])
    expect(readFileSync(join(folder, 'real.json'), 'utf8')).toBe('new')
  })

  test('a device is written into and stays one', async () => {
    await writeFileWhole('/dev/null', ['gone'])
    expect(readFileSync('/dev/null', 'utf8')).toBe('')
  })
})
