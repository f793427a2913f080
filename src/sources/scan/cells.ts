/** The cells of one record of one line. */
export interface LineCells {
  /** Start and end of each cell, quotes around it left out; a CR at the end of the last one stays. */
  readonly bounds: Int32Array
  /** Where the next line begins. */
  readonly next: number
  /** Whether the line holds as many cells as the header, each trivially quoted or not at all; anything else is for the reader of texts. */
  find(bytes: Uint8Array, start: number): boolean
}

const LF = 0x0a
const CR = 0x0d
const QUOTE = 0x22

export function createLineCells(delimiter: number, width: number): LineCells {
  const bounds = new Int32Array(width * 2)
  const special = new Uint8Array(256)
  for (const byte of [delimiter, LF, QUOTE]) special[byte] = 1

  const cells = {
    bounds,
    next: 0,
    find(bytes: Uint8Array, start: number): boolean {
      let at = start
      for (let cell = 0; cell < width; cell++) {
        let byte = bytes[at] ?? LF
        if (byte === QUOTE) {
          bounds[cell * 2] = ++at
          byte = bytes[at] ?? LF
          while (byte !== QUOTE && byte !== LF) byte = bytes[++at] ?? LF
          if (byte === LF) return false
          bounds[cell * 2 + 1] = at
          byte = bytes[++at] ?? LF
          if (byte === CR && bytes[at + 1] === LF) byte = bytes[++at] ?? LF
          if (byte !== delimiter && byte !== LF) return false
        } else {
          bounds[cell * 2] = at
          while (special[byte] === 0) byte = bytes[++at] ?? LF
          if (byte === QUOTE) return false
          bounds[cell * 2 + 1] = at
        }
        at++
        if (byte === LF) {
          cells.next = at
          return cell === width - 1
        }
      }
      return false
    },
  }
  return cells
}
