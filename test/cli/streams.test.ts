import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { asReport, BINARY, hopscreen, makePlace, plainEnv, SCENE, SCENE_WORDS, type Place } from './binary.js'

/** A report that is longer than any pipe's buffer. */
const MANY = Array.from({ length: 3000 }, (_, at) => `p${at},Supplier Number ${at} of Many,CN`)

let place: Place
beforeAll(() => {
  place = makePlace({
    ...SCENE,
    'many.csv': `id,name,country\nv2,Peleng,BY\n${MANY.join('\n')}\n`,
    'many-ledger.csv': `kind,from,to\n${MANY.map((_, at) => `supply,p${at},v2`).join('\n')}\n`,
  })
})
afterAll(() => place.remove())

// One customer of everybody is remarked upon, which is not what these tests are about.
const MANY_WORDS = ['--quiet', 'many.csv', '-t', 'many-ledger.csv', '-l', 'list.csv'] as const

function shell(line: string) {
  return spawnSync('bash', ['-c', line], { cwd: place.folder, env: plainEnv(), encoding: 'utf8', maxBuffer: 1 << 28 })
}
const command = (words: readonly string[]) => [process.execPath, BINARY, ...words].map((word) => `'${word}'`).join(' ')

describe('a closed pipe ends the tool quietly, with the code of the verdict', () => {
  test.each(['table', 'json', 'jsonl', 'csv'])('%s | head -1', (format) => {
    const line = `${command([...MANY_WORDS, '-f', format])} | head -1 >first; echo "\${PIPESTATUS[0]}"`
    const { stdout, stderr } = shell(line)
    expect([stdout, stderr]).toEqual(['1\n', ''])
    expect(readFileSync(join(place.folder, 'first'), 'utf8').split('\n')).toHaveLength(2)
  })

  test('the files are written all the same', () => {
    shell(`${command([...MANY_WORDS, '-o', 'whole.json'])} | head -1`)
    expect(asReport(readFileSync(join(place.folder, 'whole.json'), 'utf8')).findings).toHaveLength(3001)
  })

  test('a closed standard error is no trouble', () => {
    const { stdout } = shell(`${command([...SCENE_WORDS, '-f', 'jsonl'])} 2>&- | tail -1`)
    expect(JSON.parse(stdout)).toMatchObject({ type: 'summary', complete: true })
  })

  test('the whole of a long report arrives where it is read slowly', () => {
    const { stdout } = shell(`${command([...MANY_WORDS, '-f', 'json'])} | (sleep 0.3; cat)`)
    expect(asReport(stdout).findings).toHaveLength(3001)
  })
})

const isFull = existsSync('/dev/full') ? test : test.skip

describe('what can not be written is said, and ends in 2', () => {
  isFull('a full disk behind standard output', () => {
    const { stderr, status } = shell(`${command([...MANY_WORDS, '-f', 'json'])} >/dev/full`)
    expect(stderr).toMatch(/^error: standard output can't be written: no space left on device$/m)
    expect(status).toBe(2)
  })

  isFull('a full disk behind a file', () => {
    const { stderr, status, stdout } = hopscreen([...SCENE_WORDS, '-o', 'json=/dev/full'], { cwd: place.folder })
    expect(stderr).toMatch(/^error: --output \/dev\/full: can't be written/m)
    expect([status, stdout.length > 0]).toEqual([2, true])
  })
})

describe('reports into files', () => {
  test('each has its format, standard output keeps its own, and nothing is left beside them', () => {
    const before = readdirSync(place.folder)
    const words = [...SCENE_WORDS, '-f', 'jsonl', '-o', 'r.json', '-o', 'csv=r.text', '-o', 'r.txt']
    const { stdout, status } = place.run(words, { env: { FORCE_COLOR: '1' } })
    expect(status).toBe(1)
    expect(stdout.split('\n')[0]).toMatch(/^\{"type":"finding"/)
    expect(asReport(readFileSync(join(place.folder, 'r.json'), 'utf8')).findings).toHaveLength(2)
    expect(readFileSync(join(place.folder, 'r.text'), 'utf8').split('\n')).toHaveLength(4)
    expect(readFileSync(join(place.folder, 'r.txt'), 'utf8')).not.toContain('\u001b')
    expect(readdirSync(place.folder).toSorted()).toEqual([...before, 'r.json', 'r.text', 'r.txt'].toSorted())
  })
})

describe('standard input', () => {
  const bytes = Buffer.from(SCENE['vendors.csv'])
  test.each<[string, Buffer]>([
    ['CSV', bytes],
    ['CSV with a BOM', Buffer.concat([Buffer.from('efbbbf', 'hex'), bytes])],
    ['gzipped CSV', gzipSync(bytes)],
    [
      'JSON Lines',
      Buffer.from('{"id":"v1","name":"Diaproektor","country":"BY"}\n{"id":"v2","name":"Peleng","country":"BY"}\n'),
    ],
    [
      'a JSON array',
      Buffer.from('[{"id":"v1","name":"Diaproektor","country":"BY"},{"id":"v2","name":"Peleng","country":"BY"}]'),
    ],
  ])('%s as entities', (_, input) => {
    const { stdout, status } = place.run(['-', '-t', 'ledger.csv', '-l', 'list.csv', '-f', 'json'], { input })
    const report = asReport(stdout)
    expect([status, report.complete]).toEqual([1, true])
    expect(report.findings.map((finding) => [finding.party.id, finding.hops])).toEqual([
      ['v2', 0],
      ['v1', 1],
    ])
    expect(report.findings[0]?.party.records[0]?.file).toBe('-')
    const sha256 = createHash('sha256').update(input).digest('hex')
    expect(report.inputs.find((one) => one.role === 'entities')).toMatchObject({
      path: '-',
      sha256,
      bytes: input.length,
    })
  })

  test.each<[string, readonly string[], string]>([
    ['transactions', ['vendors.csv', '-t', '-', '-l', 'list.csv'], SCENE['ledger.csv']],
    ['a list', ['vendors.csv', '-t', 'ledger.csv', '-l', '-'], SCENE['list.csv']],
    ['a list with its day', ['vendors.csv', '-t', 'ledger.csv', '-l', '-@2024-06-01'], SCENE['list.csv']],
  ])('%s', (_, words, input) => {
    const { stdout, status } = place.run([...words, '-f', 'json'], { input })
    expect(asReport(stdout).findings.map((finding) => finding.party.id)).toEqual(['v2', 'v1'])
    expect(status).toBe(1)
  })

  test('an empty one is an empty file', () => {
    const { stderr, status } = place.run(['-', '-l', 'list.csv'])
    expect(stderr).toMatch(/^error: -:.*empty/m)
    expect(status).toBe(2)
  })
})

describe('signals', () => {
  test('Ctrl-C ends it with 130 for the shell, and leaves no file', async () => {
    const child = spawn(process.execPath, [BINARY, '-', '-l', 'list.csv', '-o', 'interrupted.json'], {
      cwd: place.folder,
      env: plainEnv(),
    })
    const ended = new Promise<[number | null, NodeJS.Signals | null]>((resolve) =>
      child.on('exit', (code, signal) => resolve([code, signal])),
    )
    // It waits for standard input: what comes out first tells that it is there to be interrupted.
    await new Promise((resolve) => setTimeout(resolve, 400))
    child.kill('SIGINT')
    const [code, signal] = await ended
    expect(signal === 'SIGINT' || code === 130).toBe(true)
    expect(readdirSync(place.folder).filter((name) => name.startsWith('interrupted'))).toEqual([])
  })
})

describe('colour and quiet', () => {
  const colored = (text: string) => text.includes('\u001b[')
  test.each<[string, readonly string[], Readonly<Record<string, string>>, boolean]>([
    ['a pipe gets none', [], {}, false],
    ['--color', ['--color'], {}, true],
    ['FORCE_COLOR', [], { FORCE_COLOR: '1' }, true],
    ['NO_COLOR', [], { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    ['--no-color', ['--no-color'], { FORCE_COLOR: '1' }, false],
    ['JSON never', ['--color', '-f', 'json'], {}, false],
  ])('%s', (_, words, env, expected) => {
    expect(colored(place.run([...SCENE_WORDS, ...words], { env }).stdout)).toBe(expected)
  })

  test('--quiet keeps the degraded row that --strict makes a reason for code 2', () => {
    writeFileSync(join(place.folder, 'land.csv'), 'name,country\nQuiet Paper Mill,Russlannd\n')
    const { stderr, status } = place.run(['land.csv', '-l', 'list.csv', '--strict', '--quiet'])
    expect(status).toBe(2)
    expect(stderr).toMatch(/^warning: land\.csv:2: column "country"/)
  })

  test('--quiet leaves out warnings and keeps errors', () => {
    writeFileSync(join(place.folder, 'bad.csv'), 'id,name,country\nv1,Diaproektor,Nowhereland\nv9,,BY\n')
    const words = ['bad.csv', '-l', 'list.csv']
    expect(place.run(words).stderr).toMatch(/^warning: /m)
    const { stderr, status } = place.run([...words, '--quiet'])
    expect(stderr).not.toMatch(/^warning: /m)
    expect(stderr).toMatch(/^error: bad\.csv:3:/m)
    expect(status).toBe(2)
  })
})

describe('records from a pipe, more than are kept in memory', () => {
  test('give what they give from a file', () => {
    const rows = Array.from({ length: 150_000 }, (_, at) => `T${at},supply,p${at % 3000},v2,2024-02-01,laser diodes`)
    place.write('big.csv', `id,kind,from,to,date,goods\n${rows.join('\n')}\n`)
    const words = ['--quiet', 'many.csv', '-l', 'list.csv', '-f', 'csv', '-t']
    const fromFile = shell(`${command([...words, 'big.csv'])}; echo $?`).stdout
    expect(fromFile).toMatch(/big\.csv:2[^0-9][^]*\n1\n$/)
    for (const line of [`${command([...words, '-'])} < big.csv`, `cat big.csv | ${command([...words, '-'])}`])
      expect(shell(`${line}; echo $?`).stdout).toBe(fromFile.replaceAll('big.csv', '-'))
  })
})

describe('hostile names do no harm in any format', () => {
  const NAMES = [
    '__proto__',
    'constructor',
    '=cmd|"/c calc"!A1',
    '\u001b[31mRed\u001b[0m Alert',
    '\u202eevil gnitirw',
    '<script>alert(1)</script>',
    "'; DROP TABLE x",
    'a\u2028b line',
  ]
  const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

  test.each(['table', 'json', 'jsonl', 'csv'])('%s', (format) => {
    place.write(
      'hostile.csv',
      `id,name,country\nv2,Peleng,BY\n${NAMES.map((name, at) => `${at === 0 ? '__proto__' : `h${at}`},${quoted(name)},CN`).join('\n')}\n`,
    )
    place.write(
      'hostile-ledger.csv',
      `kind,from,to,goods\n${NAMES.map((name, at) => `supply,${at === 0 ? '__proto__' : `h${at}`},v2,${quoted(name)}`).join('\n')}\n`,
    )
    const { stdout, stderr, status } = place.run([
      'hostile.csv',
      '-t',
      'hostile-ledger.csv',
      '-l',
      'list.csv',
      '-f',
      format,
    ])
    expect(status).toBe(1)
    for (const raw of ['\u001b', '\u202e', '\u2028']) expect((stdout + stderr).includes(raw)).toBe(false)
    if (format === 'csv') for (const line of stdout.split('\n')) expect(line).not.toMatch(/(?:^|,)"?[=+@]/)
    if (format === 'json') expect(asReport(stdout).findings).toHaveLength(NAMES.length + 1)
    if (format === 'table') expect(stdout).toContain('__proto__')
  })
})
