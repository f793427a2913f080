import { describe, expect, test } from '@jest/globals'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRandom } from '../../bench/random.js'
import { createIdTable } from '../../src/columns/id-table.js'
import { commonForm } from '../../src/records/numbered-ids.js'
import { scanLinks } from '../../src/records/scan-links.js'
import { fileSource } from '../../src/sources/file.js'

/** The ends of a file of so many rows as the scan has them, in the order of the rows. */
async function endsOf(ids: readonly (readonly [string, string])[]): Promise<readonly (readonly [string, string])[]> {
  const folder = mkdtempSync(join(tmpdir(), 'hopscreen-numbered-'))
  try {
    const path = join(folder, 'rows.csv')
    writeFileSync(path, `kind,from,to\n${ids.map(([from, to]) => `supply,${from},${to}\n`).join('')}`)
    const scanned = await scanLinks(fileSource(path), { asOf: 20_000, laterFlag: 1, parts: 1 })
    const part = scanned?.parts[0]?.part
    if (scanned === undefined || part === undefined) throw new Error('not scanned')
    const table = createIdTable({ packed: part.ends })
    const { from, to } = scanned.columns
    return Array.from({ length: part.links }, (_, at) => [table.textOf(from[at] ?? -1), table.textOf(to[at] ?? -1)])
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('ids that are a beginning and a number', () => {
  test.each<[string, (number: number) => string]>([
    ['a letter and seven digits', (number) => `P${String(number).padStart(7, '0')}`],
    ['a letter and three digits', (number) => `P${String(number % 1000).padStart(3, '0')}`],
    ['eight bytes and seven digits', (number) => `VENDOR-A${String(number).padStart(7, '0')}`],
    ['digits alone', (number) => `1${String(number).padStart(6, '0')}`],
    ['ten digits', (number) => `0${String(number * 7).padStart(9, '0')}`],
    ['beginnings of two kinds', (number) => `${number % 3 === 0 ? 'V' : 'C'}${String(number).padStart(6, '0')}`],
  ])('%s are told from each other and from all others', async (_, idOf) => {
    const random = createRandom(7)
    const others = [
      'P12',
      'P0000/23',
      'P000002:',
      'p0000023',
      'P00000023',
      'P023',
      'Пеленг',
      'P 000023',
      'V-1',
      'P000002９',
    ]
    const id = (): string =>
      random() < 0.1 ? (others[Math.floor(random() * others.length)] ?? '') : idOf(Math.floor(random() ** 3 * 90_000))
    const ids = Array.from({ length: 12_000 }, () => [id(), id()] as const)
    expect(await endsOf(ids)).toEqual(ids)
  })

  test('the form is that of most, where there are enough', () => {
    const bytes = Buffer.from('P0000001')
    const bounds = new Int32Array(4096).map((_, at) => (at % 2) * bytes.length)
    expect(commonForm(bytes, bounds, 2048, 7)).toEqual({ beginning: bytes.subarray(0, 1), digits: 7 })
    expect(commonForm(bytes, bounds, 1000, 7)).toBeUndefined()
    expect(commonForm(Buffer.from('Peleng A'), bounds, 2048, 7)).toBeUndefined()
  })
})
