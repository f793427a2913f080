import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from '@jest/globals'
import { COMMANDS } from '../../src/cli/commands.js'
import { makePlace, SCENE } from './binary.js'

/** Loaded before the program: whatever would reach the network is written down and throws. */
const POISON = `
import { appendFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import process from 'node:process'
const require = createRequire(import.meta.url)
const poisoned = (what) => function () {
  appendFileSync(process.env.TOUCHED, what + '\\n')
  throw new Error('the network was touched: ' + what)
}
const net = require('node:net')
net.Socket.prototype.connect = poisoned('net.Socket.connect')
for (const [module, names] of Object.entries({
  'node:net': ['connect', 'createConnection', 'createServer'],
  'node:tls': ['connect'],
  'node:http': ['request', 'get', 'createServer'],
  'node:https': ['request', 'get', 'createServer'],
  'node:http2': ['connect'],
  'node:dns': ['lookup', 'resolve', 'resolve4', 'resolve6'],
  'node:dns/promises': ['lookup', 'resolve', 'resolve4', 'resolve6'],
  'node:dgram': ['createSocket'],
})) for (const name of names) require(module)[name] = poisoned(module + '.' + name)
require('node:module').syncBuiltinESMExports()
for (const name of ['fetch', 'WebSocket', 'EventSource']) globalThis[name] = poisoned(name)
`

const place = makePlace({ ...SCENE, 'poison.mjs': POISON, 'pairs.csv': 'name1,name2\nPeleng,PELENG JSC\n' })
afterAll(() => place.remove())
const env = {
  HOPSCREEN_CACHE: join(place.folder, 'cache'),
  TOUCHED: join(place.folder, 'touched.txt'),
  NODE_OPTIONS: `--import ${pathToFileURL(join(place.folder, 'poison.mjs')).href}`,
  // Were it asked, it would be so at once.
  HTTPS_PROXY: 'http://127.0.0.1:9',
}
const run = (words: readonly string[]) => place.run(words, { env })
const touched = () => (existsSync(env.TOUCHED) ? readFileSync(env.TOUCHED, 'utf8') : '')

const LIST = ['-l', 'list.csv']
const RECORDS = ['vendors.csv', '-t', 'ledger.csv']

/** A use of each command, in the order in which one needs what another wrote. */
const USES: readonly (readonly [code: number, ...words: string[]])[] = [
  [0, '--help'],
  [0, '--version'],
  [2, ...RECORDS],
  [0, 'lists', 'import', 'list.csv@2024-01-10'],
  [0, 'lists', 'import', 'list.csv@2024-02-10'],
  [0, 'lists', 'status'],
  [0, 'lists', 'diff', '2024-01-10', 'list.csv', '--entities', 'vendors.csv'],
  [0, 'lists', 'prune', 'list@2024-01-10'],
  [1, ...RECORDS, '-o', 'old.json'],
  [1, 'screen', ...RECORDS, ...LIST, '-f', 'sarif'],
  [0, 'screen', ...RECORDS, ...LIST, '--dry-run'],
  [1, 'match', 'Peleng'],
  [1, 'match', 'Peleng', ...LIST],
  [0, 'compare', 'Peleng', 'PELENG JSC'],
  [0, 'compare', '--pairs', 'pairs.csv'],
  [0, 'explain', 'v1', ...RECORDS],
  [0, 'decide', 'v2', ...RECORDS, '--same', '--reason', 'the same number', '--decisions', 'd.json'],
  [0, 'decide', '--check', '--decisions', 'd.json'],
  [0, 'diff', 'old.json', 'old.json'],
  [0, 'init', 'begun'],
  [0, 'backtest', ...RECORDS, ...LIST, '--from', '2024-01-01', '--to', '2024-01-03'],
  [0, 'schema', 'report'],
]

describe('nothing but lists update touches the network', () => {
  test.each(USES)('%d: hopscreen %s %s %s %s %s', (code, ...words) => {
    const { status, stderr } = run(words)
    expect(stderr).not.toMatch(/internal error|the network was touched/)
    expect(status).toBe(code)
    expect(touched()).toBe('')
  })

  test('every command is among them', () => {
    const used = new Set(USES.flatMap(([, first]) => first ?? []))
    expect(COMMANDS.map(({ word }) => word).filter((word) => !used.has(word))).toEqual([])
  })

  test('and the poison is one: lists update touches it', () => {
    const { status, stderr } = run(['lists', 'update', 'un', '--retries', '0'])
    expect(status).toBe(2)
    expect(stderr).toMatch(/^error: un: .*the network was touched/)
    expect(touched()).toMatch(/connect/)
  })
})
