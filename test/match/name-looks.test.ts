import { describe, expect, test } from '@jest/globals'
import { createIdTable } from '../../src/columns/id-table.js'
import { collectHashLists, hashText } from '../../src/match/hash-lists.js'
import { createHalves } from '../../src/match/joined-words.js'
import { createNameLooks, type NameLooks } from '../../src/match/name-looks.js'

const TOUCHED = 1
const NONE = collectHashLists().make()

/** Words that begin with a `z` touch something; each is counted when it is learnt. */
function startLooks(most?: number) {
  const learnt: string[] = []
  const halves = createHalves()
  const cores = collectHashLists()
  cores.add(hashText('belomo'), 1)
  const looks = createNameLooks({
    cores: cores.make(),
    asJoined: NONE,
    runs: ['filial'],
    openings: undefined,
    learn: (text) => {
      const word = learnt.push(text) - 1
      halves.put(word, text, text)
      return {
        bits: text.startsWith('z') ? TOUCHED : 0,
        isSpecial: text === 'odd',
        half: halves.of(word),
        initial: text.charCodeAt(0),
        slavicInitial: text.charCodeAt(0),
      }
    },
    ...(most === undefined ? {} : { most }),
  })
  return { looks, learnt }
}

function saidOf(looks: NameLooks, texts: readonly string[]): readonly number[] {
  const table = createIdTable()
  const which = Int32Array.from(texts, table.internText)
  return [...looks.look(table, which)]
}

describe('names that are looked at by the thousand', () => {
  const { looks } = startLooks()
  test.each([
    ['Kalovi Tolvex LLC', 1],
    ['kalovi, tolvex; "Ltd."', 1],
    ['Kalovi & Tolvex', 1],
    ['Kalovi Zolvex', 0],
    ['Kalovi Odd', 0],
    ['Bel OMO', 0],
    ['Bel OMO Ltd', 0],
    ['Fil-ial Kalovi', 0],
    ['Kalovi Fil&Ial', 1],
    ['Fil Ial', 1],
    ['K & T', 0],
    ['K and T', 1],
    ['K T Kalovi', 0],
    ["O'Kalovi", 0],
    ['Kalovi (Tolvex)', 0],
    ['Kalovi/Tolvex', 0],
    ['Kalovi é', 0],
    ['Kalovi\tTolvex', 0],
    ['', 0],
    ['--', 0],
    ['x'.repeat(32), 1],
    ['x'.repeat(33), 0],
    ['kal '.repeat(24), 1],
    ['kal '.repeat(25), 0],
    [`kal${' '.repeat(298)}`, 0],
  ])('%j', (text, expected) => expect(saidOf(looks, [text])).toEqual([expected]))

  test('are told of each word once, and of all again when they are too many', () => {
    const { looks: few, learnt } = startLooks(100)
    const texts = Array.from({ length: 9000 }, (_, at) => `Kal ${at % 3 === 0 ? 'z' : 'w'}${at}`)
    const expected = texts.map((_, at) => (at % 3 === 0 ? 0 : 1))
    expect(saidOf(few, texts)).toEqual(expected)
    expect(new Set(learnt).size).toBe(9001)
    expect(learnt.length).toBe(9003)
    expect(saidOf(few, texts)).toEqual(expected)
  })

  test('are told of all again also where it was names to be read with care that brought too many words', () => {
    const { looks: few, learnt } = startLooks(100)
    const texts = ['Zet', ...Array.from({ length: 200 }, (_, at) => `Zet kal${at}`)]
    expect(saidOf(few, texts)).toEqual(texts.map(() => 0))
    expect(saidOf(few, texts)).toEqual(texts.map(() => 0))
    expect(learnt.filter((text) => text === 'zet').length).toBe(2)
  })

  test('are read with care where there is no place for their words any more', () => {
    const { looks: all } = startLooks(Infinity)
    const texts = Array.from({ length: 12_000 }, (_, at) =>
      Array.from({ length: 24 }, (_its, word) => `k${(at * 24 + word).toString(36)}`).join(' '),
    )
    const room = 0x40000
    const expected = texts.map((_, at) => (at * 24 + 24 < room ? 1 : 0))
    expect(saidOf(all, texts)).toEqual(expected)
    expect(saidOf(all, ['Kalovi Tolvex', texts[0] ?? ''])).toEqual([0, 1])
  })

  test('are looked at one by one where they are long, and in any order', () => {
    const long = 'kal '.repeat(100_000)
    expect(saidOf(looks, ['Kalovi', long, 'Tolvex', 'Zet'])).toEqual([1, 0, 1, 0])
    const table = createIdTable()
    for (const text of ['Kalovi', 'Zet', 'Tolvex']) table.internText(text)
    expect([...looks.look(table, Int32Array.of(2, 1, 0))]).toEqual([1, 0, 1])
  })
})
