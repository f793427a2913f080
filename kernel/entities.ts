import { mayBeHeader } from './header'
import { BLOCK, COUNTRIES, ENTITY_BOUNDS, ENTITY_CELLS, MET_COUNTRIES, MET_TYPES, MOST_ROWS, TYPES } from './memory'
import { isPlainName, isSureName } from './values'
import { wordOf } from './words'

// Roles of cells of entities (`ENTITY_CELL` in scan-entity-plan.ts). Any after the last is more than a column holds.
const NAME: u32 = 10
const ID: u32 = 11
const TYPE: u32 = 12
const COUNTRY: u32 = 13
const LAST: u32 = 14

let bounds: usize = ENTITY_BOUNDS
let type: usize = TYPES
let country: usize = COUNTRIES

/** Begins a row, in which nothing is said yet: an empty cell is the first of its words. */
export function beginEntity(row: i32): void {
  bounds = ENTITY_BOUNDS + row * 8
  type = TYPES + row * 4
  country = COUNTRIES + row * 4
  store<i32>(type, 0)
  store<i32>(country, 0)
  for (let cell = 0; cell < ENTITY_CELLS; cell++) store<u64>(bounds + <usize>(cell * MOST_ROWS * 8), 0)
}

/** Whether the row that was read last names anybody. */
export function isNamed(): bool {
  return load<u32>(bounds + 4) != 0
}

/** Notes a cell that is not empty; whether it is trivially fine, as far as that is told without a look at what words mean. */
export function takeEntityCell(role: u32, from: usize, to: usize): bool {
  if (role > LAST) return false
  const its = bounds + <usize>((role - NAME) * MOST_ROWS * 8)
  store<u32>(its, <u32>(from - BLOCK))
  store<u32>(its + 4, <u32>(to - BLOCK))
  switch (role) {
    case NAME:
      // The header once more is told by the whole row, which is for the reader of texts.
      return isSureName(from, to) && !mayBeHeader(from, to)
    case ID:
      return isPlainName(from, to)
    case TYPE:
      store<i32>(type, wordOf(MET_TYPES, from, to))
      return true
    case COUNTRY:
      store<i32>(country, wordOf(MET_COUNTRIES, from, to))
      return true
    default:
      return true
  }
}
