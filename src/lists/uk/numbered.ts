/** Marks before the items of a list in a cell: `(1)`, `a)`, `1)`. A bracket that closes a word is none. */
const MARK = /(?:^|\s)\(?(?:\d{1,2}|[a-z])\)\s*|\(\d{1,2}\)\s*/gi

/** The items of a cell that numbers them, `1) Saudi Arabia 2) Qatar`; the cell itself where it does not, none where it is empty. */
export function numbered(cell: string): readonly string[] {
  if (!/^\(?(?:\d{1,2}|[a-z])\)\s*\S/i.test(cell)) return cell === '' ? [] : [cell]
  return cell
    .split(MARK)
    .map((item) => item.trim())
    .filter((item) => item !== '' && item !== '-')
}
