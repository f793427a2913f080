import { describe, expect, test } from '@jest/globals'
import {
  addLink,
  addVia,
  codeOf,
  createLinkTable,
  hasKind,
  kindOf,
  LEFT_OUT,
  linksHandledBy,
  MOST_LINKS,
  REJECTED,
  remapEnds,
  reserveLinks,
  viaOf,
  type LinkRow,
} from '../../src/graph/links.js'
import { BEGINNING, END } from '../../src/model/date.js'
import { LINK_KINDS } from '../../src/model/record.js'

const row = (from: number, to: number, more: Partial<LinkRow> = {}): LinkRow => ({
  from,
  to,
  kind: 'supply',
  file: 0,
  row: 0,
  line: 2,
  ...more,
})

describe('link columns', () => {
  test('more links than the columns can hold are refused before it happens', () => {
    const table = createLinkTable(1)
    expect(() => reserveLinks(table, MOST_LINKS + 1)).toThrow('at most 2147483647 links')
    expect(table.from.length).toBe(1)
  })

  test('tell whether any link is of a kind, whatever lies behind the last one', () => {
    const table = createLinkTable(8)
    addLink(table, row(0, 1))
    addLink(table, row(1, 2, { kind: 'owns' }))
    table.kind[2] = codeOf('controls')
    expect((['supply', 'owns', 'controls', 'acts-with'] as const).map((kind) => hasKind(table, kind))).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  test('keep every column while they grow', () => {
    const table = createLinkTable(1)
    for (let i = 0; i < 5000; i++) {
      const link = addLink(table, {
        from: i,
        to: i * 2,
        kind: LINK_KINDS[i % 9] ?? 'supply',
        first: -i,
        last: i,
        file: i % 7,
        row: i + 4_000_000_000 - 5000,
        line: i + 10,
        flags: i % 3,
      })
      expect(link).toBe(i)
    }
    expect(table.count).toBe(5000)
    for (const i of [0, 1, 1023, 1024, 4999]) {
      const got = [table.from, table.to, table.kind, table.first, table.last].map((column) => column[i])
      expect(got).toEqual([i, i * 2, i % 9, 0 - i, i])
      expect([table.file.at(i), table.row.at(i), table.line.at(i), table.flags[i]]).toEqual([
        i % 7,
        i + 3_999_995_000,
        i + 10,
        i % 3,
      ])
      expect(kindOf(table, i)).toBe(LINK_KINDS[i % 9])
    }
  })

  test('an undated link may be of any day', () => {
    const table = createLinkTable()
    const link = addLink(table, row(0, 1))
    expect([table.first[link], table.last[link]]).toEqual([BEGINNING, END])
  })

  test('kinds have the codes of their order', () => {
    expect(LINK_KINDS.map(codeOf)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
  })
})

describe('handlers', () => {
  function ledger() {
    const table = createLinkTable()
    for (let link = 0; link < 60; link++) addLink(table, row(0, 1))
    for (let link = 0; link < 60; link += 3) {
      addVia(table, link, 7)
      if (link % 6 === 0) addVia(table, link, 5)
      addVia(table, link, 7)
    }
    return table
  }

  test('are found by link, each once, as they were named', () => {
    const table = ledger()
    expect([viaOf(table, 0), viaOf(table, 1), viaOf(table, 3), viaOf(table, 54), viaOf(table, 59)]).toEqual([
      [7, 5],
      [],
      [7],
      [7, 5],
      [],
    ])
  })

  test('find their links, ascending', () => {
    const table = ledger()
    expect(linksHandledBy(table, 5)).toEqual([0, 6, 12, 18, 24, 30, 36, 42, 48, 54])
    expect(linksHandledBy(table, 7)).toHaveLength(20)
    expect([linksHandledBy(table, 6), linksHandledBy(table, 8), linksHandledBy(createLinkTable(), 0)]).toEqual([
      [],
      [],
      [],
    ])
  })

  test('are found after more were added', () => {
    const table = ledger()
    expect(linksHandledBy(table, 9)).toEqual([])
    addVia(table, 58, 9)
    expect(linksHandledBy(table, 9)).toEqual([58])
  })

  test('come in the order of their links', () => {
    const table = ledger()
    expect(() => addVia(table, 5, 1)).toThrow(RangeError)
  })
})

describe('ends become parties', () => {
  test('and a link with an end that fits none is rejected', () => {
    const table = createLinkTable()
    addLink(table, row(0, 1))
    addLink(table, row(2, 0))
    addLink(table, row(1, 2, { flags: LEFT_OUT }))
    addLink(table, row(1, 1))
    expect(remapEnds(table, Int32Array.of(5, 3, -1))).toBe(2)
    expect([...table.from.subarray(0, 4)]).toEqual([5, -1, 3, 3])
    expect([...table.to.subarray(0, 4)]).toEqual([3, 5, -1, 3])
    expect([...table.flags.subarray(0, 4)]).toEqual([0, LEFT_OUT | REJECTED, LEFT_OUT | REJECTED, 0])
  })

  test('handlers that are one party become one, those that are none go', () => {
    const table = createLinkTable()
    for (let link = 0; link < 3; link++) addLink(table, row(0, 1))
    for (const end of [2, 3, 4]) addVia(table, 0, end)
    addVia(table, 1, 4)
    addVia(table, 2, 3)
    remapEnds(table, Int32Array.of(0, 1, 2, 2, -1))
    expect([viaOf(table, 0), viaOf(table, 1), viaOf(table, 2)]).toEqual([[2], [], [2]])
    expect([linksHandledBy(table, 2), linksHandledBy(table, 3)]).toEqual([[0, 2], []])
  })
})
