import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { HELP_TOPICS } from '../../src/cli/help-topics.js'
import { INIT_COMMAND, INIT_FILES } from '../../src/cli/init-files.js'
import { FAIL_ON } from '../../src/model/options.js'
import { LINK_KINDS } from '../../src/model/record.js'
import { FORMATS } from '../../src/report/render.js'
import { hopscreen } from './binary.js'
import { asked } from './in-process.js'

describe('help topics', () => {
  test.each(HELP_TOPICS.map(({ word, text }) => [word, text] as const))('help %s', async (word, text) => {
    const { stdout, stderr, status } = await asked(['help', word])
    expect([stdout, stderr, status]).toEqual([text, '', 0])
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(132)
  })

  test('name all that there is', () => {
    const text = (word: string) => HELP_TOPICS.find((topic) => topic.word === word)?.text ?? ''
    for (const format of FORMATS) expect(text('formats')).toMatch(new RegExp(`^ {2}${format} `, 'm'))
    for (const what of FAIL_ON) expect(text('exit-codes')).toMatch(new RegExp(`^ {2}${what} `, 'm'))
    for (const kind of LINK_KINDS) expect(text('hops')).toContain(kind)
  })

  test('a topic that there is not is told, with what was meant', async () => {
    const { status, stderr } = await asked(['help', 'exit-code'])
    expect([status, stderr]).toEqual([2, expect.stringContaining('did you mean exit-codes?')])
  })

  test('every option that they name is one', async () => {
    const helps = [await asked(['screen', '--help']), await asked(['lists', 'diff', '--help'])]
    const stdout = helps.map((help) => help.stdout).join('')
    for (const { text } of HELP_TOPICS) {
      for (const [option] of text.matchAll(/(?<![\w-])--[a-z][a-z-]+/g)) expect(stdout).toContain(option)
    }
  })
})

test('backtest shows no option that it refuses', async () => {
  const { stdout } = await asked(['backtest', '--help'])
  for (const option of ['--chronological', '--since', '--until', '--decisions']) expect(stdout).not.toContain(option)
  expect(stdout).toContain('--hub-limit')
})

describe('init', () => {
  let work = ''
  beforeAll(() => {
    work = mkdtempSync(join(tmpdir(), 'hopscreen-init-'))
  })
  afterAll(() => rmSync(work, { recursive: true, force: true }))

  test('writes files that run by the command that it names', async () => {
    const folder = join(work, 'new')
    const { stdout, status } = await asked(['init', folder])
    expect(status).toBe(0)
    expect(stdout).toContain(INIT_COMMAND)
    for (const [name, text] of INIT_FILES) expect(readFileSync(join(folder, name), 'utf8')).toBe(text)
    const words = INIT_COMMAND.split(' ').slice(1)
    const ended = hopscreen(words, { cwd: folder })
    expect([ended.status, ended.stderr]).toEqual([1, ''])
    expect(ended.stdout).toMatch(/^FLAGGED/)
  })

  test('overwrites nothing, and then writes nothing', async () => {
    const folder = join(work, 'used')
    expect((await asked(['init', folder])).status).toBe(0)
    for (const name of INIT_FILES.keys()) if (name !== 'trade.csv') rmSync(join(folder, name))
    writeFileSync(join(folder, 'trade.csv'), 'mine')
    const { status, stderr } = await asked(['init', folder])
    expect([status, stderr]).toEqual([2, expect.stringContaining('trade.csv already')])
    expect(readFileSync(join(folder, 'trade.csv'), 'utf8')).toBe('mine')
    expect(existsSync(join(folder, 'vendors.csv'))).toBe(false)
  })

  test('a folder that can not be made is told', async () => {
    writeFileSync(join(work, 'file'), '')
    const { status, stderr } = await asked(['init', join(work, 'file', 'below')])
    expect([status, stderr]).toEqual([2, expect.stringMatching(/can't be written/)])
  })
})
