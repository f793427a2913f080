import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { asReport } from './binary.js'
import { asked } from './in-process.js'

const GATE = 'fixtures/vendor-gate'
const FILES = [`${GATE}/vendors.csv`, '-t', `${GATE}/trade.csv`, '-l', `${GATE}/list.csv`, '--as-of', '2024-07-01']
const LATER = [...FILES.slice(0, 3), '-t', `${GATE}/trade-later.csv`, ...FILES.slice(3, 5), '--as-of', '2024-10-01']
const WAIVE = ['--waive', '--reason', 'pipes', '--expires', '2025-06-30']

let work = ''
const at = (name: string) => join(work, name)
const file = () => at('decisions.json')

const decide = (...words: readonly string[]) => asked(['decide', ...words, '--decisions', file()])
const screen = (words: readonly string[], ...more: readonly string[]) =>
  asked(['screen', ...words, '-f', 'json', ...more])

beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'hopscreen-decide-'))
})
afterEach(() => rmSync(work, { recursive: true, force: true }))

async function report(name: string, words: readonly string[], ...more: readonly string[]): Promise<string> {
  writeFileSync(at(name), (await screen(words, ...more)).stdout)
  return at(name)
}

/** The same with no field but those that reports of schema version 1 always had. */
async function earlier(name: string, words: readonly string[]): Promise<string> {
  const path = await report(name, words)
  const late = ['stops', 'decided', 'alone', 'sameAs', 'tokens', 'questions', 'fromName', 'toName']
  const { options, ...rest } = asReport(readFileSync(path, 'utf8'))
  const { hops, direction, chronological, minScore, confirmScore } = options
  const old = { ...rest, options: { hops, direction, chronological, minScore, confirmScore } }
  const asOld = (key: string, value: unknown): unknown => {
    if (late.includes(key)) return undefined
    const isMatch = typeof value === 'object' && value !== null && 'entryId' in value
    return isMatch ? { ...value, confidence: undefined } : value
  }
  writeFileSync(path, JSON.stringify(old, asOld))
  return path
}

describe('decide', () => {
  test('records, and says what; screen then counts it', async () => {
    expect((await screen(FILES)).status).toBe(1)
    const ended = await decide('harbour-flanges', ...FILES, ...WAIVE, '--by', 'B')
    expect([ended.status, ended.stderr]).toEqual([0, ''])
    expect(ended.stdout).toContain(
      'waiver of exposed-4be1c94154d27fde (Harbour Flanges Limited, target Northern Sight Works), until 2025-06-30',
    )
    // The listed maker and the plant are found still.
    const { stdout, status } = await screen(FILES, '--decisions', file())
    expect(status).toBe(1)
    expect(asReport(stdout).waived.map(({ id, decision }) => [id, decision.by])).toEqual([
      ['exposed-4be1c94154d27fde', 'B'],
    ])
    expect(asReport(stdout).inputs.at(-1)).toMatchObject({ role: 'decisions', rows: 1, accepted: 1 })
  })

  test('a second decision leaves the first as it is', async () => {
    await decide('harbour-flanges', ...FILES, ...WAIVE)
    const before = readFileSync(file(), 'utf8')
    expect((await decide('River Assembly Plant', ...FILES, ...WAIVE)).status).toBe(0)
    const lines = new Set(readFileSync(file(), 'utf8').split('\n'))
    const lost = before.split('\n').filter((line) => !lines.has(line) && !lines.has(`${line},`))
    expect(lost).toEqual([])
  })

  test.each<[string, readonly string[], RegExp]>([
    [
      'without a reason',
      ['harbour-flanges', ...FILES, '--waive', '--expires', '2025-01-01'],
      /a waiver without a reason is none/,
    ],
    [
      'with a blank reason',
      ['harbour-flanges', ...FILES, '--waive', '--reason', ' ', '--expires', '2025-01-01'],
      /expected a reason/,
    ],
    [
      'without an expiry',
      ['harbour-flanges', ...FILES, '--waive', '--reason', 'x'],
      /a waiver without an expiry is none/,
    ],
    [
      'expired already',
      ['harbour-flanges', ...FILES, '--waive', '--reason', 'x', '--expires', '2024-06-30'],
      /that day is over on 2024-07-01/,
    ],
    [
      'until no day',
      ['harbour-flanges', ...FILES, '--waive', '--reason', 'x', '--expires', '2025-02-30'],
      /expected a day/,
    ],
    ['on an unknown finding', ['exposed-0000000000000000', ...FILES, ...WAIVE], /got "exposed-0000000000000000"/],
    ['on a misspelt party', ['Harbor Flanges Limited', ...FILES, ...WAIVE], /did you mean "Harbour Flanges Limited"/],
    ['on nobody that was found', ['quiet-paper', ...FILES, ...WAIVE], /there is no finding on "quiet-paper"/],
    ['on what is no match', ['exposed-4be1c94154d27fde', ...FILES, '--not-same'], /is no match/],
    ['with two words', ['harbour-flanges', ...FILES, '--same', '--not-same'], /can't both be meant/],
    ['with no file to look in', ['harbour-flanges', '-l', `${GATE}/list.csv`, ...WAIVE], /nothing to screen/],
  ])('%s: 2, and no file', async (_what, words, message) => {
    const { status, stderr, stdout } = await decide(...words)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(message)
    expect(existsSync(file())).toBe(false)
  })

  test('a broken file is not written over', async () => {
    writeFileSync(file(), '{ "schemaVersion": 1, "decisions": [ {} ] }')
    const { status, stderr } = await decide('harbour-flanges', ...FILES, ...WAIVE)
    expect(status).toBe(2)
    expect(stderr).toContain(`${file()}:1: broken decision`)
    expect(readFileSync(file(), 'utf8')).toContain('{}')
  })

  test('a file that is not ours is not written over', async () => {
    writeFileSync(file(), '{"name":"something else"}')
    expect((await decide('harbour-flanges', ...FILES, ...WAIVE)).status).toBe(2)
    expect(readFileSync(file(), 'utf8')).toBe('{"name":"something else"}')
  })

  test('a folder that is not there is told', async () => {
    const { status, stderr } = await asked([
      'decide',
      'harbour-flanges',
      ...FILES,
      ...WAIVE,
      '--decisions',
      at('no/d.json'),
    ])
    expect(status).toBe(2)
    expect(stderr).toMatch(/can't be written: no such file or directory/)
  })

  test('a name that would run in a terminal is harmless in the file and in what is said', async () => {
    writeFileSync(at('v.csv'), 'id,name\nv1,"Bad \u001b[2J\u202e Works"\n')
    writeFileSync(at('t.csv'), 'kind,from,to\nsupply,v1,Northern Sight Works\n')
    const words = [at('v.csv'), '-t', at('t.csv'), ...FILES.slice(3)]
    const { stdout, status } = await decide('v1', ...words, ...WAIVE)
    expect(status).toBe(0)
    for (const text of [stdout, readFileSync(file(), 'utf8')]) {
      expect(text).not.toContain('\u001b')
      expect(text).not.toContain('\u202e')
    }
    expect((await asked(['decide', '--check', ...words, '--decisions', file()])).status).toBe(0)
  })
})

describe('decide --check', () => {
  beforeEach(async () => {
    expect((await decide('harbour-flanges', ...FILES, ...WAIVE)).status).toBe(0)
  })

  test.each<[string, readonly string[], number, RegExp]>([
    ['by itself', ['--as-of', '2024-07-01'], 0, /^1 decision: none has expired\n$/],
    ['by itself after its end', ['--as-of', '2025-07-01'], 1, /^1 decision: 1 of them counts no longer\n$/],
    ['against the records', FILES, 0, /^1 decision: all of them count\n$/],
    ['against later records', LATER, 1, /^1 decision: 1 of them counts no longer\n$/],
  ])('%s', async (_what, words, status, said) => {
    const ended = await decide('--check', ...words)
    expect(ended.status).toBe(status)
    expect(ended.stdout).toMatch(said)
  })

  test('a missing, broken or doubled file is 2', async () => {
    const text = readFileSync(file(), 'utf8')
    rmSync(file())
    expect((await decide('--check')).status).toBe(2)
    const [, one = ''] = /"decisions": \[\n([\s\S]*)\n {2}\]/.exec(text) ?? []
    writeFileSync(file(), text.replace(one, `${one},\n${one}`))
    const { status, stderr } = await decide('--check')
    expect(status).toBe(2)
    expect(stderr).toMatch(/a second decision on the same/)
  })

  test('a form that the next decision would change is said', async () => {
    writeFileSync(file(), readFileSync(file(), 'utf8').replaceAll(/^ +/gm, ''))
    const { status, stderr } = await decide('--check', '--as-of', '2024-07-01')
    expect([status, stderr.includes('is not as hopscreen decide writes it')]).toEqual([0, true])
  })
})

describe('a baseline', () => {
  test('of the same is nothing new, and its own report is a baseline as good', async () => {
    const first = await report('1.json', FILES)
    const { stdout, status } = await screen(FILES, '--baseline', first)
    const { findings, baseline, summary } = asReport(stdout)
    expect([status, findings, baseline?.changes]).toEqual([0, [], []])
    expect(baseline?.standing.length).toBe(asReport(readFileSync(first, 'utf8')).findings.length)
    expect(summary.findings.exposed).toBe(0)
    writeFileSync(at('2.json'), stdout)
    expect((await screen(FILES, '--baseline', at('2.json'))).status).toBe(0)
  })

  test('what came nearer is worse, the exit code follows, and the row that did it is named', async () => {
    const { stdout, status } = await screen(LATER, '--baseline', await report('1.json', FILES))
    const { findings, baseline } = asReport(stdout)
    expect(status).toBe(1)
    expect(findings.map(({ party, hops }) => [party.id, hops])).toEqual([['harbour-flanges', 1]])
    expect(baseline?.changes).toMatchObject([{ change: 'worse', was: { hops: 2 }, now: { hops: 1 } }])
    expect(baseline?.changes[0]?.why.join()).toContain('supply T4 2024-09-15')
  })

  test('a threshold that moved is named', async () => {
    const { stdout } = await screen(FILES, '--baseline', await report('1.json', FILES, '-n', '2'))
    expect(asReport(stdout).baseline?.changes).toMatchObject([
      { change: 'new', why: [expect.stringMatching('hops is 4, and was 2'), expect.anything()] },
    ])
  })

  test('a list that changed is named', async () => {
    writeFileSync(
      at('list.csv'),
      `${readFileSync(`${GATE}/list.csv`, 'utf8')}N-2,Other list,us,Quiet Paper Mill,company,FI,2024-06-01\n`,
    )
    const words = [...FILES.slice(0, 4), at('list.csv'), ...FILES.slice(5)]
    const { stdout } = await screen(words, '--baseline', await report('1.json', FILES))
    const change = asReport(stdout).baseline?.changes.find(({ kind }) => kind === 'listed')
    expect(change).toMatchObject({ change: 'new', party: { id: 'quiet-paper' } })
    expect(change?.why.join()).toMatch(/entry N-2 of Other list then/)
  })

  test('what is gone says why: by a decision, by a threshold', async () => {
    const first = await report('1.json', FILES)
    await decide('harbour-flanges', ...FILES, ...WAIVE)
    const waived = asReport((await screen(FILES, '--baseline', first, '--decisions', file())).stdout).baseline
    expect(waived?.changes).toMatchObject([{ change: 'gone', why: ['a decision sets it aside: pipes'] }])
    const nearer = asReport((await screen(FILES, '--baseline', first, '-n', '2')).stdout).baseline
    expect(nearer?.changes).toMatchObject([{ change: 'gone', why: ['hops is 2, and was 4'] }])
  })

  test('in the table nothing is called clear that still stands', async () => {
    const { stdout } = await asked([...FILES, '--baseline', await report('1.json', FILES)])
    expect(stdout).toMatch(
      /^NOTHING NEW +Nothing is new or worse since the report of 2024-07-01\. 3 findings on 3 parties still stand\./,
    )
    expect(stdout).not.toMatch(/CLEAR/)
  })

  test('on other parties does not tell what is gone', async () => {
    writeFileSync(at('only.csv'), 'id,name\nquiet-paper,Quiet Paper Mill\n')
    const { stdout, status } = await screen(
      FILES,
      '--only',
      at('only.csv'),
      '--baseline',
      await report('1.json', FILES),
    )
    expect(status).toBe(0)
    expect(asReport(stdout).baseline?.changes).toEqual([])
    expect(asReport(stdout).problems.map(({ code }) => code)).toContain('baseline-scope')
  })

  test.each<[string, string, RegExp]>([
    ['no JSON', '{', /expected a report as JSON/],
    ['lines', '{"type":"finding"}\n{"type":"summary"}\n', /expected a report as JSON/],
    ['another tool', '{"tool":{"name":"other"}}', /got one of "other"/],
    [
      'a newer schema',
      '{"tool":{"name":"hopscreen","version":"9"},"schemaVersion":2}',
      /expected a report of schema version 1, got 2/,
    ],
    ['half a report', '{"tool":{"name":"hopscreen","version":"1"},"schemaVersion":1}', /expected a whole report/],
  ])('%s is refused', async (_what, text, message) => {
    writeFileSync(at('b.json'), text)
    const { status, stderr, stdout } = await screen(FILES, '--baseline', at('b.json'))
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(message)
  })

  test('of an earlier build is read: what the report got since then may be missing', async () => {
    const first = await earlier('1.json', FILES)
    const again = await screen(FILES, '--baseline', first)
    expect([again.status, again.stderr]).toEqual([0, ''])
    const nearer = asReport((await screen(LATER, '--baseline', first)).stdout).baseline
    expect(nearer?.changes.map(({ change }) => change)).toEqual(['worse'])
    expect(nearer?.changes[0]?.why.join()).not.toMatch(/confirmed|held to be/)
  })

  test('an option that decides verdicts and moved is named', async () => {
    const first = await report('1.json', FILES)
    const { stdout } = await screen(FILES, '--until', '2020', '--ownership', 'none', '--baseline', first)
    expect(asReport(stdout).baseline?.changes[0]?.why).toEqual([
      'until is "2020", and was not set',
      'ownership is [], and was not set',
    ])
  })

  test('that is missing is told; a report never goes over it', async () => {
    expect((await screen(FILES, '--baseline', at('none.json'))).stderr).toMatch(/no such file/)
    const first = await report('1.json', FILES)
    const { status, stderr } = await screen(FILES, '--baseline', first, '-o', first)
    expect([status, stderr.includes('it is read as an input')]).toEqual([2, true])
  })
})

describe('diff', () => {
  test('0 where nothing is new or worse, 1 where something is, 2 where one can not be read', async () => {
    for (const [name, words] of [
      ['old.json', FILES],
      ['new.json', LATER],
    ] as const)
      writeFileSync(at(name), (await screen(words)).stdout)
    const same = await asked(['diff', at('old.json'), at('old.json')])
    expect([same.status, same.stdout]).toEqual([0, expect.stringContaining('no change; 3 findings stand as before')])
    const worse = await asked(['diff', at('old.json'), at('new.json')])
    expect(worse.status).toBe(1)
    expect(worse.stdout).toMatch(/worse +Harbour Flanges Limited/)
    expect((await asked(['diff', at('new.json'), at('old.json')])).status).toBe(0)
    const json = await asked(['diff', at('old.json'), at('new.json'), '-f', 'json'])
    expect(JSON.parse(json.stdout)).toMatchObject({ changes: [{ change: 'worse' }] })
    expect((await asked(['diff', at('old.json'), at('none.json')])).status).toBe(2)
    expect((await asked(['diff', '-', '-'])).status).toBe(2)
  })

  test('reads what an earlier build wrote, on either side', async () => {
    const old = await earlier('old.json', FILES)
    expect((await asked(['diff', old, await earlier('new.json', LATER)])).status).toBe(1)
    expect((await asked(['diff', old, old])).status).toBe(0)
  })

  test('a later report that is not complete shows nothing to be gone or clear: 2', async () => {
    const whole = await report('whole.json', FILES)
    writeFileSync(at('short.csv'), `${readFileSync(`${GATE}/vendors.csv`, 'utf8')}x,,\n`)
    const short = await report('short.json', [at('short.csv'), ...FILES.slice(1)])
    const later = await asked(['diff', whole, short])
    expect([later.status, later.stdout]).toEqual([2, expect.stringContaining('Since the report of')])
    expect(later.stderr).toMatch(/the later report is not complete/)
    const before = await asked(['diff', short, whole])
    expect([before.status, before.stderr]).toEqual([0, expect.stringContaining('the earlier report is not complete')])
  })
})
