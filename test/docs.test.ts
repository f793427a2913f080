import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { configSchema } from '../src/config/schema.js'
import { LIST_SOURCES } from '../src/lists/sources.js'
import { hopscreen } from './cli/binary.js'

interface Block {
  readonly language: string
  readonly file: string
  readonly text: string
}

const BLOCKS: readonly Block[] = [
  ...readFileSync('docs/recipes.md', 'utf8').matchAll(/^```(?<language>\w+) (?<file>\S+)\n(?<text>[\s\S]*?)\n```$/gm),
].map(({ groups }) => ({
  language: groups?.['language'] ?? '',
  file: groups?.['file'] ?? '',
  text: groups?.['text'] ?? '',
}))

const blocks = (language: string) =>
  BLOCKS.filter((block) => block.language === language).map(({ file, text }) => [text, file] as const)

const isThere = (tool: string, words: readonly string[]) => spawnSync(tool, words).status === 0

let work = ''

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'hopscreen-docs-'))
  const files =
    'entities.csv -t transactions.csv -r relations.csv -l list.csv@2024-07-24 --as-of 2024-07-24 --fail-on none'
  for (const [format, name] of [
    ['jsonl', 'findings.jsonl'],
    ['json', 'report.json'],
  ] as const) {
    const { stdout, status } = hopscreen([...files.split(' '), '-f', format], {
      cwd: resolve('fixtures/belomo-peleng'),
    })
    expect(status).toBe(0)
    writeFileSync(join(work, name), stdout)
  }
})

afterAll(() => rmSync(work, { recursive: true, force: true }))

describe('recipes', () => {
  test('there are some for each tool', () => {
    for (const tool of ['jq', 'sql', 'python']) expect(blocks(tool).length).toBeGreaterThan(0)
  })

  const jq = isThere('jq', ['--version']) ? test : test.skip
  jq.each(blocks('jq'))('jq: %s', (program, file) => {
    const { stdout, stderr, status } = spawnSync('jq', ['-r', program, file], { cwd: work, encoding: 'utf8' })
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout.trim()).not.toBe('')
  })

  test.each(blocks('sql'))('DuckDB: %s', async (query) => {
    const { DuckDBInstance } = await import('@duckdb/node-api')
    const connection = await (await DuckDBInstance.create()).connect()
    const inFolder = query.replace(/'(?<name>[\w.]+\.jsonl?)'/u, (_, name: string) => `'${join(work, name)}'`)
    const rows = (await connection.runAndReadAll(inFolder)).getRowObjects()
    expect(rows.length).toBeGreaterThan(0)
    connection.closeSync()
  })

  const pandas = isThere('python3', ['-c', 'import pandas']) ? test : test.skip
  pandas.each(blocks('python'))('pandas (skipped where it is not installed): %s', (program) => {
    const { stdout, status } = spawnSync('python3', ['-c', program], { cwd: work, encoding: 'utf8' })
    expect(status).toBe(0)
    expect(stdout.trim()).not.toBe('')
  })

  test('the program of one’s own runs', () => {
    const program =
      /^```ts\n(?<text>[\s\S]*?)\n```$/m.exec(readFileSync('docs/recipes.md', 'utf8'))?.groups?.['text'] ?? ''
    for (const name of ['vendors.csv', 'trade.csv', 'list.csv'])
      copyFileSync(join('fixtures/vendor-gate', name), join(work, name))
    writeFileSync(join(work, 'own.mjs'), program.replace("'hopscreen'", JSON.stringify(resolve('dist/index.js'))))
    const { stdout, stderr, status } = spawnSync(process.execPath, ['own.mjs'], { cwd: work, encoding: 'utf8' })
    expect([status, stderr]).toEqual([0, expect.stringContaining('reading records')])
    expect(stdout).toMatch(/^\*\*FLAGGED\*\*/)
  })
})

describe('the way in a pipeline', () => {
  const ci = readFileSync('docs/ci.md', 'utf8')

  test('names only options that there are', () => {
    const commands = [['screen'], ['decide'], ['diff'], ['lists', 'status'], ['lists', 'diff'], ['lists', 'update']]
    const known = commands.map((words) => hopscreen([...words, '--help']).stdout).join('\n')
    const named = new Set([...ci.matchAll(/(?<![\w-])--[a-z][a-z-]+/g)].map(([option]) => option))
    for (const option of named) expect(known).toContain(option)
  })

  test('names only files that there are', () => {
    for (const [, path = ''] of ci.matchAll(/\]\(\.\.\/([^)]+)\)/g))
      expect([path, existsSync(path)]).toEqual([path, true])
  })
})

describe('where lists are published', () => {
  const docs = readFileSync('docs/LISTS.md', 'utf8')

  test.each(LIST_SOURCES.map((source) => [source.name, source] as const))('%s stands in the table', (name, source) => {
    const row = docs.split('\n').find((line) => line.startsWith(`| \`${name}\` |`)) ?? ''
    for (const { url } of source.files) {
      const { host, pathname } = new URL(url)
      const [file = ''] = pathname.split('/').slice(name === 'eu' ? -2 : -1)
      expect(row).toContain(file)
      if (name !== 'ofac-consolidated') expect(row).toContain(host)
    }
    expect(row.includes('--accept-terms')).toBe(source.terms !== undefined)
  })

  test('every address is protected, and its host one of the source', () => {
    for (const { files, hosts } of LIST_SOURCES)
      for (const { url } of files) {
        expect(url).toMatch(/^https:/)
        expect(hosts.some((host) => new URL(url).hostname.endsWith(host))).toBe(true)
      }
  })

  test('and the config that it shows is one', () => {
    const [, json = ''] = /^```json\n([\s\S]*?)\n```$/m.exec(docs) ?? []
    expect(configSchema.safeParse(JSON.parse(json)).error).toBeUndefined()
  })
})
