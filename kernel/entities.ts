import { BLOCK, ENTITY_BOUNDS, ENTITY_CELLS, MOST_ROWS } from './memory'
import { mayBeHeader } from './header'
import { isPlainName, isSureName } from './values'

// Roles of cells of entities (`ENTITY_CELL` in scan-entity-plan.ts). Any after the last is more than a column holds.
const NAME: u32 = 10
const ID: u32 = 11
const LAST: u32 = 14

let bounds: usize = ENTITY_BOUNDS

/** Begins a row, in which nothing is said yet. */
export function beginEntity(row: i32): void {
  bounds = ENTITY_BOUNDS + row * 8
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
  // The header once more is told by the whole row, which is for the reader of texts.
  if (role == NAME) return isSureName(from, to) && !mayBeHeader(from, to)
  return role != ID || isPlainName(from, to)
}
