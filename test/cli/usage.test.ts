import process from 'node:process'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { makePlace, SCENE, SCENE_WORDS, type Place } from './binary.js'
import { asked } from './in-process.js'

const home = process.cwd()
let place: Place
beforeAll(() => {
  place = makePlace(SCENE)
  process.chdir(place.folder)
})
afterAll(() => {
  process.chdir(home)
  place.remove()
})

describe('a command line that can not be served ends in 2', () => {
  test.each<[readonly string[], RegExp]>([
    [['--hops', '0'], /^error: --hops: expected a whole number from 1, got "0"$/m],
    [['--hops', '2x'], /got "2x"/],
    [['--hops', '-1'], /got "-1"/],
    [['-n', '1.5'], /got "1\.5"/],
    [['--as-of', '2024-02-30'], /^error: --as-of: .*"2024-02-30"\nhint: the calendar has no such day$/m],
    [['--as-of', 'yesterday'], /got "yesterday"/],
    [['--kinds', 'supply,barter'], /unknown --kinds value "barter"/],
    [['--kinds', 'suply'], /hint: did you mean supply\?/],
    [['--direction', 'up'], /unknown --direction value "up"/],
    [['--spread', 'all'], /unknown --spread value "all"/],
    [['--fail-on', 'everything'], /unknown --fail-on value/],
    [['--fail-hops', '0'], /--fail-hops/],
    [['--min-score', '1.5'], /--min-score: expected a number from 0 to 1/],
    [['--confirm-score', 'high'], /--confirm-score/],
    [['--min-stake', '120'], /--min-stake: expected a percentage/],
    [['--hub-limit', '0'], /--hub-limit/],
    [['--max-bad', '-3'], /--max-bad/],
    [['-f', 'pdf'], /unknown format "pdf"/],
    [['-f', 'jsno'], /hint: did you mean json\?/],
    [['-f', 'html'], /unknown format "html"/],
    [['-o', 'xlsx=report.xlsx'], /unknown format "xlsx"/],
    [['-o', 'html=r.html'], /unknown format "html"/],
    [['-o', 'r.pdf'], /the extension tells no format/],
    [['-o', 'vendors.csv'], /it is read as an input/],
    [['-o', 'a.json', '-o', './a.json'], /another report goes there/],
    [['-o', 'nowhere/r.json'], /there is no folder nowhere/],
    [['--hopps', '3'], /^error: unknown option "--hopps"\nhint: did you mean --hops\?$/m],
    [['-l'], /argument missing/],
    [['-r', '-q'], /option "-r, --relations <file>" argument missing: .* got the option "-q"/],
    [['--self', '--hops', '3'], /option "--self <party>" argument missing: .* got the option "--hops"/],
    [['--since', '--until=2024'], /--since: expected a date .* got "--until=2024"/],
    [['-l', 'list.csv@2024-13-01'], /list\.csv: .*2024-13-01/],
    [['-t', '-', '--only', '-'], /"-" is given more than once/],
    [['--decisions', 'none.json'], /none\.json: the file can't be read: no such file/],
    [['--baseline', 'none.json'], /none\.json: the file can't be read: no such file/],
    [['--backtest'], /unknown option "--backtest"/],
  ])('%j', async (more, message) => {
    const { stdout, stderr, status } = await asked([...SCENE_WORDS, ...more])
    expect(stderr).toMatch(message)
    expect(stdout).toBe('')
    expect(status).toBe(2)
    expect(stderr).toMatch(/^error: .*\n(?:hint: .*\n)?/)
    expect(stderr).not.toMatch(/^\s+at .*:\d+:\d+/m)
  })

  test.each<[readonly string[], RegExp]>([
    [['vendors.csv'], /^error: no list to screen against: none is given, and .*\nhint: .*lists update/m],
    [['-l', 'list.csv'], /^error: nothing to screen\nhint: /m],
    [['scren', 'vendors.csv', '-l', 'list.csv'], /unknown command "scren"\nhint: did you mean screen\?/],
    [['lists', 'updat'], /unknown command of lists "updat"\nhint: did you mean update\?/],
    [['lists', 'update', 'uno'], /unknown list "uno"/],
    [['decide'], /^error: nothing to decide on: .*\nhint: as in hopscreen decide <finding> .*\n$/],
    [['decide', 'f1', 'x.csv', '-l', 'x.csv'], /nothing is decided/],
    [['decide', 'f1', 'x.csv', '-l', 'x.csv', '--same', '--waive'], /--same and --waive can't both be meant/],
    [['diff', 'a.json'], /missing required argument "new"/],
    [['init', 'a', 'b'], /too many arguments/],
    [['match', '-l', 'list.csv'], /no name/],
    [['match', 'Peleng'], /no list/],
    [['compare', 'one'], /two names/],
    [['compare'], /two names/],
    [['explain', '-l', 'list.csv'], /argument/],
    [['schema', 'reprot'], /unknown schema "reprot"\nhint: did you mean report\?/],
  ])('%j', async (words, message) => {
    const { stdout, stderr, status } = await asked(words)
    expect(stderr).toMatch(message)
    expect(stdout).toBe('')
    expect(status).toBe(2)
    expect(stderr).toMatch(/^error: .*\n(?:hint: .*\n)?/)
    expect(stderr).not.toMatch(/^\s+at .*:\d+:\d+/m)
  })

  test('nothing asked at all shows the help, and is not "nothing found"', () => {
    const { stdout, stderr, status } = place.run([])
    expect([stdout, status]).toEqual(['', 2])
    expect(stderr).toContain('Usage: hopscreen')
  })
})

test('the binary says the same, and ends in the same code', async () => {
  const words = [...SCENE_WORDS, '--hops', '2x', '--hopps', '3']
  expect(place.run(words)).toEqual(await asked(words))
})
