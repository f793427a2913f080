import { spawn } from 'node:child_process'
import { BINARY, plainEnv, type Ended, type RunHow } from './binary.js'

/** Runs the real binary while this process goes on, so that it can be the server that is asked. */
export function hopscreenAsync(words: readonly string[], { cwd, env }: RunHow = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [BINARY, ...words], {
      cwd,
      env: plainEnv(env),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let [stdout, stderr] = ['', '']
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
    child.once('error', reject)
    child.once('close', (status) => resolve({ stdout, stderr, status }))
  })
}
