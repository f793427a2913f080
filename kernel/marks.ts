import { LF, QUOTE } from './bytes'
import { BLOCK, MARKS } from './memory'

/** Where the mark stands that comes next; marks are places of bytes that end cells or open them. */
export let nextMark: usize = MARKS

/** Goes on from the first mark at or behind a place. */
export function passMarks(until: usize): void {
  while (load<u32>(nextMark) < <u32>until) nextMark += 4
}

export function setNextMark(mark: usize): void {
  nextMark = mark
}

/** A bit for each of 64 bytes, set where it is a mark. */
function marksOf(from: usize, delimiter: i32): u64 {
  const ends = i8x16.splat(<i8>delimiter)
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

/** Writes the place of the first mark, and takes it away. */
function put(into: usize, chunk: usize, bits: u64): u64 {
  store<u32>(into, <u32>(chunk + <usize>ctz(bits)))
  return bits & (bits - 1)
}

/** Finds all marks of the block, of which so many bytes are lines: a list of them has no branch to foresee and nothing to wait for. */
export function findMarks(until: usize, delimiter: i32): void {
  let into = MARKS
  for (let chunk = BLOCK; chunk < BLOCK + until; chunk += 64) {
    let bits = marksOf(chunk, delimiter)
    const behind = into + ((<usize>popcnt(bits)) << 2)
    // So many at a time as most chunks have: what is written behind the last is written over.
    do {
      bits = put(into, chunk, bits)
      bits = put(into + 4, chunk, bits)
      bits = put(into + 8, chunk, bits)
      bits = put(into + 12, chunk, bits)
      bits = put(into + 16, chunk, bits)
      bits = put(into + 20, chunk, bits)
      bits = put(into + 24, chunk, bits)
      bits = put(into + 28, chunk, bits)
      bits = put(into + 32, chunk, bits)
      bits = put(into + 36, chunk, bits)
      bits = put(into + 40, chunk, bits)
      bits = put(into + 44, chunk, bits)
      into += 48
    } while (bits != 0)
    into = behind
  }
  nextMark = MARKS
}
