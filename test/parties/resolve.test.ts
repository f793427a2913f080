import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseIdentifier } from '../../src/model/identifier.js'
import type { EntityRecord, PartyType } from '../../src/model/record.js'
import { endsOf, tableOf } from './tables.js'
import { resolveParties, type Resolution } from '../../src/parties/resolve.js'

interface Wish {
  readonly id?: string
  readonly name: string
  readonly country?: string
  readonly type?: PartyType
  readonly identifiers?: readonly string[]
  readonly aliases?: readonly string[]
}

function record(wish: Wish, line: number): EntityRecord {
  const { id, name, country } = wish
  return {
    ...(id === undefined ? {} : { id }),
    name,
    type: wish.type ?? 'unknown',
    ...(country === undefined ? {} : { country }),
    aliases: wish.aliases ?? [],
    identifiers: (wish.identifiers ?? []).flatMap((text) => parseIdentifier(text) ?? []),
    place: { file: 'entities.csv', line },
  }
}

function resolve(
  wishes: readonly Wish[],
  ends: readonly string[] = [],
  more: { exactNames?: boolean; sameAs?: readonly (readonly [number, number])[] } = {},
): Resolution {
  return resolveParties({
    records: tableOf(wishes.map((wish, at) => record(wish, at + 2))),
    ends: endsOf(ends),
    sameAs: more.sameAs ?? [],
    exactNames: more.exactNames ?? false,
  })
}

function ids({ parties }: Resolution): readonly string[] {
  return Array.from({ length: parties.count }, (_, party) => parties.idOf(party)).toSorted()
}

describe('records become parties', () => {
  test.each<[string, readonly Wish[], readonly string[]]>([
    [
      'a state of old is no other country than its successors',
      [
        { id: '1', name: 'Diaproektor', country: 'BY' },
        { id: '2', name: 'Diaproektor', country: 'SU' },
      ],
      ['1'],
    ],
    [
      'and is another than all the rest',
      [
        { id: '1', name: 'Diaproektor', country: 'DE' },
        { id: '2', name: 'Diaproektor', country: 'SU' },
      ],
      ['1', '2'],
    ],
    [
      'it does not bring two of its successors together',
      [
        { id: '1', name: 'Diaproektor OJSC', country: 'RU' },
        { id: '2', name: 'Diaproektor OJSC', country: 'SU' },
        { id: '3', name: 'Diaproektor', country: 'BY' },
      ],
      ['1', '3'],
    ],
    ['different names', [{ name: 'Alpha' }, { name: 'Beta' }], ['Alpha', 'Beta']],
    [
      'legal forms of one class',
      [
        { id: '2', name: 'Diaproektor OJSC' },
        { id: '1', name: 'OAO DIAPROEKTOR' },
      ],
      ['1'],
    ],
    [
      'another script',
      [
        { id: '2', name: 'ДИАПРОЕКТОР ОАО' },
        { id: '1', name: 'Diaproektor OJSC' },
      ],
      ['1'],
    ],
    [
      'legal forms of different classes',
      [{ name: 'Deutsche Bank AG' }, { name: 'Deutsche Bank GmbH' }],
      ['Deutsche Bank AG', 'Deutsche Bank GmbH'],
    ],
    [
      'a name without a form joins the one that has one',
      [
        { id: '1', name: 'Diaproektor' },
        { id: '2', name: 'Diaproektor OJSC' },
      ],
      ['1'],
    ],
    [
      'a name without a form does not choose between two',
      [
        { id: '1', name: 'Deutsche Bank' },
        { id: '2', name: 'Deutsche Bank AG' },
        { id: '3', name: 'Deutsche Bank GmbH' },
      ],
      ['1', '2', '3'],
    ],
    [
      'countries contradict',
      [
        { id: '1', name: 'Alpha', country: 'CN' },
        { id: '2', name: 'Alpha', country: 'US' },
      ],
      ['1', '2'],
    ],
    [
      'types contradict',
      [
        { id: '1', name: 'Alpha', type: 'person' },
        { id: '2', name: 'Alpha', type: 'company' },
      ],
      ['1', '2'],
    ],
    [
      'one number joins whatever the names say',
      [
        { id: '1', name: 'Alpha', identifiers: ['by-unp:100185185'] },
        { id: '2', name: 'Omega', identifiers: ['by-unp:100185185'] },
      ],
      ['1'],
    ],
    [
      'the code of a bank does not',
      [
        { id: '1', name: 'Alpha', identifiers: ['swift:DEUTDEFF'] },
        { id: '2', name: 'Omega', identifiers: ['swift:DEUTDEFF'] },
      ],
      ['1', '2'],
    ],
    [
      'a bank is a company',
      [
        { id: '1', name: 'Alpha', type: 'bank' },
        { id: '2', name: 'Alpha', type: 'company' },
      ],
      ['1'],
    ],
    [
      'identifiers contradict',
      [
        { id: '1', name: 'Alpha', identifiers: ['by-unp:100185185'] },
        { id: '2', name: 'Alpha', identifiers: ['by-unp:600102155'] },
      ],
      ['1', '2'],
    ],
    [
      'namesakes without ids are told apart',
      [
        { name: 'Alpha', country: 'CN' },
        { name: 'Alpha', country: 'US' },
      ],
      ['Alpha (CN)', 'Alpha (US)'],
    ],
    [
      'the same again is counted once',
      [
        { id: '1', name: 'Alpha' },
        { id: '1', name: 'Alpha' },
      ],
      ['1'],
    ],
  ])('%s', (_, wishes, expected) => {
    expect(ids(resolve(wishes))).toEqual(expected)
    expect(ids(resolve(wishes.toReversed()))).toEqual(expected)
  })

  test('a party is named after its first record in code-point order of id, and holds them all', () => {
    const { parties } = resolve([
      { name: 'ДИАПРОЕКТОР ОАО' },
      { id: 'b', name: 'Diaproektor' },
      { id: 'a', name: 'OAO Diaproektor' },
    ])
    expect(parties.count).toBe(1)
    expect(parties.nameOf(0)).toBe('OAO Diaproektor')
    expect(parties.recordsOf(0).map((one) => one.id)).toEqual(['a', 'b', undefined])
    expect(parties.merged).toBe(2)
  })

  test('exact names bring together only what is the same text', () => {
    expect(
      resolve(
        [
          { id: '1', name: 'Alpha' },
          { id: '2', name: 'ALPHA' },
          { id: '3', name: 'Alpha' },
        ],
        [],
        { exactNames: true },
      ).parties.count,
    ).toBe(2)
  })

  test('two names under one id: all of its records are rejected, and each place is named', () => {
    const result = resolve([
      { id: '1', name: 'Alpha' },
      { id: '1', name: 'Beta' },
      { id: '2', name: 'Gamma' },
    ])
    expect(result.rejected.size).toBe(2)
    expect(result.problems.map((problem) => [problem.code, problem.line])).toEqual([
      ['row-two-names', 2],
      ['row-two-names', 3],
    ])
    expect(ids(result)).toEqual(['2', 'Alpha', 'Beta'])
  })

  test('what fits two that contradict each other stays alone, with a warning', () => {
    const result = resolve([
      { id: '1', name: 'Alpha', country: 'CN' },
      { id: '2', name: 'Alpha' },
      { id: '3', name: 'Alpha', country: 'US' },
    ])
    expect(ids(result)).toEqual(['1', '2', '3'])
    expect(result.problems.map((problem) => problem.code)).toEqual(['ambiguous-name'])
  })
})

describe('ends of links become parties', () => {
  test.each<[string, readonly Wish[], readonly string[], readonly string[], number]>([
    ['by id', [{ id: 'A1', name: 'Alpha' }], ['A1'], ['A1'], 0],
    [
      'an id before a name',
      [
        { id: 'Beta', name: 'Alpha' },
        { id: 'B', name: 'Beta' },
      ],
      ['Beta'],
      ['Beta'],
      0,
    ],
    ['by the same name', [{ id: 'A1', name: 'Alpha' }], ['Alpha'], ['A1'], 0],
    ['by a name equal after folding', [{ id: 'A1', name: 'Diaproektor OJSC' }], ['ОАО «ДИАПРОЕКТОР»'], ['A1'], 1],
    [
      'by an alias that nothing else has as its name',
      [{ id: 'A1', name: 'Alpha', aliases: ['Beta'] }],
      ['BETA'],
      ['A1'],
      1,
    ],
    [
      'a name before an alias',
      [
        { id: 'A1', name: 'Alpha', aliases: ['Beta'] },
        { id: 'B1', name: 'Beta' },
      ],
      ['Beta'],
      ['B1'],
      0,
    ],
    ['from the link', [], ['Alpha'], ['Alpha'], 0],
    ['spellings of one from links', [], ['ALPHA', 'Alpha'], ['ALPHA', 'ALPHA'], 1],
  ])('%s', (_, wishes, ends, expected, merged) => {
    const result = resolve(wishes, ends)
    expect([...result.partyOfEnd].map((party) => result.parties.idOf(party))).toEqual(expected)
    expect(result.parties.merged).toBe(merged)
  })

  test('one that fits two parties which contradict each other is refused', () => {
    const result = resolve(
      [
        { id: '1', name: 'Alpha', country: 'CN' },
        { id: '2', name: 'Alpha', country: 'US' },
      ],
      ['Alpha', '2'],
    )
    expect(result.partyOfEnd[0]).toBe(-1)
    expect(result.parties.idOf(result.partyOfEnd[1] ?? -1)).toBe('2')
  })

  test('an alias that two parties share names neither of them', () => {
    const result = resolve(
      [
        { id: '1', name: 'Alpha', aliases: ['Omega'] },
        { id: '2', name: 'Beta', aliases: ['Omega'] },
      ],
      ['Omega'],
    )
    expect(result.parties.count).toBe(2)
    expect(result.partyOfEnd[0]).toBe(-1)
  })

  test('same-as brings two together, whatever they are called', () => {
    const result = resolve(
      [
        { id: '1', name: 'Alpha' },
        { id: '2', name: 'Omega' },
      ],
      ['1', '2'],
      { sameAs: [[0, 1]] },
    )
    expect(result.parties.count).toBe(1)
  })

  test('parties that no record names are counted', () => {
    expect(resolve([{ id: '1', name: 'Alpha' }], ['Beta', 'Gamma', '1']).parties.implicit).toBe(2)
  })
})

test('shuffled records and ends give the same parties', () => {
  const name = fc.constantFrom('Alpha', 'ALPHA LLC', 'Alpha Ltd', 'Альфа', 'Alfa', 'Beta', 'Beta GmbH')
  const wish = fc.record(
    { name, country: fc.constantFrom('CN', 'US'), id: fc.constantFrom('1', '2', '3', '4', '5') },
    { requiredKeys: ['name'] },
  )
  const shape = (result: Resolution): unknown => ({
    ids: ids(result),
    merged: result.parties.merged,
    records: Array.from({ length: result.parties.count }, (_, party) => [
      result.parties.idOf(party),
      result.parties
        .recordsOf(party)
        .map((one) => [one.id, one.name, one.country].join())
        .toSorted(),
      result.parties.spellingsOf(party).map((one) => one.text),
    ])
      .map((one) => JSON.stringify(one))
      .toSorted(),
  })
  fc.assert(
    fc.property(
      fc.array(wish, { maxLength: 7 }),
      fc.uniqueArray(name, { maxLength: 5 }),
      fc.integer(),
      (wishes, ends, turn) => {
        const at = wishes.length === 0 ? 0 : Math.abs(turn) % wishes.length
        const turned = [...wishes.slice(at), ...wishes.slice(0, at)].toReversed()
        expect(shape(resolve(turned, ends.toReversed()))).toEqual(shape(resolve(wishes, ends)))
      },
    ),
    { numRuns: 500 },
  )
})
