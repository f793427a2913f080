import { at, LF, QUOTE } from './bytes'

// The bytes that end cells or open them are found in chunks of 64: a bit of `marks` for each from `chunk` on that was not come to yet.
let chunk: usize = 0
let marks: u64 = 0
let parting: i32 = 0

function marksOf(from: usize): u64 {
  const ends = i8x16.splat(<i8>parting)
  const lines = i8x16.splat(<i8>LF)
  const quotes = i8x16.splat(<i8>QUOTE)
  let found: u64 = 0
  for (let part: usize = 0; part < 64; part += 16) {
    const bytes = v128.load(from + part)
    const its = v128.or(v128.or(i8x16.eq(bytes, ends), i8x16.eq(bytes, lines)), i8x16.eq(bytes, quotes))
    found |= (<u64>(<u32>i8x16.bitmask(its))) << (<u64>part)
  }
  return found
}

export function nextMark(): usize {
  while (marks == 0) {
    chunk += 64
    marks = marksOf(chunk)
  }
  const found = chunk + <usize>ctz(marks)
  marks &= marks - 1
  return found
}

/** The next byte that is no delimiter: inside quotes they are text. */
export function nextQuoteOrLine(): usize {
  let found = nextMark()
  while (at(found) != QUOTE && at(found) != LF) found = nextMark()
  return found
}

/** Begins at a place, with cells that this byte parts. */
export function seekMarks(from: usize, delimiter: i32): void {
  parting = delimiter
  chunk = from
  marks = marksOf(from)
}
