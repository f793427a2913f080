import { afterAll, describe, expect, test } from '@jest/globals'
import { asReport, makePlace, SCENE, SCENE_WORDS, type Place } from './binary.js'

const places: Place[] = []
function scene(files: Readonly<Record<string, string | Buffer>> = {}): Place {
  const place = makePlace({ ...SCENE, ...files })
  places.push(place)
  return place
}
afterAll(() => {
  for (const place of places) place.remove()
})

const PNG = Buffer.from('89504e470d0a1a0a0000000d494844520000000100000001080600000000', 'hex')

/** No stack trace, and every message in the one form. */
function expectMessages(stderr: string): void {
  expect(stderr).not.toMatch(/^\s+at .*:\d+:\d+/m)
  expect(stderr.split('\n')[0]).toMatch(/^(?:error|warning): /)
}

describe('a file that can not be read ends in 2, and is named', () => {
  test.each<[string, Readonly<Record<string, string | Buffer>>, readonly string[], RegExp]>([
    ['no such file', {}, ['nowhere.csv', '-l', 'list.csv'], /^error: nowhere\.csv: .*no such file/m],
    [
      'no such ledger',
      {},
      ['vendors.csv', '-t', 'nowhere.csv', '-l', 'list.csv'],
      /^error: nowhere\.csv: .*no such file/m,
    ],
    ['no such list', {}, ['vendors.csv', '-l', 'nowhere.csv'], /^error: nowhere\.csv: .*no such file/m],
    ['a folder', { 'folder/a.txt': 'a' }, ['folder', '-l', 'list.csv'], /^error: folder:.* folder/m],
    ['a file of no bytes', { 'empty.csv': '' }, ['empty.csv', '-l', 'list.csv'], /^error: empty\.csv:.*empty/m],
    ['a list of no bytes', { 'none.csv': '' }, ['vendors.csv', '-l', 'none.csv'], /^error: none\.csv:.*empty/m],
    [
      'a list with a header only',
      { 'head.csv': 'id,list,name\n' },
      ['vendors.csv', '-l', 'head.csv'],
      /^error: head\.csv:/m,
    ],
    ['a PNG as entities', { 'p.csv': PNG }, ['p.csv', '-l', 'list.csv'], /^error: p\.csv:/m],
    ['a PNG as a list', { 'p.png': PNG }, ['vendors.csv', '-l', 'p.png'], /^error: p\.png:/m],
    ['a missing column', { 'v.csv': 'id,country\n1,BY\n' }, ['v.csv', '-l', 'list.csv'], /^error: v\.csv:.*name/m],
    [
      'a doubled column',
      { 'v.csv': 'id,name,name\n1,A B,C D\n' },
      ['v.csv', '-l', 'list.csv'],
      /^error: v\.csv:.*name/m,
    ],
    [
      'a ledger without ends',
      { 't.csv': 'kind,from\nsupply,v1\n' },
      ['vendors.csv', '-t', 't.csv', '-l', 'list.csv'],
      /^error: t\.csv:.*to/m,
    ],
    [
      'an open quote',
      { 'v.csv': 'id,name\n1,"Peleng\n2,Rest\n' },
      ['v.csv', '-l', 'list.csv'],
      /^error: v\.csv:2:.*quote/m,
    ],
    [
      'a cut-off JSON line',
      { 'v.jsonl': '{"name":"Peleng","country":"BY"}\n{"name":"Dia' },
      ['v.jsonl', '-l', 'list.csv'],
      /^error: v\.jsonl:2:/m,
    ],
    ['an empty folder of lists', { 'lists/.keep': '' }, ['vendors.csv', '-l', 'lists'], /^error: lists/m],
  ])('%s', (_, files, words, message) => {
    const { stderr, status } = scene(files).run(words)
    expect(stderr).toMatch(message)
    expect(status).toBe(2)
    expectMessages(stderr)
  })
})

describe('a bad row ends in 2, is named with its line, and the report is given all the same', () => {
  test.each<[string, Readonly<Record<string, string>>, RegExp]>([
    ['a row without a name', { 'vendors.csv': `${SCENE['vendors.csv']}v4,,BY\n` }, /^error: vendors\.csv:5:/m],
    ['a short row', { 'vendors.csv': `${SCENE['vendors.csv']}v4,Fourth\n` }, /^error: vendors\.csv:5:/m],
    ['a long row', { 'vendors.csv': `${SCENE['vendors.csv']}v4,Fourth,BY,more\n` }, /^error: vendors\.csv:5:/m],
    [
      'a link without an end',
      { 'ledger.csv': `${SCENE['ledger.csv']}L2,supply,v1,,2024-01-01,,\n` },
      /^error: ledger\.csv:3:.*to/m,
    ],
    [
      'a link of an unknown kind',
      { 'ledger.csv': `${SCENE['ledger.csv']}L2,barter,v1,v3,,,\n` },
      /^error: ledger\.csv:3:.*barter/m,
    ],
    [
      'two names under one id',
      { 'vendors.csv': `${SCENE['vendors.csv']}v3,Other Name,PL\n` },
      /^error: vendors\.csv:[45]:.*v3/m,
    ],
    [
      'a line break before it',
      { 'vendors.csv': 'id,name,country\nv1,"Dia\nproektor",BY\nv2,Peleng,BY\nv4,,BY\n' },
      /^error: vendors\.csv:5:/m,
    ],
    [
      'an end that fits two parties which contradict each other',
      {
        'vendors.csv': `${SCENE['vendors.csv']}a1,Northern Lamp Works,PL\na2,Northern Lamp Works,CZ\n`,
        'ledger.csv': `${SCENE['ledger.csv']}L2,supply,Northern Lamp Works,v1,2024-01-01,,\n`,
      },
      /^error: ledger\.csv:3:/m,
    ],
  ])('%s', (_, files, message) => {
    const { stdout, stderr, status } = scene(files).run([...SCENE_WORDS, '-f', 'json'])
    expect(stderr).toMatch(message)
    expect(status).toBe(2)
    const report = asReport(stdout)
    expect(report.complete).toBe(false)
    expect(report.findings.map((finding) => finding.party.id)).toContain('v2')
    for (const input of report.inputs) expect(input.rows).toBe(input.accepted + input.rejected)
    expect(report.inputs.reduce((sum, input) => sum + input.rejected, 0)).toBeGreaterThan(0)
    expect(scene(files).run([...SCENE_WORDS, '--max-bad', '2', '-q']).status).toBe(1)
  })

  test('as many as are allowed leave the verdict its code, and the report incomplete', () => {
    const place = scene({ 'vendors.csv': `${SCENE['vendors.csv']}v4,,BY\n` })
    const allowed = place.run([...SCENE_WORDS, '-f', 'json', '--max-bad', '1'])
    expect([allowed.status, asReport(allowed.stdout).complete]).toEqual([1, false])
    expect(place.run([...SCENE_WORDS, '--max-bad', '25%']).status).toBe(1)
    expect(place.run([...SCENE_WORDS, '--max-bad', '1%']).status).toBe(2)
  })
})

describe('a bad value is a warning that names its place, and with --strict an end in 2', () => {
  test.each<[string, Readonly<Record<string, string>>, RegExp]>([
    [
      'amount',
      { 'ledger.csv': 'id,kind,from,to,date,amount,currency\nL1,supply,v1,v2,2024-02-01,1oo,EUR\n' },
      /^warning: ledger\.csv:2: column "amount"/m,
    ],
    [
      'date',
      { 'ledger.csv': 'id,kind,from,to,date,amount,currency\nL1,supply,v1,v2,2024-02-31,100,EUR\n' },
      /^warning: ledger\.csv:2: column "date"/m,
    ],
    [
      'country',
      { 'vendors.csv': 'id,name,country\nv1,Diaproektor,Belarussia-land\nv2,Peleng,BY\n' },
      /^warning: vendors\.csv:2: column "country"/m,
    ],
  ])('%s', (_, files, message) => {
    const place = scene(files)
    const lenient = place.run([...SCENE_WORDS, '-f', 'json'])
    expect(lenient.stderr).toMatch(message)
    expect([lenient.status, asReport(lenient.stdout).complete]).toEqual([1, true])
    expect(asReport(lenient.stdout).findings.map((finding) => finding.party.id)).toEqual(['v2', 'v1'])
    const strict = place.run([...SCENE_WORDS, '--strict', '-f', 'json'])
    expect([strict.status, asReport(strict.stdout).complete]).toEqual([2, false])
  })
})

describe('lists and days', () => {
  test('a list of no day can not serve --as-of', () => {
    const place = scene({ 'list.csv': 'id,list,name,country\n1,OFAC SDN,PELENG JSC,BY\n' })
    const { stderr, status } = place.run([...SCENE_WORDS, '--as-of', '2024-07-24'])
    expect(stderr).toMatch(/^error: list\.csv: /m)
    expect(stderr).toMatch(/^hint: .*@/m)
    expect(status).toBe(2)
    const dated = ['vendors.csv', '-t', 'ledger.csv', '-l', 'list.csv@2024-01-31', '--as-of', '2024-07-24']
    expect(place.run(dated).status).toBe(1)
    const without = place.run(SCENE_WORDS)
    expect(without.stderr).toMatch(/^warning: list\.csv: /m)
    expect(without.status).toBe(1)
  })
})

test('bad rows of a list are told of and counted, however many there are', () => {
  const rows = Array.from({ length: 200_000 }, (_, at) => `${at},OFAC SDN,,BY`).join('\n')
  const place = scene({ 'nameless.csv': `id,list,name,country\n${rows}\n` })
  const { stderr, status } = place.run(['vendors.csv', '-l', 'nameless.csv'])
  expect(status).toBe(2)
  expect(stderr).not.toContain('internal error')
  expect(stderr).toContain('error: nameless.csv:2: column "name": expected a name, got nothing')
  expect(stderr).toContain('199,995 more')
})

test('a file of records that is given twice is used once, which is said', () => {
  const place = scene()
  const words = ['vendors.csv', './vendors.csv', '-t', 'ledger.csv', '-t', 'ledger.csv', '-l', 'list.csv', '-f', 'json']
  const { stdout, stderr, status } = place.run(words)
  expect(stderr).toContain('warning: ./vendors.csv: the file is given twice; it is used once')
  expect(stderr).toContain('warning: ledger.csv: the file is given twice; it is used once')
  const { inputs, findings, problems } = asReport(stdout)
  expect(inputs.map(({ path }) => path)).toEqual(['vendors.csv', 'ledger.csv', 'list.csv'])
  expect(problems.filter(({ code }) => code === 'file-repeated')).toHaveLength(2)
  expect(findings.flatMap(({ chain }) => chain.map(({ evidence }) => evidence.length))).toEqual([1])
  expect(status).toBe(1)
})
