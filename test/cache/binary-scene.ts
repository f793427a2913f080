import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { spawn } from 'node:child_process'
import { BINARY, plainEnv, type Ended } from '../cli/binary.js'

/** Writes a config by which the UN's list is that of a server of the test; gives the words that use it. */
export function updateWords(folder: string, origin: string): readonly string[] {
  const config = join(folder, 'hopscreen.config.json')
  writeFileSync(config, JSON.stringify({ sources: { un: { files: { 'un.xml': `${origin}/un.xml` } } } }))
  return ['lists', 'update', 'un', '--retries', '0', '--timeout', '10', '--config', config]
}

/** A process of the real binary that goes on while the test does. */
export interface Running {
  readonly ended: Promise<Ended>
  kill(): void
}

export function start(words: readonly string[], env: Readonly<Record<string, string>>): Running {
  return startProcess(process.execPath, [BINARY, ...words], env)
}

export function startProcess(
  program: string,
  words: readonly string[],
  env: Readonly<Record<string, string>>,
): Running {
  const child = spawn(program, words, { env: plainEnv(env), stdio: ['ignore', 'pipe', 'pipe'] })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status) => resolve({ stdout, stderr, status }))
  })
  return { ended, kill: () => void child.kill('SIGKILL') }
}
