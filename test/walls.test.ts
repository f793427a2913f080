import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from '@jest/globals'

const SRC = resolve('src')

interface Module {
  readonly path: string
  /** The folder under src, or the file itself where it stands on top. */
  readonly room: string
  readonly imports: readonly string[]
  /** Those that are there when the program runs: not `import type`. */
  readonly needs: readonly string[]
  readonly packages: readonly string[]
  readonly text: string
}

/** Comments and strings may speak of what code may not do. */
const withoutComments = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '')

const STATEMENT = /^(import|export)\s(?<type>type\s)?[^'"]*?from\s*'(?<name>[^']+)'|import\(\s*'(?<lazy>[^']+)'\s*\)/gm

function roomOf(path: string): string {
  const [first = ''] = relative(SRC, path).split('/')
  return first
}

function readModule(path: string): Module {
  const text = withoutComments(readFileSync(path, 'utf8'))
  const found = [...text.matchAll(STATEMENT)].map(({ groups }) => ({
    name: groups?.['name'] ?? groups?.['lazy'] ?? '',
    runs: groups?.['type'] === undefined,
  }))
  const inner = found.filter((one) => one.name.startsWith('.'))
  const pathOf = (name: string) => resolve(dirname(path), name.replace(/\.js$/, '.ts'))
  return {
    path,
    room: roomOf(path),
    imports: inner.map((one) => pathOf(one.name)),
    needs: inner.filter((one) => one.runs).map((one) => pathOf(one.name)),
    packages: found.filter((one) => !one.name.startsWith('.')).map((one) => one.name),
    text,
  }
}

const modules = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .toSorted()
  .map((name) => readModule(join(SRC, name)))

const name = (path: string) => relative(SRC, path)

/** What each room may import beside itself, and why nothing else. */
const WALLS: readonly (readonly [room: string, may: readonly string[], reason: string])[] = [
  ['model', [], 'the words of all stages can depend on none of them'],
  ['columns', [], 'texts and numbers by place, whatever they are about'],
  ['sources', ['model'], 'bytes become rows before anybody knows what the rows are about'],
  [
    'records',
    ['model', 'columns', 'sources'],
    'a row is checked by what it says, and not by what is known of parties or lists',
  ],
  [
    'lists',
    ['model', 'sources', 'records'],
    'a list is read by itself; a watch list of the user shares the reading of cells with records',
  ],
  ['fetch', ['model'], 'a file is fetched without knowing what is in it, and kept by whoever asked for it'],
  [
    'cache',
    ['model', 'sources', 'lists', 'fetch'],
    'lists are kept by what they say of themselves; what is screened against them is no part of it',
  ],
  [
    'match',
    ['model', 'columns'],
    'names are compared without files or graph, so that a matcher can be tuned on pairs alone',
  ],
  [
    'mentions',
    ['model', 'match', 'parties'],
    'a text is searched by what the matcher says of its parts, wherever it came from',
  ],
  [
    'config',
    ['model', 'sources', 'records'],
    'a config says how files are read; what is done with them it says in the words of the options',
  ],
  ['parties', ['model', 'columns', 'match'], 'records are brought together by folded names, before there is a graph'],
  ['graph', ['model', 'columns'], 'the core walks integers; a name or a file in it would be a second truth'],
  ['ownership', ['model'], 'a rule of law adds percentages; who holds them and which file says so is no part of it'],
  [
    'intake',
    ['model', 'columns', 'sources', 'records', 'graph', 'parties'],
    'rows become records and link columns in one pass; lists and verdicts come later',
  ],
  [
    'verdicts',
    ['model', 'graph', 'ownership', 'parties', 'lists'],
    'a verdict follows from walks, parties and days, and does not care how it will be shown',
  ],
  [
    'explaining',
    ['model', 'match', 'graph', 'ownership', 'parties', 'lists', 'verdicts'],
    'a story is asked of what a screening found, and reads nothing itself',
  ],
  [
    'decisions',
    ['model', 'sources', 'verdicts'],
    'a decision is held against states and drafts that it is given, and looks for nothing itself',
  ],
  ['baseline', ['model', 'sources'], 'two reports are compared by what they hold, however they came about'],
  ['report', ['model'], 'a format is a function of the report, so that a stored report renders the same'],
]

/** Files on top of the rooms. */
const TOPS: readonly (readonly [file: string, mayNot: readonly string[], reason: string])[] = [
  ['investigate.ts', ['cli', 'report'], 'what is found is known before anybody decides how to tell it'],
  ['screen.ts', ['cli', 'report'], 'the whole way of the data can run inside any program, and without being shown'],
  ['explain.ts', ['cli', 'report'], "a story of a party is data; how it is told is the report room's"],
  ['decide.ts', ['cli', 'report'], 'a decision is made by what a screening found, in any program'],
  ['searched-lists.ts', ['cli', 'report'], 'what is searched is the same, whether it was kept or read just now'],
  ['compare-lists.ts', ['cli', 'report'], 'what changed of a list is data, however it is shown'],
  ['index.ts', ['cli'], 'a program that imports hopscreen brings its own command line'],
]

describe('the walls between the rooms', () => {
  test('every folder of src has its rule', () => {
    const rooms = new Set(modules.map((module) => module.room).filter((room) => !room.endsWith('.ts')))
    expect([...rooms].toSorted()).toEqual([...WALLS.map(([room]) => room), 'cli'].toSorted())
  })

  test.each(WALLS)('%s imports only itself and [%s]: %s', (room, may) => {
    const wrong = modules
      .filter((module) => module.room === room)
      .flatMap((module) => module.imports.map((target) => [name(module.path), name(target), roomOf(target)] as const))
      .filter(([, , target]) => target !== room && !may.includes(target))
    expect(wrong).toEqual([])
  })

  test.each(TOPS)('%s does not import [%s]: %s', (file, mayNot) => {
    const wrong = modules
      .filter((module) => module.room === file)
      .flatMap((module) => module.imports)
      .filter((target) => mayNot.includes(roomOf(target)))
    expect(wrong.map(name)).toEqual([])
  })

  test('no module needs itself by way of others: one of them would run before what it needs', () => {
    const byPath = new Map(modules.map((module) => [module.path, module]))
    const state = new Map<string, 'open' | 'done'>()
    const circles: string[] = []
    const visit = (path: string, way: readonly string[]) => {
      if (state.get(path) === 'done') return
      if (state.get(path) === 'open') {
        circles.push([...way.slice(way.indexOf(path)), path].map(name).join(' → '))
        return
      }
      state.set(path, 'open')
      for (const target of byPath.get(path)?.needs ?? []) visit(target, [...way, path])
      state.set(path, 'done')
    }
    for (const module of modules) visit(module.path, [])
    expect(circles).toEqual([])
  })

  test('every import leads to a file', () => {
    const known = new Set(modules.map((module) => module.path))
    const lost = modules.flatMap((module) => module.imports.filter((target) => !known.has(target)))
    expect(lost.map(name)).toEqual([])
  })
})

/** What a word in the code would mean, and where it may stand. */
const WORDS: readonly (readonly [what: string, pattern: RegExp, rooms: readonly string[], reason: string])[] = [
  ['the environment', /\bprocess\.env\b/, ['cli'], 'the same inputs must give the same report on any machine'],
  ['arguments', /\bprocess\.argv\b/, ['cli'], 'options come as values, so that a program can screen too'],
  [
    'the clock',
    /\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b/,
    ['cli'],
    'a report holds no time but the day that it was asked for',
  ],
  ['the console', /\bconsole\./, [], 'what is said goes through a stream that a test can read'],
  [
    "the process's streams",
    /\bprocess\.(?:stdout|stderr|stdin)\b/,
    ['cli', 'sources'],
    'only the command line speaks; standard input alone is a source',
  ],
  ['an end of the process', /\bprocess\.exit\(/, [], 'an end by force cuts off what is on its way to a pipe'],
  ['chance', /\bMath\.random\b/, [], 'two runs must give the same bytes'],
]

describe('what only the command line may touch', () => {
  test.each(WORDS)('%s (%s) stands only in %s: %s', (_, pattern, rooms) => {
    const wrong = modules.filter((module) => !rooms.includes(module.room) && pattern.test(module.text))
    expect(wrong.map((module) => name(module.path))).toEqual([])
  })
})

/** A package in its one room can be exchanged there. */
const PACKAGES: readonly (readonly [name: string, rooms: readonly string[], reason: string])[] = [
  ['commander', ['cli'], "options are the command line's"],
  ['chalk', ['report'], 'colour is how a report looks'],
  ['string-width', ['report'], 'the width of a name matters only where it is shown'],
  [
    'saxes',
    ['lists', 'sources', 'records'],
    'lists, the parts of a workbook and messages of payments are XML, and each of their readers refuses what is not whole',
  ],
  [
    'node:fs',
    ['sources', 'records', 'lists', 'cache', 'cli'],
    'who opens a file says so in the report; threads each open their part of a file of records, and a folder is listed where lists are read',
  ],
  ['undici', ['fetch'], 'nothing but the fetching of lists touches the network'],
  ['any-ascii', ['match'], 'names are romanised where they are compared'],
]

/** Modules of Node that reach the network, or that could be told to. */
const NETWORK = [
  'net',
  'tls',
  'http',
  'https',
  'http2',
  'dns',
  'dns/promises',
  'dgram',
  'inspector',
  'child_process',
  'cluster',
]
/** The same without a module: what Node gives to everybody. */
const NETWORK_WORDS = /(?<![\w.])(?:fetch|WebSocket|EventSource|XMLHttpRequest)\s*\(|\bglobalThis\b/
/** The one way from the command line to the network, module by module. */
const TO_THE_NETWORK = ['cli/lists-update-command.ts', 'cache/update.ts', 'cache/update-list.ts']

describe('nothing but lists update touches the network', () => {
  test('no module brings in what reaches it, but those that fetch', () => {
    const wrong = modules.filter(
      ({ room, packages, text }) =>
        room !== 'fetch' &&
        (packages.some((used) => NETWORK.includes(used.replace(/^node:/, ''))) || NETWORK_WORDS.test(text)),
    )
    expect(wrong.map((module) => name(module.path))).toEqual([])
  })

  test('those that fetch are needed by the update alone, which is loaded when it is asked for', () => {
    const needed = (target: (path: string) => boolean) =>
      modules.filter((module) => module.needs.some(target)).map((module) => name(module.path))
    const outside = (paths: readonly string[]) => paths.filter((path) => !path.startsWith('fetch/'))
    expect(outside(needed((path) => roomOf(path) === 'fetch'))).toEqual(['cache/update-list.ts', 'cache/update.ts'])
    expect(needed((path) => name(path) === 'cache/update-list.ts')).toEqual(['cache/update.ts'])
    expect(needed((path) => name(path) === 'cache/update.ts')).toEqual(['cli/lists-update-command.ts'])
    expect(needed((path) => name(path) === 'cli/lists-update-command.ts')).toEqual(['cli/lists-command.ts'])
    for (const path of TO_THE_NETWORK) expect(modules.map((module) => name(module.path))).toContain(path)
  })

  test('the update is loaded by the command when it runs, and not with it', () => {
    const command = modules.find((module) => name(module.path) === 'cli/lists-update-command.ts')
    expect(command?.text).toContain("await import('../cache/update.js')")
    expect(command?.text).not.toMatch(/^import .*cache\/update\.js/m)
  })
})

describe('packages and built-in modules', () => {
  test.each(PACKAGES)('%s is used only in [%s]: %s', (packageName, rooms) => {
    const wrong = modules.filter(
      (module) =>
        !rooms.includes(module.room) &&
        module.packages.some((used) => used === packageName || used.startsWith(`${packageName}/`)),
    )
    expect(wrong.map((module) => name(module.path))).toEqual([])
  })
})
