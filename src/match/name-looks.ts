import type { IdTable } from '../columns/id-table.js'
import { FEWEST_TRADES } from './frame.js'
import type { HashLists } from './hash-lists.js'
import type { Half } from './joined-words.js'
import { startNameBatch } from './name-batch.js'
import { LONGEST_PLAIN, MOST_REMEMBERED, MOST_WORDS } from './plain-words.js'
import { SHORTEST_JOINED, SHORTEST_WITH_SLIP } from './reading-index.js'

/** The quick look for names by the thousand: kernel/looks.ts, which is told of each word when it first comes. */
export interface NameLooks {
  /** Of names of a table, by their numbers, best in ascending order: 1 for each that certainly finds nothing, 0 for those that must be read with care. */
  look(names: IdTable, which: Int32Array): Uint8Array
}

/** What the kernel is told of a word. */
export interface LookedWord {
  /** As in kernel/looks.ts. */
  readonly bits: number
  readonly isSpecial: boolean
  readonly half: Half
  readonly initial: number
  readonly slavicInitial: number
}

export interface LooksOptions {
  readonly cores: HashLists
  readonly asJoined: HashLists
  /** Words that are special also where they are made of several that no space parts. */
  readonly runs: Iterable<string>
  /** Of names of organisations: the bits of `Openings`. */
  readonly openings: Uint8Array | undefined
  learn(text: string): LookedWord
  /** Words that are remembered. */
  readonly most?: number
}

const WIDTH = Int32Array.BYTES_PER_ELEMENT
const ASCII = 127
/** Those below SPECIAL. */
const SAID_BITS = 63

export function createNameLooks({
  cores,
  asJoined,
  runs,
  openings,
  learn,
  most = MOST_REMEMBERED,
}: LooksOptions): NameLooks {
  const lists = [cores.starts, cores.hashes, asJoined.starts, asJoined.hashes]
  const batch = startNameBatch(lists.reduce((all, { length }) => all + length * WIDTH, openings?.length ?? 0))
  const { bytes } = batch
  const { memory, at, functionOf, valueOf } = batch.kernel
  const view = new DataView(memory)
  let free = at('LISTS')
  const put = (list: Uint32Array | Int32Array): number => {
    const place = free
    new Int32Array(memory, place, list.length).set(list)
    free += list.length * WIDTH
    return place
  }
  const putLists = (setUp: string, { starts, hashes }: HashLists): void =>
    void functionOf(setUp)(put(starts), starts.length - 2, put(hashes))
  functionOf('setUpLook')(LONGEST_PLAIN, MOST_WORDS, SHORTEST_JOINED, SHORTEST_WITH_SLIP)
  putLists('setUpCores', cores)
  putLists('setUpJoined', asJoined)
  if (openings !== undefined) {
    bytes.set(openings, free)
    functionOf('setUpOrganisations')(free, FEWEST_TRADES)
  }

  const [records, width, wordBytes] = [at('RECORDS'), at('RECORD_BYTES'), at('WORD_BYTES')]
  const places = {
    hash: at('HASH'),
    consonants: at('CONSONANTS'),
    bits: at('BITS'),
    length: at('LENGTH'),
    count: at('FURTHER'),
    initial: at('INITIAL'),
    slavic: at('SLAVIC'),
    further: at('CLASSES'),
  }
  const mostFurther = at('MOST_FURTHER')
  const known = valueOf('known')
  let learnt = 0

  function learnNew(): void {
    for (; learnt < known(); learnt++) {
      const record = records + learnt * width
      const end = bytes.subarray(record, record + wordBytes).indexOf(0)
      const text = Buffer.from(memory, record, end === -1 ? wordBytes : end).toString('latin1')
      write(record, learn(text))
    }
  }

  function write(record: number, { bits, isSpecial, half, initial, slavicInitial }: LookedWord): void {
    view.setInt32(record + places.hash, half.hash, true)
    view.setInt32(record + places.consonants, half.consonants, true)
    bytes[record + places.length] = half.length
    bytes[record + places.count] = half.count
    bytes[record + places.initial] = initial
    bytes[record + places.slavic] = slavicInitial
    bytes.set(half.further.subarray(0, mostFurther), record + places.further)
    const special = isSpecial || slavicInitial > ASCII ? at('SPECIAL') : 0
    bytes[record + places.bits] = (bits & SAID_BITS) | special | at('LEARNT')
  }

  function forget(): void {
    functionOf('forget')()
    batch.tell(runs, 'knowSpecial')
    learnt = known()
  }
  forget()

  const look = functionOf('look')
  const said = new Uint8Array(memory, at('SAID'), at('MOST_NAMES'))
  return {
    look(names, which) {
      const into = new Uint8Array(which.length)
      for (let from = 0; from < which.length;) {
        if (known() >= most) forget()
        const taken = batch.take(names, which, from)
        for (let seen = look(0, taken); seen < taken; seen = look(seen, taken)) learnNew()
        for (let name = 0; name < taken; name++) into[from + name] = said[name] === 0 ? 1 : 0
        // One that is too long is not taken.
        from += Math.max(taken, 1)
      }
      return into
    },
  }
}
