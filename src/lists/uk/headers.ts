/** The header of the list, which stands below the day of the report. */
export function isUkHeader(cells: readonly string[]): boolean {
  const names = cells.map((cell) => cell.trim().toLowerCase())
  return ['unique id', 'name 6', 'regime name'].every((name) => names.includes(name))
}

/** The header of the list, in either of its layouts; it stands below the day. */
export function isOfsiHeader(cells: readonly string[]): boolean {
  const names = cells.map((cell) => cell.trim().toLowerCase())
  return ['group id', 'name 6', 'alias type', 'regime'].every((name) => names.includes(name))
}
