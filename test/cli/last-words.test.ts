import { describe, expect, test } from '@jest/globals'
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { lastWords } from '../../src/cli/last-words.js'
import { codeOf } from '../../src/model/error-facts.js'
import { tooMany } from '../../src/columns/too-many.js'

describe('what is said at last', () => {
  test('more than can be held is no bug of the program, and says what to do', () => {
    expect(lastWords(tooMany('7 links'), true)).toBe(
      'error: expected at most 7 links in all files, got more: screen them in parts\n',
    )
  })

  test('it is told from a bug where another thread came upon it', async () => {
    const { message } = tooMany('7 links')
    const worker = new Worker(
      `throw Object.assign(new RangeError(${JSON.stringify(message)}), { code: ${JSON.stringify(codeOf(tooMany('')))} })`,
      { eval: true },
    )
    const [error]: unknown[] = await once(worker, 'error')
    expect(lastWords(error, false)).toBe(`error: ${message}\n`)
  })

  test.each([
    'Array buffer allocation failed',
    'WebAssembly.Memory(): could not allocate memory',
    'WebAssembly.Memory.grow(): Unable to grow instance memory',
  ])('%s: there is no memory', (message) => {
    expect(lastWords(new RangeError(message), false)).toBe(
      'error: there is not enough memory for these files: screen them in parts\n',
    )
  })

  test('a full disk behind ">" is no bug of the program', () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
      code: 'ENOSPC',
      syscall: 'write',
    })
    expect(lastWords(full, true)).toBe("error: standard output can't be written: no space left on device\n")
  })

  test('a bug is one line and where to look for more', () => {
    expect(lastWords(new TypeError('x is not a function'), false)).toBe(
      'error: internal error: x is not a function\nhint: run again with --verbose to see where, and report it\n',
    )
  })

  test('where it is asked for, a bug says its place', () => {
    expect(lastWords(new TypeError('x is not a function'), true)).toMatch(
      /^error: internal error: x is not a function\nTypeError: .*\n +at /,
    )
  })

  test.each(['lost', undefined])('what is thrown and is no error (%s) is said too', (thrown) => {
    expect(lastWords(thrown, false)).toContain(`error: internal error: ${thrown}\n`)
  })
})
