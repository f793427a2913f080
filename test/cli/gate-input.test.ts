import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { BINARY, makePlace, plainEnv, SCENE, SCENE_WORDS, type Place } from './binary.js'

const WORDS = [...SCENE_WORDS, '--as-of', '2024-07-01', '-q'] as const

let place: Place
beforeEach(() => {
  place = makePlace(SCENE)
})
afterEach(() => place.remove())

const read = (name: string) => readFileSync(join(place.folder, name), 'utf8')
const parts = () => readdirSync(place.folder).filter((name) => name.endsWith('.part'))

describe('a report that can not be written where it was asked for', () => {
  test.each([
    [
      'a folder that is missing',
      ['-o', 'gone/r.json'],
      "--output gone/r.json: can't be written: there is no folder gone",
    ],
    [
      'two reports into one file',
      ['-o', 'r.json', '-o', 'json=./r.json'],
      "can't be written: another report goes there",
    ],
    ['an input', ['-o', 'vendors.csv'], "can't be written: it is read as an input"],
    ['a folder', ['-o', 'json=.'], "can't be written: it is a folder"],
  ])('%s: exit code 2 before any work, and nothing is written', (_, words, message) => {
    const before = readdirSync(place.folder)
    const { stderr, stdout, status } = place.run([...WORDS, ...words])
    expect(stderr).toContain(message)
    expect([stdout, status]).toEqual(['', 2])
    expect(readdirSync(place.folder)).toEqual(before)
  })

  test.each([
    ['prices.csv', 'id,name,price\n1,Bolt,3\n'],
    ['movements.csv', 'id,kind,from,to\n1,supply,a,b\n'],
    ['package.json', '{\n  "name": "shop"\n}\n'],
    ['feed.jsonl', '[1,2]\n'],
    ['results.xml', '<?xml version="1.0"?>\n<orders/>\n'],
    ['net.dot', 'graph mine { a -- b }\n'],
    ['scan.sarif', 'not at all\n'],
  ])('%s of somebody else is not replaced', (name, content) => {
    place.write(name, content)
    const { stderr, status } = place.run([...WORDS, '-o', name])
    expect(stderr).toBe(
      `error: --output ${name}: can't be written: the file that is there is no earlier report of this kind\nhint: give another name, or remove it first\n`,
    )
    expect(status).toBe(2)
    expect(read(name)).toBe(content)
    expect(parts()).toEqual([])
  })

  test.each(['r.csv', 'r.json', 'r.jsonl', 'r.xml', 'r.dot', 'r.sarif', 'r.md', 'r.txt'])(
    'an earlier report in %s is replaced, also one with other findings, and so is an empty file',
    (name) => {
      place.write(name, '')
      expect(place.run([...WORDS, '-o', name]).status).toBe(1)
      const first = read(name)
      expect(place.run([...WORDS, '-n', '1', '-o', name]).status).toBe(1)
      expect(read(name)).not.toBe(first)
      expect(place.run([...WORDS, '-o', name]).status).toBe(1)
      expect(read(name)).toBe(first)
    },
  )
})

/** A folder that nobody may write into, root neither: a file system that is there for one shell alone. */
const canMount = spawnSync('unshare', ['--mount', 'sh', '-c', 'mount -t tmpfs -o ro none /mnt']).status === 0
const onReadOnly = canMount ? test : test.skip

describe('a folder that is read-only (skipped where no file system may be mounted)', () => {
  onReadOnly.each([
    ['a report', `${WORDS.join(' ')} -o ro/r.json`, /--output ro\/r\.json: can't be written: /],
    [
      'a decision',
      `decide v1 ${WORDS.join(' ')} --waive --reason x --expires 2025-01-01 --decisions ro/d.json`,
      /--decisions ro\/d\.json: can't be written: /,
    ],
  ])('%s is refused', (_, words, message) => {
    mkdirSync(join(place.folder, 'ro'))
    const { stderr, status } = spawnSync(
      'unshare',
      ['--mount', 'sh', '-c', `mount -t tmpfs -o ro none ro && "$NODE" "$BINARY" ${words}`],
      { cwd: place.folder, encoding: 'utf8', env: plainEnv({ NODE: process.execPath, BINARY }) },
    )
    expect(stderr).toMatch(message)
    expect(status).toBe(2)
  })
})

describe('decisions that can not be used', () => {
  const decide = (...words: readonly string[]) =>
    place.run([
      'decide',
      ...words,
      ...WORDS,
      '--waive',
      '--reason',
      'x',
      '--expires',
      '2025-01-01',
      '--decisions',
      'd.json',
    ])
  const change = (to: (text: string) => string) => place.write('d.json', to(read('d.json')))
  const twice = (text: string) => {
    const file = JSON.parse(text) as { decisions: unknown[] }
    return JSON.stringify({ ...file, decisions: [...file.decisions, ...file.decisions] }, undefined, 2)
  }

  test('a finding that is not there is not decided on', () => {
    const { stderr, status } = decide('exposed-0000000000000000')
    expect(stderr).toContain('got "exposed-0000000000000000", which no record has')
    expect(stderr).toContain('hint: there is no such finding: give the records, lists and options of the report')
    expect(status).toBe(2)
    expect(existsSync(join(place.folder, 'd.json'))).toBe(false)
  })

  test.each<[string, (text: string) => string, RegExp]>([
    ['broken', (text) => text.replace('"reason": "x"', '"reason": ""'), /d\.json:4: broken decision: "reason"/],
    ['doubled', twice, /a second decision on the same: waiver of exposed-\S+ \(.+\)\nhint: the first is on line 4/],
    [
      'of a newer version',
      (text) => text.replace('"schemaVersion": 1', '"schemaVersion": 2'),
      /expected "schemaVersion" 1, got 2/,
    ],
    ['half merged', (text) => text.replace('{', '<<<<<<< ours\n{'), /a merge left its marks in the file/],
  ])('a file that is %s: code 2, by screen and by decide --check', (_, to, message) => {
    expect(decide('v1').status).toBe(0)
    change(to)
    for (const words of [
      [...WORDS, '--decisions', 'd.json'],
      ['decide', '--check', '--decisions', 'd.json'],
    ]) {
      const { stderr, status } = place.run(words)
      expect(stderr).toMatch(message)
      expect(status).toBe(2)
    }
  })

  test('one on another version of the list lapses, and says why: code 1, by screen and by decide --check', () => {
    expect(decide('v1').status).toBe(0)
    const files = SCENE_WORDS.slice(0, 3)
    expect(place.run(['decide', '--check', ...WORDS, '--decisions', 'd.json']).status).toBe(0)
    place.write('list.csv', SCENE['list.csv'].replace('PELENG JSC', 'PELENG OJSC'))
    const asked = [...files, '-l', 'list.csv', '--as-of', '2024-07-01', '--decisions', 'd.json']
    for (const words of [asked, ['decide', '--check', ...asked]]) {
      const { stderr, status } = place.run(words)
      expect(stderr).toContain('lapsed, since entry 33395 of OFAC SDN changed')
      expect(status).toBe(1)
    }
  })
})

describe('a baseline that can not be compared with', () => {
  test.each<[string, (text: string) => string, string]>([
    [
      'of a newer schema',
      (text) => text.replace('"schemaVersion": 1', '"schemaVersion": 2'),
      'schema version 1, got 2',
    ],
    ['of another tool', (text) => text.replace('"name": "hopscreen"', '"name": "other"'), 'got one of "other"'],
    ['cut off', (text) => text.slice(0, 300), 'expected a report as JSON'],
    ['something else', () => '{"a": 1}', 'expected a report of hopscreen, got other JSON'],
  ])('%s: code 2', (_, to, message) => {
    place.write('base.json', to(place.run([...WORDS, '-f', 'json']).stdout))
    const { stderr, stdout, status } = place.run([...WORDS, '--baseline', 'base.json'])
    expect(stderr).toContain(`error: base.json: expected a `)
    expect(stderr).toContain(message)
    expect([stdout, status]).toEqual(['', 2])
  })
})
