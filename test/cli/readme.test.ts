import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { asReport, hopscreen } from './binary.js'

const README = readFileSync('README.md', 'utf8')
const CASE = resolve('fixtures/belomo-peleng')

const blockOf = (opening: RegExp) =>
  new RegExp(`${opening.source}\\n([\\s\\S]*?)\\n\`\`\``, 'm').exec(README)?.[1] ?? ''

describe('the README', () => {
  const [command = '', ...printed] = blockOf(/^```/).split('\n')
  const words = command.replace(/^\$ hopscreen /, '').split(' ')

  test('the verdict is as it is printed', () => {
    const { stdout, stderr } = hopscreen(words, { cwd: CASE })
    expect(stdout.trimEnd()).toBe(printed.join('\n'))
    expect(stderr).toBe('')
  })

  test('the JSON is a part of the same hit', () => {
    const { stdout } = hopscreen([...words, '--format', 'json'], { cwd: CASE })
    expect(asReport(stdout).findings).toMatchObject([JSON.parse(blockOf(/^```json/)) as object])
  })

  test('the first forty lines hold the question, install, verdict, exit codes and what it does not decide', () => {
    const first = README.split('\n').slice(0, 40).join('\n')
    for (const part of ['npm ci', '$ hopscreen', '```json', 'Exit codes', 'does not decide'])
      expect(first).toContain(part)
  })
})
