import type { PartialDate } from '../model/date.js'
import type { LinkKind, LinkRecord, ToldLink } from '../model/record.js'

/** Links that were read again, in the order in which they are added: a million objects would be half a gigabyte. */
export interface KeptLinks {
  /** One that says id, date, amount, currency and goods, and nothing else, in ASCII: the most compact. False where it can't be kept so. */
  addPlain(link: LinkRecord): boolean
  /** Any other, as the bytes of its row. */
  addBytes(bytes: Uint8Array): void
  /** `undefined` of a row that was kept as its bytes. */
  plainAt(at: number, file: string, line: number): ToldLink | undefined
  bytesAt(at: number): Buffer
}

/** So many are put into one piece of memory. */
const OF_A_PIECE = 1 << 12
const FIRST_PIECE = 1 << 18
/** Codes are of two bytes. */
const MOST_CODES = 0xffff
const LONGEST_ID = 0xff
const NOTHING = Buffer.alloc(0)

/** What many links have in common. */
interface Common {
  readonly kind: LinkKind
  readonly currency: string
  readonly goods: string
}

/**
 * Of a plain link its id and amount are kept as text, and codes of its date and of what it has in common with many: a quarter of its row.
 *
 * @param count how many will be added.
 */
export function createKeptLinks(count: number): KeptLinks {
  const pieces: Buffer[] = []
  const ends = new Uint32Array(count)
  const idLengths = new Uint8Array(count)
  /** 0 where the row is kept. */
  const commonCodes = new Uint16Array(count)
  const dateCodes = new Uint16Array(count)
  const commons = createCodes<Common>()
  const dates = createCodes<PartialDate>()
  let piece = Buffer.allocUnsafe(FIRST_PIECE)
  let size = 0
  let added = 0
  const pieceOf = (at: number): Buffer => pieces[Math.floor(at / OF_A_PIECE)] ?? NOTHING
  const beginOf = (at: number): number => (at % OF_A_PIECE === 0 ? 0 : (ends[at - 1] ?? 0))

  function room(length: number): void {
    if (size + length <= piece.length) return
    const wider = Buffer.allocUnsafe((size + length) * 2)
    wider.set(piece.subarray(0, size))
    piece = wider
  }

  function settle(): void {
    ends[added++] = size
    if (added % OF_A_PIECE !== 0 && added !== count) return
    pieces.push(Buffer.from(piece.subarray(0, size)))
    size = 0
  }

  return {
    addPlain({ kind, id = '', date, amount = '', currency = '', goods = '' }) {
      if (date === undefined || id.length > LONGEST_ID) return false
      const common = commons.codeOf(`${kind}\n${currency}\n${goods}`, { kind, currency, goods })
      const day = common === 0 ? 0 : dates.codeOf(date.text, date)
      if (day === 0) return false
      commonCodes[added] = common
      dateCodes[added] = day
      idLengths[added] = id.length
      room(id.length + amount.length)
      size += piece.write(id, size, 'latin1')
      size += piece.write(amount, size, 'latin1')
      settle()
      return true
    },
    addBytes(bytes) {
      room(bytes.length)
      piece.set(bytes, size)
      size += bytes.length
      settle()
    },
    plainAt(at, file, line) {
      const common = commons.of(commonCodes[at] ?? 0)
      const date = dates.of(dateCodes[at] ?? 0)
      if (common === undefined || date === undefined) return undefined
      const text = pieceOf(at).toString('latin1', beginOf(at), ends[at])
      const idLength = idLengths[at] ?? 0
      const { kind, currency, goods } = common
      const [id, amount] = [text.slice(0, idLength), text.slice(idLength)]
      return { id, kind, date, amount, currency, goods, place: { file, line } }
    },
    bytesAt: (at) => pieceOf(at).subarray(beginOf(at), ends[at]),
  }
}

/** Values by codes from 1 on, as long as there are some left. */
function createCodes<T>() {
  const codes = new Map<string, number>()
  const values: T[] = []
  return {
    /** 0 where none is left. */
    codeOf(key: string, value: T): number {
      const known = codes.get(key)
      if (known !== undefined) return known
      if (values.length === MOST_CODES) return 0
      const code = values.push(value)
      codes.set(key, code)
      return code
    },
    of: (code: number): T | undefined => values[code - 1],
  }
}
