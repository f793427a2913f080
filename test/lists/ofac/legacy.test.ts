import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { ListEntry } from '../../../src/model/entry.js'
import { codes, folderOf, load, loadOne } from '../given.js'
import { addFile, altFile, commentsFile, mainFile, ROWS, SET } from './legacy-set.js'

async function setOf(files: Readonly<Record<string, string>>, main = 'sdn.csv', day?: string) {
  const { list, problems } = await loadOne(join(folderOf(files), main), day)
  const entry = (id: string): ListEntry => {
    const found = list.entries.find((each) => each.entryId === id)
    if (found === undefined) throw new Error(`no entry ${id}`)
    return found
  }
  return { list, problems, entry }
}

/** A small list of one entry with these remarks, and what continues them. */
function remarksOf(remarks: string, continued?: string) {
  return setOf({
    ...SET,
    'sdn.csv': mainFile([{ uid: 7, name: 'A', remarks }]),
    'alt.csv': altFile([[7, 'aka', 'B']]),
    'add.csv': addFile([[7]]),
    'sdn_comments.csv': commentsFile(continued === undefined ? [] : [[7, continued]]),
  })
}

const padded = (end: string, length = 1000) => `${'x'.repeat(length - end.length - 2)}; ${end}`

describe('a whole set', () => {
  test('is one list with four inputs and no problem', async () => {
    const { list, problems } = await setOf(SET, 'sdn.csv', '2023-12-28')
    expect(problems).toEqual([])
    expect(list).toMatchObject({ name: 'OFAC SDN', complete: true, day: { text: '2023-12-28' } })
    expect(list.entries.map(({ entryId }) => entryId)).toEqual(['7', '12', '30', '31', '44'])
    expect(list.inputs.map(({ path, ...rest }) => ({ ...rest, path: path.split('/').at(-1) }))).toMatchObject([
      {
        path: 'sdn.csv',
        role: 'list',
        format: 'ofac-sdn-csv',
        rows: 5,
        accepted: 5,
        rejected: 0,
        entries: 5,
        list: 'OFAC SDN',
        publishedOn: '2023-12-28',
      },
      { path: 'alt.csv', format: 'ofac-alt-csv', rows: 4, accepted: 4 },
      { path: 'add.csv', format: 'ofac-add-csv', rows: 6, accepted: 6 },
      { path: 'sdn_comments.csv', format: 'ofac-comments-csv', rows: 0, bytes: 1 },
    ])
    expect(list.inputs.map(({ entries }) => entries)).toEqual([5, undefined, undefined, undefined])
  })

  test('has everything that the files say of a company', async () => {
    const { list, entry } = await setOf(SET)
    expect(entry('7')).toEqual({
      list: 'OFAC SDN',
      regime: 'us',
      kind: 'asset-freeze',
      entryId: '7',
      names: [
        { text: 'NORTHERN OPTICS PLANT, JSC', strength: 'primary' },
        { text: 'SEVERNAYA OPTIKA', strength: 'strong' },
        { text: 'PLANT NO. 5', strength: 'strong', former: true },
      ],
      type: 'company',
      countries: ['BY'],
      addresses: [
        { text: '1 Glass St., Rogachev 247250, Belarus', country: 'BY' },
        { text: 'Minsk, Belarus', country: 'BY' },
      ],
      identifiers: [{ scheme: 'tax', value: '600111222', country: 'BY' }],
      dates: [expect.objectContaining({ text: '1971' })],
      programs: ['BELARUS-EO14038'],
      url: 'https://sanctionssearch.ofac.treas.gov/Details.aspx?id=7',
      remarks: 'Tax ID No. 600111222 (Belarus); Organization Established Date 1971.',
      relations: [],
      place: { file: list.inputs[0]?.path, line: 1 },
    })
  })

  test('has persons, vessels, aircraft', async () => {
    const { entry } = await setOf(SET)
    expect(entry('12')).toMatchObject({
      type: 'person',
      names: [{ text: 'DOE, Ivan "Vanya"' }, { text: 'DOW, Ivan' }, { text: 'THE CLERK', strength: 'weak' }],
      countries: ['RU'],
      addresses: [{ text: 'undetermined' }],
      identifiers: [{ scheme: 'national-id', value: '4455', country: 'RU' }],
      programs: ['SDGT', 'IRGC'],
      relations: [{ kind: 'Linked To', name: 'NORTHERN OPTICS PLANT, JSC' }],
    })
    expect(entry('30')).toMatchObject({
      type: 'vessel',
      countries: ['PA'],
      addresses: [],
      identifiers: [
        { scheme: 'imo', value: '9111222' },
        { scheme: 'call-sign', value: 'T2ZZ4' },
      ],
      relations: [{ kind: 'Vessel Owner', name: 'Heron Lines' }],
    })
    expect(entry('31')).toMatchObject({
      type: 'aircraft',
      relations: [{ kind: 'Aircraft Operator', name: 'Heron Air' }],
    })
    expect(entry('44')).toMatchObject({ countries: ['KP'], names: [{}, { text: 'PLAIN HOLDING', strength: 'strong' }] })
    expect(entry('44')).not.toHaveProperty('remarks')
  })

  test('of any case of names, with LF, without the end mark, with header rows, packed', async () => {
    const resaved = (text: string) => text.replaceAll('\r\n', '\n').replace('\u001A', '')
    const header =
      'ent_num,SDN_Name,SDN_Type,Program,Title,Call_Sign,Vess_type,Tonnage,GRT,Vess_flag,Vess_owner,Remarks\n'
    const { list, problems } = await setOf(
      {
        'SDN.CSV': header + resaved(SET['sdn.csv'] ?? ''),
        'Alt.csv': `ent_num,alt_num,alt_type,alt_name,alt_remarks\n${resaved(SET['alt.csv'] ?? '')}`,
        'ADD.CSV': resaved(SET['add.csv'] ?? ''),
        'SDN_Comments.csv.gz': '',
      },
      'SDN.CSV',
    )
    expect(problems).toEqual([])
    expect(list.entries).toHaveLength(5)
    expect(list.entries[0]?.place.line).toBe(2)
    expect(list.inputs.map(({ rows }) => rows)).toEqual([5, 4, 6, 0])
  })

  test('of a name of its own takes the companions that share it', async () => {
    const { list } = await setOf(
      {
        'old-sdn-2020.csv': SET['sdn.csv'] ?? '',
        'old-alt-2020.csv': altFile([[7, 'aka', 'ONLY THIS']]),
        'alt.csv': SET['alt.csv'] ?? '',
        'add.csv': SET['add.csv'] ?? '',
      },
      'old-sdn-2020.csv',
    )
    expect(list.inputs.map(({ path }) => path.split('/').at(-1))).toEqual([
      'old-sdn-2020.csv',
      'old-alt-2020.csv',
      'add.csv',
    ])
    expect(list.entries[0]?.names.map(({ text }) => text)).toContain('ONLY THIS')
  })
})

describe('the Consolidated list', () => {
  const rows = [
    { uid: 1, name: 'A', programs: 'NS-PLC' },
    { uid: 2, name: 'B', programs: 'SDGT] [NS-PLC' },
    {
      uid: 3,
      name: 'C',
      programs: 'UKRAINE-EO13662',
      remarks: 'Executive Order 13662 Directive Determination - Subject to Directive 1.',
    },
  ]
  const files = {
    'cons_alt.csv': altFile([[1, 'aka', 'AA']]),
    'cons_add.csv': addFile([[1], [2], [3]]),
    'cons_comments.csv': '',
  }

  test.each(['cons_prim.csv', 'sdn.csv', 'whatever.csv'])(
    'is told by its programmes when it is called %s',
    async (name) => {
      const { list, problems } = await setOf({ ...files, [name]: mainFile(rows) }, name)
      expect(list.name).toBe('OFAC Consolidated')
      expect(list.entries.map(({ kind }) => kind)).toEqual(['watch', 'asset-freeze', 'sectoral'])
      expect(problems).toEqual([])
      expect(list.inputs).toHaveLength(4)
    },
  )
})

describe('remarks that go on in the comments file', () => {
  test('are joined mid-word and keep their blanks', async () => {
    const { entry, problems } = await remarksOf(padded('Tax ID No. 6001'), "112; a.k.a. 'BETA'.")
    expect(entry('7').identifiers).toEqual([{ scheme: 'tax', value: '6001112' }])
    expect(entry('7').names.at(-1)).toEqual({ text: 'BETA', strength: 'weak' })
    expect(entry('7').remarks).toHaveLength(1000 + "112; a.k.a. 'BETA'.".length)
    expect(problems).toEqual([])
  })

  test('a continuation may begin with a blank', async () => {
    const { entry } = await remarksOf(padded('Tax ID No.'), ' 6001112 (Belarus).')
    expect(entry('7').identifiers).toEqual([{ scheme: 'tax', value: '6001112', country: 'BY' }])
  })

  test('without a continuation the last sentence is left alone, and that is said', async () => {
    const { entry, problems } = await remarksOf(padded('Tax ID No. 6001'))
    expect(entry('7').identifiers).toEqual([])
    expect(codes(problems)).toEqual(['warning remarks-cut:1'])
  })

  test('of 999 characters they are whole', async () => {
    const { entry, problems } = await remarksOf(padded('Tax ID No. 6001', 999))
    expect(entry('7').identifiers).toHaveLength(1)
    expect(problems).toEqual([])
  })

  test('of more than the limit somebody has joined them', async () => {
    const { entry, problems } = await remarksOf(padded('Tax ID No. 6001', 1001))
    expect(entry('7').identifiers).toHaveLength(1)
    expect(problems).toEqual([])
  })

  test('without the comments file that is said once', async () => {
    const { problems } = await setOf({
      'sdn.csv': mainFile([{ uid: 7, name: 'A', remarks: padded('Tax ID No. 6001') }]),
      'alt.csv': altFile([[7, 'aka', 'B']]),
      'add.csv': addFile([[7]]),
    })
    expect(codes(problems)).toEqual(['warning companions-missing'])
    expect(problems[0]?.message).toContain('sdn_comments.csv (the rest of 1 remarks)')
  })
})

describe('what is not as it should be is said', () => {
  const changed = (name: string, change: (text: string) => string) => setOf({ ...SET, [name]: change(SET[name] ?? '') })

  test('companions that are not there, once', async () => {
    const { list, problems } = await setOf({ 'sdn.csv': SET['sdn.csv'] ?? '' })
    expect(codes(problems)).toEqual(['warning companions-missing'])
    expect(problems[0]?.message).toContain('alt.csv (aliases), add.csv (addresses)')
    expect(list).toMatchObject({ complete: true, entries: { length: 5 }, inputs: { length: 1 } })
  })

  test('a main file without its last row, by its companions', async () => {
    const { list, problems } = await changed('sdn.csv', (text) => text.split('\r\n').slice(0, 4).join('\r\n'))
    expect(list.entries).toHaveLength(4)
    expect(list.complete).toBe(false)
    expect(codes(problems)).toEqual([
      'error companion-orphans:4',
      'error companion-orphans:6',
      'warning end-mark-missing',
    ])
  })

  test('an address file that ends too early', async () => {
    const { list, problems } = await changed('add.csv', (text) => text.split('\r\n').slice(0, 3).join('\r\n'))
    expect(list.complete).toBe(false)
    expect(codes(problems)).toEqual(['error addresses-missing', 'warning end-mark-missing'])
  })

  test.each([
    ['a short row', (text: string) => text.replace('31,"EP-XYZ",', '31,'), 'error row-short:4'],
    ['a long row', (text: string) => text.replace('31,"EP-XYZ",', '31,"EP-XYZ","",'), 'error row-long:4'],
    ['a row without a uid', (text: string) => text.replace('31,"EP-XYZ"', 'x,"EP-XYZ"'), 'error bad-uid:4'],
    ['a row without a name', (text: string) => text.replace('"EP-XYZ"', '-0- '), 'error no-name:4'],
    ['an open quote', (text: string) => text.replace('"EP-XYZ"', '"EP-XYZ'), 'error row-broken:4'],
  ])('%s is rejected, the others stay', async (_, change, expected) => {
    const { list, problems } = await changed('sdn.csv', change)
    // Only a row whose uid can't be read leaves its companions without an entry.
    const orphans = expected.includes('bad-uid') ? ['warning companion-orphans:5'] : []
    expect(codes(problems)).toEqual([expected, ...orphans])
    expect(list.inputs[0]).toMatchObject({ rows: 5, accepted: 4, rejected: 1, entries: 4 })
  })

  test('the same row twice counts once; different rows of one uid are all rejected', async () => {
    const rows = [...ROWS, ...ROWS.slice(0, 1), { uid: 44, name: 'OTHER TRADING' }]
    const { list, problems } = await setOf({ ...SET, 'sdn.csv': mainFile(rows) })
    expect(codes(problems)).toEqual(['warning uid-repeated:6', 'error uid-twice:5', 'error uid-twice:7'])
    expect(list.inputs[0]).toMatchObject({ rows: 7, accepted: 5, rejected: 2, entries: 4 })
  })

  test('a type that nobody knows is taken as unknown, and said', async () => {
    const { list, problems } = await changed('sdn.csv', (text) => text.replace('"individual"', '"natural person"'))
    expect(codes(problems)).toEqual(['warning bad-type:2'])
    expect(list.entries.map(({ type }) => type)).toEqual(['company', 'unknown', 'vessel', 'aircraft', 'company'])
    expect(list.inputs[0]).toMatchObject({ rows: 5, accepted: 5, degraded: 1, entries: 5 })
  })

  test('an alias of a kind that is new is a name all the same, in another column it is none', async () => {
    const kind = await changed('alt.csv', (text) => text.replace('"nka"', '"tka"'))
    expect(codes(kind.problems)).toEqual([])
    expect(kind.list.entries[4]?.names).toContainEqual({ text: 'PLAIN HOLDING', strength: 'strong' })
    const turned = await changed('alt.csv', (text) => text.replace('"nka","PLAIN HOLDING"', '"PLAIN HOLDING","nka"'))
    expect(codes(turned.problems)).toEqual(['error bad-uid:4'])
  })

  test('an alias file that is something else is one error', async () => {
    const { list, problems } = await changed('alt.csv', () => 'name,country\nA,BY\nB,BY\n')
    expect(codes(problems)).toContain('error list-unknown')
    expect(problems.filter(({ severity }) => severity === 'error')).toHaveLength(1)
    expect(list).toMatchObject({ complete: false, entries: { length: 5 } })
  })

  test.each(['alt.csv', 'add.csv'])('an empty %s is an error', async (name) => {
    const { list, problems } = await changed(name, () => '')
    expect(codes(problems)).toContain('error empty-file')
    expect(list.complete).toBe(false)
  })

  test('bytes that are no UTF-8 leave the list incomplete', async () => {
    const folder = folderOf(SET)
    writeFileSync(
      join(folder, 'alt.csv'),
      Buffer.concat([Buffer.from(SET['alt.csv'] ?? ''), Buffer.from('7,9,"aka","\xe9",-0- \r\n', 'latin1')]),
    )
    const { lists, problems } = await load(join(folder, 'sdn.csv'))
    expect(codes(problems)).toContain('error not-utf8:5')
    expect(lists[0]?.complete).toBe(false)
  })
})

describe('a cut anywhere', () => {
  const names = (entries: readonly ListEntry[]) =>
    entries.flatMap((entry) => entry.names.map((name) => `${entry.entryId} ${name.text}`))
  const numbers = (entries: readonly ListEntry[]) =>
    entries.flatMap((entry) => entry.identifiers.map(({ value }) => value))

  async function whole() {
    const { list } = await loadOne(join(folderOf(SET), 'sdn.csv'))
    return list.entries
  }

  test.each([
    ['beside its companions', SET],
    ['alone', { 'sdn.csv': SET['sdn.csv'] ?? '' }],
    [
      'of LF lines',
      Object.fromEntries(
        Object.entries(SET).map(([name, text]) => [name, text.replaceAll('\r\n', '\n').replace('\u001A', '')]),
      ),
    ],
  ])('of the main file, %s, never loses an entry or a number in silence', async (_, files) => {
    const text = files['sdn.csv'] ?? ''
    const all = await whole()
    const folder = folderOf(files)
    // A third of the places, other ones for each kind of set, and each of those in the last two rows.
    for (let length = text.length % 3; length < text.length; length += length > text.length - 250 ? 1 : 3) {
      writeFileSync(join(folder, 'sdn.csv'), text.slice(0, length))
      const { list, problems } = await loadOne(join(folder, 'sdn.csv'))
      const same = list.entries.length === all.length && numbers(list.entries).length === numbers(all).length
      if (!same && problems.length === 0)
        throw new Error(`${list.entries.length} of ${all.length} entries after ${length} bytes, and not a word`)
      expect(list.inputs[0]?.rows).toBe((list.inputs[0]?.accepted ?? 0) + (list.inputs[0]?.rejected ?? 0))
      for (const name of names(list.entries)) expect(names(all)).toContain(name)
      for (const value of numbers(list.entries)) expect(numbers(all)).toContain(value)
    }
  })

  test('of a companion of OFAC is said too', async () => {
    const all = names(await whole())
    const folder = folderOf(SET)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('alt.csv', 'add.csv'), fc.nat(), async (name, at) => {
        const text = SET[name] ?? ''
        const length = at % text.length
        writeFileSync(join(folder, name), text.slice(0, length))
        const { list, problems } = await loadOne(join(folder, 'sdn.csv'))
        writeFileSync(join(folder, name), text)
        expect(problems.length).toBeGreaterThan(0)
        for (const each of names(list.entries)) expect(all).toContain(each)
      }),
      { numRuns: 80 },
    )
  })
})
