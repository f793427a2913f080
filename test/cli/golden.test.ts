import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { hopscreen } from './binary.js'

/**
 * Each golden is named after its command line, run among the files of the case; it holds what was printed, what was said
 * on standard error, and the exit code. With UPDATE_GOLDENS=1 they are written anew, to be read before they are committed.
 */
const FOLDER = resolve('test/cli/golden')
const CASE = resolve('fixtures/belomo-peleng')

/** Words of a command line, with single quotes around those that hold blanks. */
function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/'([^']*)'|(\S+)/g)].map((found) => found[1] ?? found[2] ?? '')
}

function printed(line: string): string {
  const { stdout, stderr, status } = hopscreen(wordsOf(line), { cwd: CASE })
  const said = stderr === '' ? '' : `--- standard error\n${stderr}`
  return `${stdout}${said}--- exit code ${status}\n`
}

const goldens = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.txt')) : []

describe('what is printed for', () => {
  test.each(goldens.toSorted().map((name) => [name.slice(0, -'.txt'.length)]))('hopscreen %s', (line) => {
    const file = join(FOLDER, `${line}.txt`)
    const now = printed(line)
    if (process.env['UPDATE_GOLDENS'] === '1') writeFileSync(file, now)
    expect(now).toBe(readFileSync(file, 'utf8'))
  })

  test('the folder holds goldens and nothing else', () => {
    expect(goldens.length).toBeGreaterThan(0)
    expect(readdirSync(FOLDER).filter((name) => !name.endsWith('.txt'))).toEqual([])
  })
})
