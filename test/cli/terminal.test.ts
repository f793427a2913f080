import { Writable } from 'node:stream'
import { describe, expect, test } from '@jest/globals'
import { startProgress } from '../../src/cli/progress.js'
import type { Outlet } from '../../src/cli/surroundings.js'
import { terminalWidth, wantsColor } from '../../src/cli/terminal.js'

function outlet(isTTY: boolean, columns?: number): { readonly stream: Outlet; readonly text: () => string } {
  let text = ''
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      text += chunk.toString()
      done()
    },
  })
  return { stream: Object.assign(stream, { isTTY }, columns === undefined ? {} : { columns }), text: () => text }
}

const terminal = outlet(true, 100).stream
const pipe = outlet(false, 100).stream

describe('colour', () => {
  test.each<[string, boolean | undefined, Readonly<Record<string, string>>, Outlet, boolean]>([
    ['a terminal', undefined, {}, terminal, true],
    ['a pipe', undefined, {}, pipe, false],
    ['a terminal that can not', undefined, { TERM: 'dumb' }, terminal, false],
    ['NO_COLOR', undefined, { NO_COLOR: '1' }, terminal, false],
    ['NO_COLOR that says nothing', undefined, { NO_COLOR: '' }, terminal, true],
    ['FORCE_COLOR', undefined, { FORCE_COLOR: '1' }, pipe, true],
    ['FORCE_COLOR without a value', undefined, { FORCE_COLOR: '' }, pipe, true],
    ['FORCE_COLOR=0', undefined, { FORCE_COLOR: '0' }, terminal, false],
    ['NO_COLOR against FORCE_COLOR', undefined, { NO_COLOR: '1', FORCE_COLOR: '1' }, terminal, false],
    ['--color against NO_COLOR', true, { NO_COLOR: '1' }, pipe, true],
    ['--no-color against FORCE_COLOR', false, { FORCE_COLOR: '1' }, terminal, false],
  ])('%s', (_, option, env, stream, colored) => {
    expect(wantsColor(option, env, stream)).toBe(colored)
  })
})

describe('width', () => {
  test.each<[string, Outlet, number | undefined]>([
    ['a terminal has one', terminal, 100],
    ['a pipe has none', pipe, undefined],
    ['nor has a terminal that does not say it', outlet(true).stream, undefined],
    ['or says nothing useful', outlet(true, 0).stream, undefined],
  ])('%s', (_, stream, width) => {
    expect(terminalWidth(stream)).toBe(width)
  })
})

describe('progress', () => {
  function shown(isTTY: boolean, quiet: boolean, times: readonly number[]): string {
    const { stream, text } = outlet(isTTY)
    let now = 0
    const progress = startProgress(stream, quiet, () => now)
    for (const time of times) {
      now = time
      progress.report('matching names', time)
    }
    progress.clear()
    return text()
  }

  test.each<[string, boolean, boolean, readonly number[], string]>([
    ['work under a second needs no word', true, false, [10, 500, 999], ''],
    ['longer work says what it does', true, false, [10, 1200], '\r\u001b[Kmatching names 1,200 (1 s)\r\u001b[K'],
    [
      'it is written over at most ten times a second',
      true,
      false,
      [1200, 1250],
      '\r\u001b[Kmatching names 1,200 (1 s)\r\u001b[K',
    ],
    ['a pipe or a log never sees it', false, false, [10, 1200, 5000], ''],
    ['nor does who wants it quiet', true, true, [10, 1200, 5000], ''],
  ])('%s', (_, isTTY, quiet, times, text) => {
    expect(shown(isTTY, quiet, times)).toBe(text)
  })
})
