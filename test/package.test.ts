import { execFileSync, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { VERSION } from '../src/model/version.js'

interface Manifest {
  readonly name: string
  readonly version: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

const readManifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest

const root = resolve('.')
const manifest = readManifest(root)

/** The package and all that it needs to run, as folders of node_modules. */
function runtimePackages(): readonly string[] {
  const folders = new Map<string, string>()
  const visit = (name: string, from: string) => {
    const nested = join(from, 'node_modules', name)
    const folder = existsSync(nested) ? nested : join(root, 'node_modules', name)
    if (folders.has(folder)) return
    folders.set(folder, name)
    for (const needed of Object.keys(readManifest(folder).dependencies ?? {})) visit(needed, folder)
  }
  for (const name of Object.keys(manifest.dependencies ?? {})) visit(name, root)
  return [...folders.keys()]
}

let work = ''
let contents: readonly string[] = []
let project = ''

const npm = (args: readonly string[], cwd: string) =>
  execFileSync('npm', [...args, '--offline', '--no-audit', '--no-fund', '--loglevel=error'], { cwd, encoding: 'utf8' })

/** Packs a copy, so that the build which packing runs does not pull the binary away from under the other tests. */
function packCopy(): string {
  const copy = join(work, 'copy')
  mkdirSync(copy)
  const tracked = [
    'package.json',
    'tsconfig.json',
    'tsconfig.build.json',
    'README.md',
    'CHANGELOG.md',
    'LICENSE',
    'NOTICE',
  ]
  for (const name of [...tracked, 'bin', 'src', 'scripts', 'docs', 'fixtures', 'test']) {
    if (existsSync(join(root, name))) cpSync(join(root, name), join(copy, name), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  npm(['pack', '--pack-destination', work], copy)
  return join(work, `${manifest.name}-${manifest.version}.tgz`)
}

const installed = (...words: readonly string[]) =>
  spawnSync(join(project, 'node_modules', '.bin', 'hopscreen'), words, { cwd: project, encoding: 'utf8' })

describe('the packed package', () => {
  beforeAll(() => {
    work = mkdtempSync(join(tmpdir(), 'hopscreen-package-'))
    const tarball = packCopy()
    contents = execFileSync('tar', ['-tzf', tarball], { encoding: 'utf8' }).trim().split('\n')
    // The dependencies go in as tarballs too: the install is npm's own and needs no registry and no cache.
    const needed = runtimePackages().map((folder) => {
      const name = npm(['pack', '--ignore-scripts', '--silent', '--pack-destination', work, folder], work)
      return join(work, name.trim().split('\n').at(-1) ?? '')
    })
    project = join(work, 'empty')
    mkdirSync(project)
    writeFileSync(join(project, 'package.json'), '{ "name": "empty", "version": "1.0.0" }')
    npm(['install', '--ignore-scripts', ...needed, tarball], project)
  }, 180_000)

  afterAll(() => rmSync(work, { recursive: true, force: true }))

  test('it holds what runs and what explains it, and no tests or fixtures', () => {
    const tops = new Set(contents.map((name) => name.split('/')[1] ?? ''))
    const expected = ['CHANGELOG.md', 'LICENSE', 'NOTICE', 'README.md', 'bin', 'dist', 'docs', 'package.json']
    expect(tops).toEqual(new Set(expected))
    expect(contents).toContain('package/dist/bundle/main.js')
    expect(contents.filter((name) => /\btests?\b|\.test\.|fixture|golden|\.tsbuildinfo/.test(name))).toEqual([])
  })

  test('it says its version from an empty folder', () => {
    const { stdout, stderr, status } = installed('--version')
    expect({ stdout, stderr, status }).toEqual({ stdout: `${manifest.version}\n`, stderr: '', status: 0 })
  })

  test('it screens from an empty folder', () => {
    writeFileSync(join(project, 'vendors.csv'), 'id,name,country\nv1,Diaproektor,BY\nv2,Peleng,BY\n')
    writeFileSync(join(project, 'ledger.csv'), 'kind,from,to,date\nsupply,v1,v2,2024-02-01\n')
    writeFileSync(join(project, 'list.csv'), 'id,list,name,country,listed_on\n1,OFAC SDN,PELENG JSC,BY,2021-12-02\n')
    const { stdout, status, stderr } = installed('vendors.csv', '-t', 'ledger.csv', '-l', 'list.csv', '-f', 'json')
    expect(stderr).toBe('')
    const report = JSON.parse(stdout) as { findings: { party: { id: string }; hops: number }[] }
    expect(report.findings.map((finding) => [finding.party.id, finding.hops])).toEqual([
      ['v2', 0],
      ['v1', 1],
    ])
    expect(status).toBe(1)
  })

  test('a program can import it', () => {
    const code = `import('hopscreen').then((it) => console.log(typeof it.screen))`
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', code], { cwd: project, encoding: 'utf8' })
    expect({ stdout, stderr }).toEqual({ stdout: 'function\n', stderr: '' })
  })
})

describe('the manifest', () => {
  test('the version in the code is that of the package', () => {
    expect(VERSION).toBe(manifest.version)
  })

  test('every dependency has its reason in docs/ARCHITECTURE.md', () => {
    const reasons = readFileSync('docs/ARCHITECTURE.md', 'utf8')
    const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
    const unsaid = names.filter((name) => !name.startsWith('@') && !reasons.includes(name.replace(/-.*$/, '')))
    expect(unsaid).toEqual([])
  })

  test('the lockfile holds no download addresses', () => {
    expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/"resolved": "http/)
  })

  test('packing builds', () => {
    const scripts = (manifest as Manifest & { readonly scripts: Readonly<Record<string, string>> }).scripts
    expect(scripts['prepack']).toBe('npm run build')
    expect(readdirSync('bin')).toEqual(['hopscreen.js'])
  })
})
