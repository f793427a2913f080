import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { BINARY, asReport, plainEnv } from './binary.js'

const FIXTURE = resolve('fixtures/vendor-gate')
const ROOT = resolve('.')

/** The commands of the action, as a runner would take them from the file. */
const STEPS = [...readFileSync('action.yml', 'utf8').matchAll(/^ {6}run: '(?<script>.+)'$/gm)].map(
  ({ groups }) => groups?.['script'] ?? '',
)

let work = ''
let repository = ''

const git = (...words: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...words], {
    cwd: repository,
    encoding: 'utf8',
  })

const put = (from: string, to = from) => copyFileSync(join(FIXTURE, from), join(repository, to))

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'hopscreen-gate-'))
  repository = join(work, 'repository')
  const bin = join(work, 'bin')
  mkdirSync(repository)
  mkdirSync(bin)
  writeFileSync(join(bin, 'hopscreen'), `#!/bin/sh\nexec '${process.execPath}' '${BINARY}' "$@"\n`, { mode: 0o755 })
  git('init', '--quiet', '--initial-branch=main')
  put('vendors-before.csv', 'vendors.csv')
  put('trade.csv')
  put('list.csv')
  git('add', '.')
  git('commit', '--quiet', '-m', 'The vendors of June')
  put('vendors.csv')
})

afterAll(() => rmSync(work, { recursive: true, force: true }))

interface Gate {
  readonly code: number | null
  readonly said: string
}

/** Runs the steps one after the other, as a runner does: the first that fails ends it. */
function act(options: string, more: Readonly<Record<string, string>> = {}): Gate {
  let said = ''
  for (const script of STEPS) {
    const { status, stdout, stderr } = spawnSync('sh', ['-e', '-c', script], {
      cwd: repository,
      encoding: 'utf8',
      env: plainEnv({
        PATH: `${join(work, 'bin')}:${process.env['PATH'] ?? ''}`,
        GITHUB_ACTION_PATH: ROOT,
        GITHUB_STEP_SUMMARY: join(work, 'summary.md'),
        VENDORS: 'vendors.csv',
        BASE: 'main',
        NEW: join(work, 'new.csv'),
        DECISIONS: 'decisions.json',
        REPORTS: 'reports',
        OPTIONS: options,
        ...more,
      }),
    })
    said += stdout + stderr
    if (status !== 0) return { code: status, said }
  }
  return { code: 0, said }
}

const JULY = '-t trade.csv -l list.csv --as-of 2024-07-01'
const OCTOBER = '-t trade.csv -t trade-later.csv -l list.csv --as-of 2024-10-01'
const report = () => asReport(readFileSync(join(repository, 'reports', 'hopscreen.json'), 'utf8'))

describe('the gate for new vendors', () => {
  test('the action has its three steps', () => {
    expect(STEPS).toHaveLength(3)
  })

  test('red: the new vendor is two hops from a listed maker', () => {
    expect(act(JULY).code).toBe(1)
    expect(report().findings.map(({ kind, party, hops }) => [kind, party.id, hops])).toEqual([
      ['exposed', 'harbour-flanges', 2],
    ])
    for (const name of ['hopscreen.sarif', 'hopscreen.xml', 'hopscreen.md']) {
      expect(existsSync(join(repository, 'reports', name))).toBe(true)
    }
    expect(readFileSync(join(work, 'summary.md'), 'utf8')).toMatch(/^\*\*FLAGGED\*\*/)
  })

  test('the new row alone is a case of the tests', () => {
    const junit = readFileSync(join(repository, 'reports', 'hopscreen.xml'), 'utf8')
    expect(junit.match(/classname="hopscreen.parties"/g)).toHaveLength(1)
  })

  test('green by the decision that is reviewed with it', () => {
    put('decisions.json')
    expect(act(JULY).code).toBe(0)
    expect(report().waived.map(({ decision }) => decision.by)).toEqual(['A. Analyst'])
  })

  test('the decision of the fixture is what decide writes', () => {
    const words =
      `decide harbour-flanges vendors.csv ${JULY} --waive --expires 2025-06-30 --decisions again.json`.split(' ')
    const reason = "Ordinary pipe flanges; the buyer's end use statement is on file."
    const all = [BINARY, ...words, '--reason', reason, '--by', 'A. Analyst']
    execFileSync(process.execPath, all, { cwd: repository })
    expect(readFileSync(join(repository, 'again.json'), 'utf8')).toBe(
      readFileSync(join(FIXTURE, 'decisions.json'), 'utf8'),
    )
  })

  test('red again when the vendor comes nearer, and why is said', () => {
    put('trade-later.csv')
    const { code, said } = act(OCTOBER)
    expect(code).toBe(1)
    expect(said).toContain('lapsed, since the party is at 1 hop, and was at 2')
  })

  test('who was not asked for is not called clear', () => {
    writeFileSync(join(repository, 'paper.csv'), 'id,name\nquiet-paper,Quiet Paper Mill\n')
    const words = [BINARY, 'vendors.csv', ...JULY.split(' '), '--only', 'paper.csv']
    const said = execFileSync(process.execPath, words, { cwd: repository, encoding: 'utf8' })
    expect(said).toMatch(/^CLEAR +None of the parties asked for \(--only\) is listed or close to a listed party\.\n/)
  })

  test('nobody new: green, and nothing is screened', () => {
    expect(act(OCTOBER, { BASE: 'HEAD', VENDORS: 'list.csv' })).toMatchObject({ code: 0, said: 'no new vendor\n' })
  })

  test('what can not be compared or read is 2, never green', () => {
    expect(act(JULY, { BASE: 'no-such-commit' }).code).toBe(2)
    expect(act('-t missing.csv -l list.csv').code).toBe(2)
    writeFileSync(join(repository, 'broken.json'), '{')
    expect(act(JULY, { DECISIONS: 'broken.json' }).code).toBe(2)
  })

  test('a vendor with a name that a runner takes for a command is only a name', () => {
    writeFileSync(join(repository, 'evil.csv'), 'id,name,country\nevil,::add-mask::Works,CN\n')
    writeFileSync(join(repository, 'deal.csv'), 'kind,from,to\nsupply,evil,Northern Sight Works\n')
    const { code, said } = act(`${JULY} -t deal.csv`, { VENDORS: 'evil.csv', GITHUB_ACTIONS: 'true' })
    expect(code).toBe(1)
    const lines = said.trimEnd().split('\n')
    const commands = lines.flatMap((one, at) => (one.trimStart().startsWith('::') ? [at] : []))
    const token = /^::stop-commands::(?<token>[0-9a-f]{32})$/.exec(lines[0] ?? '')?.groups?.['token'] ?? 'none'
    expect([lines.at(-1), said.split(token).length]).toEqual([`::${token}::`, 3])
    expect(commands.length).toBeGreaterThan(2)
    expect(act(`${JULY} -t deal.csv`, { VENDORS: 'evil.csv' }).said).not.toContain('stop-commands')
  })

  test('a file of vendors with a name that a shell would run is a name', () => {
    const name = 'v $(touch pwned); x.csv'
    copyFileSync(join(FIXTURE, 'vendors.csv'), join(repository, name))
    expect(act(JULY, { VENDORS: name, DECISIONS: '' }).code).toBe(1)
    expect(existsSync(join(repository, 'pwned'))).toBe(false)
  })
})

describe('new-rows.sh', () => {
  test.each<[string, string | undefined, string, string]>([
    ['a row more', 'id,name\n1,A\n', 'id,name\n1,A\n2,B\n', 'id,name\n2,B\n'],
    ['a row changed', 'id,name\n1,A\n', 'id,name\n1,B\n', 'id,name\n1,B\n'],
    ['a row less', 'id,name\n1,A\n2,B\n', 'id,name\n2,B\n', 'id,name\n'],
    ['another order', 'id,name\n1,A\n2,B\n', 'id,name\n2,B\n1,A\n', 'id,name\n'],
    ['other line ends', 'id,name\n1,A\n', 'id,name\r\n1,A\r\n2,B\r\n', 'id,name\n2,B\n'],
    ['no file before', undefined, 'id,name\n1,A\n', 'id,name\n1,A\n'],
    ['an empty file before', '', 'id,name\n1,A\n', 'id,name\n1,A\n'],
  ])('%s', (_what, before, after, expected) => {
    const [one, two] = [join(work, 'before.csv'), join(work, 'after.csv')]
    rmSync(one, { force: true })
    if (before !== undefined) writeFileSync(one, before)
    writeFileSync(two, after)
    expect(execFileSync('sh', [resolve('ci/new-rows.sh'), one, two], { encoding: 'utf8' })).toBe(expected)
  })
})
